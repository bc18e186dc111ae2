import { findings } from './axe.ts';
import { BenchPage } from './bench.ts';
import { expect, test } from './fixture.ts';

const TASK = 'complete_butterfly';
const SOURCE = 'def solve_x(I):\n    x1 = hmirror(I)\n    O = vconcat(I, x1)\n    return O\n';

test('a value is drawn anew by keys, and the line that gives it is found and put in', async ({ page }) => {
  const bench = new BenchPage(page);
  await bench.openInEditor(SOURCE);
  await bench.pick(TASK);
  await bench.write(SOURCE);
  await bench.fullEditor();
  const values = page.getByRole('region', { name: 'Values' });
  await values.getByRole('button', { name: /^x1\b/ }).click();
  const wish = values.getByRole('region', { name: 'x1 as it should be' });
  await wish.getByRole('button', { name: 'Draw it anew' }).click();

  // What is wanted is the input itself: copied, not painted.
  const dialog = page.getByRole('dialog', { name: 'x1 on Pair 1, as it should be' });
  await expect(dialog.getByLabel('It is')).toHaveValue('grid');
  await dialog.getByLabel('Copy from').selectOption('Pair 1 input');
  const violations = await findings(page, {}, 'dialog');
  expect(violations).toEqual([]);
  await dialog.getByRole('button', { name: 'Use this value' }).click();
  await expect(wish.getByRole('list', { name: 'Drawn for' })).toContainText('Pair 1');

  await wish.getByRole('button', { name: 'Find the line' }).click();
  const drawer = page.getByRole('region', { name: 'Lines for x1' });
  const first = drawer.getByRole('option').first();
  await expect(first).toHaveAccessibleName(/^I: Pair 2 /, { timeout: 20_000 });
  await first.focus();
  await expect(bench.solver.getByText('shown: with the hole filled')).toBeHidden();
  expect(await findings(page, {}, '[aria-label="Lines for x1"]')).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(drawer).toBeHidden();
  await expect(bench.solver.getByText('x1 = I', { exact: true })).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(bench.solver.getByText('x1 = hmirror(I)')).toBeVisible();
});

test('the output is wanted as it is: nothing need be drawn', async ({ page }) => {
  const bench = new BenchPage(page);
  await bench.open();
  await bench.pick(TASK);
  await bench.write(SOURCE.replace('O = vconcat(I, x1)', 'x2 = vmirror(I)\n    O = hconcat(x1, x2)'));
  const values = page.getByRole('region', { name: 'Values' });
  await values.getByRole('button', { name: /^O\b/ }).click();
  await values.getByRole('button', { name: 'The output is what I want' }).click();
  const drawer = page.getByRole('region', { name: 'Lines for O' });
  await expect(drawer.getByRole('status')).toContainText(/give|found/);
  await expect(drawer.getByText(/\d expressions made/)).toBeVisible();
});

test('objects are drawn one after the other, areas of the input at a key, and their line is found', async ({
  page,
}) => {
  const bench = new BenchPage(page);
  await bench.open();
  await bench.pick(TASK);
  await bench.write(
    'def solve_x(I):\n    x1 = objects(I, T, T, T)\n    O = paint(I, first(x1))\n    return O\n',
  );
  const values = page.getByRole('region', { name: 'Values' });
  await values.getByRole('button', { name: /^x1\b/ }).click();
  const wish = values.getByRole('region', { name: 'x1 as it should be' });
  await wish.getByRole('button', { name: 'Draw it anew' }).click();
  const dialog = page.getByRole('dialog', { name: 'x1 on Pair 1, as it should be' });
  await expect(dialog.getByLabel('It is')).toHaveValue('objects');

  // Away with what is there; then the body, the line of one colour that nobody mirrors.
  const choice = dialog.getByRole('combobox', { name: 'Object' });
  while ((await choice.textContent())?.includes('of 1: 0') === false)
    await dialog.getByRole('button', { name: 'Remove' }).click();
  await dialog.getByRole('button', { name: 'Whole areas' }).click();
  await dialog.getByRole('application').focus();
  for (let i = 0; i < 5; i++) await page.keyboard.press('ArrowRight');
  await page.keyboard.press(' ');
  await expect(choice).toContainText('Object 1 of 1: 9 cells');
  expect(await findings(page, {}, 'dialog')).toEqual([]);
  await dialog.getByRole('button', { name: 'Use this value' }).click();
  await wish.getByRole('button', { name: 'Find the line' }).click();
  const drawer = page.getByRole('region', { name: 'Lines for x1' });
  await expect(drawer.getByRole('option').first()).toBeVisible({ timeout: 20_000 });
});
