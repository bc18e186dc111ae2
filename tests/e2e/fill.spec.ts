import { readFileSync } from 'node:fs';
import { findings } from './axe.ts';
import { BenchPage } from './bench.ts';
import { expect, test } from './fixture.ts';

const TASK = 'complete_butterfly';

/** The solver of the task with the last call of its last line a hole. */
function withHole(): { readonly source: string; readonly removed: string } {
  const solver = readFileSync('public/tasks/starter.py', 'utf8')
    .split(/(?=^def )/m)
    .find((text) => text.startsWith(`def solve_${TASK}(`))!
    .trimEnd();
  const [line, removed] = [...solver.matchAll(/^ +\w+ = \w+\((?:.*, )?(\w+)\)$/gm)].at(-1)!;
  return { source: `${solver.replace(line, line.replace(`${removed})`, '??)'))}\n`, removed };
}

test('a hole is told kindly, filled by keys alone, and the filling is one step to undo', async ({ page }) => {
  const { source, removed } = withHole();
  const bench = new BenchPage(page);
  await bench.open();
  await bench.pick(TASK);
  await bench.write(source);
  const solver = page.getByRole('region', { name: 'Solver', exact: true });
  await expect(solver.getByText('not scored: it has a hole')).toBeVisible();
  await expect(solver.getByRole('list', { name: 'Problems' })).toContainText('Fill looks for one');

  await page.keyboard.press('Control+.');
  const drawer = page.getByRole('region', { name: 'Fill' });
  const right = drawer.getByRole('option', {
    name: new RegExp(`^${removed}, (\\d+) of \\1 train pairs right$`),
  });
  await expect(right).toBeVisible({ timeout: 40_000 });
  await expect(drawer.getByRole('status')).toContainText('all train pairs');

  // Arrows show each at work: the pairs are scored with the hole filled, and the text is what it was.
  await drawer.getByRole('option').first().focus();
  await page.keyboard.press('Home');
  await expect(drawer.getByRole('option').first()).toHaveAttribute('aria-selected', 'true');
  await expect(solver.getByText('shown: with the hole filled')).toBeVisible();
  await expect(bench.task.getByRole('listitem').first()).toContainText('exact');

  const violations = await findings(page, {}, '[aria-label="Fill"]');
  expect(violations).toEqual([]);

  await page.keyboard.press('Enter');
  await expect(drawer).toBeHidden();
  await expect(solver.getByText('not scored: it has a hole')).toBeHidden();
  await expect(bench.task.getByRole('listitem').first()).toContainText('exact');
  await page.keyboard.press('Control+z');
  await expect(solver.getByText('not scored: it has a hole')).toBeVisible();
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('what is found is in sight, with the pair that it is held against', async ({ page }) => {
    const bench = new BenchPage(page);
    await bench.open();
    await bench.pick(TASK);
    await bench.write(withHole().source);
    await page.keyboard.press('Control+.');
    const found = page.getByRole('region', { name: 'Fill' }).getByRole('option').first();
    await expect(found).toBeInViewport({ ratio: 1, timeout: 40_000 });
    await found.click();
    await expect(page.getByRole('region', { name: 'Pair in sight' })).toBeInViewport({ ratio: 1 });
  });
});

test('a search that finds nothing says so, and stops when it is told to', async ({ page }) => {
  const bench = new BenchPage(page);
  await bench.open();
  await bench.pick(TASK);
  await bench.write('def solve_x(I):\n    x1 = ??\n    O = canvas(x1, UNITY)\n    return O\n');
  await page.getByRole('button', { name: 'Fill', exact: true }).click();
  const drawer = page.getByRole('region', { name: 'Fill' });
  await expect(drawer.getByText(/\d expressions tried/)).toBeVisible();
  const stop = drawer.getByRole('button', { name: 'Stop' });
  if (await stop.isVisible()) await stop.click();
  await expect(drawer.getByRole('button', { name: 'Search again' })).toBeVisible();
  await expect(drawer.getByRole('status')).toContainText('Nothing was found that makes a train pair right');
});

test('something better is searched for at the cursor: what stood there is one step to undo', async ({
  page,
}) => {
  const bench = new BenchPage(page);
  await bench.openInEditor('def solve_x(I):\n    x1 = vmirror(I)\n    O = vconcat(I, x1)\n    return O\n');
  const drawer = page.getByRole('region', { name: 'Fill' });
  await bench.go(2, 12);
  await page.keyboard.press('Shift+F10');
  const item = page.getByRole('menuitem', { name: 'Search something better here' });
  await expect(page.locator('.monaco-scrollable-element', { has: item }).first()).toHaveCSS(
    'background-color',
    /^rgb\(/,
  );
  // The button that is let go within a tenth of a second is taken for the one that opened the menu.
  await item.click({ delay: 200 });
  await expect(drawer).toBeVisible();
  await expect(bench.solver.getByText('x1 = ??')).toBeVisible();
  await bench.code.focus();
  await page.keyboard.press('Control+z');
  await expect(bench.solver.getByText('x1 = vmirror(I)')).toBeVisible();
  await expect(drawer).toBeHidden();

  // By name, without a mouse: the cursor stays where it was.
  await bench.go(3, 20);
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Find a command' }).fill('something better');
  await page.keyboard.press('Enter');
  await expect(drawer).toBeVisible();
  await expect(bench.solver.getByText('O = vconcat(I, ??)')).toBeVisible();
});
