import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { BenchPage } from './bench.ts';
import { expect, test } from './fixture.ts';

const SOLVER = `def solve_x(I):
    x1 = objects(I, T, F, T)
    x2 = argmax(x1, size)
    x3 = ulcorner(x2)
    x4 = toindices(x2)
    x5 = compose(size, delta)
    x6 = hsplit(I, TWO)
    O = fill(I, TWO, x4)
    return O
`;

/** The filmstrip by role and name. */
class Strip {
  readonly region: Locator;
  readonly pair: Locator;

  constructor(page: Page) {
    this.region = page.getByRole('region', { name: 'Solver' }).getByRole('region', { name: 'Values' });
    this.pair = this.region.getByRole('combobox', { name: 'Pair', exact: true });
  }

  line(name: string): Locator {
    return this.region.getByRole('listitem', { name, exact: true });
  }

  button(name: string): Locator {
    return this.line(name).getByRole('button').first();
  }
}

async function opened(page: Page, source = SOLVER): Promise<{ bench: BenchPage; strip: Strip }> {
  const bench = new BenchPage(page);
  await bench.open();
  await bench.pick('flip the cards');
  await bench.write(source);
  const strip = new Strip(page);
  await expect(strip.line('x1')).toContainText('objects');
  return { bench, strip };
}

test('every line shows its value, and what is to be said of it', async ({ page }) => {
  const { bench, strip } = await opened(page);
  await expect(strip.line('x1').locator('svg')).toHaveCount(1);
  await expect(strip.line('x3')).toContainText(/\(\d+, \d+\)/);
  await expect(strip.line('x3')).toContainText('unused');
  await expect(strip.line('x4')).toContainText('indices');
  await expect(strip.line('x5')).toContainText('→');
  await expect(strip.line('x5')).toContainText('unused');
  await expect(strip.line('x6')).toContainText('2 grids');
  await expect(strip.line('O')).toContainText('14 × 14');
  await expect(strip.line('return')).toHaveCount(0);

  // A failing line says why, the lines that need it say so, and the others keep their values.
  await bench.write(
    'def solve_x(I):\n    x1 = objects(I, T, F, T)\n    x2 = extract(x1, vline)\n    O = paint(I, x2)\n    return O\n',
  );
  await expect(strip.line('x2')).toContainText('extract: no member');
  await expect(strip.line('O')).toContainText('needs x2');
  await expect(strip.line('x1')).toContainText('objects');

  // What cannot run leaves the last film.
  await bench.write('def solve_x(I):\n    x1 = objects(I, T, F\n');
  await expect(bench.solver.getByRole('list', { name: 'Problems' })).toBeVisible();
  await expect(strip.line('x2')).toContainText('extract: no member');

  await bench.write(
    'def solve_x(I):\n    x1 = astuple(ONE, TWO)\n    O = crop(I, ORIGIN, x1)\n    return O\n',
  );
  await expect(strip.line('x1')).toContainText('same on all pairs');
});

test('by keyboard: lines up and down, pairs left and right, cells lit up in the input', async ({ page }) => {
  const { bench, strip } = await opened(page);
  await bench.fullEditor();
  await strip.button('x1').focus();
  await page.keyboard.press('ArrowDown');
  await expect(strip.button('x2')).toBeFocused();
  await expect(strip.button('x2')).toHaveAttribute('aria-expanded', 'true');
  // The code follows, and the cells of the value light up in the input of the pair.
  await expect(bench.solver.locator('.active-line-number')).toHaveText('3');
  const input = bench.task.getByRole('img', { name: 'Pair 1 input' });
  await expect(input.locator('.veil')).toHaveCount(1);
  const words = await strip.line('O').textContent();
  await page.keyboard.press('ArrowRight');
  await expect(strip.pair).toHaveValue('1');
  await expect(strip.button('x2')).toBeFocused();
  await expect(strip.line('O')).not.toHaveText(words!);
  await page.keyboard.press('ArrowLeft');
  await expect(strip.pair).toHaveValue('0');
  await page.keyboard.press('End');
  await expect(strip.button('O')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(strip.button('O')).toHaveAttribute('aria-expanded', 'false');
  await strip.pair.selectOption('Test');
  await expect(bench.task.getByRole('button', { name: 'Test' })).toHaveAttribute('aria-pressed', 'true');

  // And the strip follows the cursor.
  await bench.code.focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('ArrowDown');
  await expect(strip.button('x1')).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('ArrowDown');
  await expect(strip.button('x2')).toHaveAttribute('aria-expanded', 'true');
  await expect(strip.button('x1')).toHaveAttribute('aria-expanded', 'false');
});

test('the tie lamp lists the losers, and a swap tells whether the result hangs on it', async ({ page }) => {
  const { strip } = await opened(page);
  await expect(strip.line('x2')).toContainText('1 tie');
  await strip.button('x2').click();
  const tie = strip.line('x2').getByRole('region', { name: 'Tie in argmax' });
  await expect(tie).toContainText('canonical order decided');
  await tie.getByRole('button', { name: /^Swap/ }).click();
  await expect(strip.region).toContainText('the result on this pair changes');
  await expect(tie).toContainText('you decided');
  await strip.region.getByRole('button', { name: 'take back' }).click();
  await expect(tie).toContainText('canonical order decided');
});

test('the picture of a value is saved as SVG and as PNG', async ({ page }) => {
  const { strip } = await opened(page);
  for (const [line, form, begin] of [
    ['x2', 'SVG', '<svg xmlns='],
    ['x6', 'SVG', '<svg xmlns='],
    ['x2', 'PNG', '\x89PNG'],
  ]) {
    const save = strip.region.getByRole('button', { name: `Save ${line} as ${form}` });
    if (!(await save.isVisible())) await strip.button(line).click();
    const [file] = await Promise.all([page.waitForEvent('download'), save.click()]);
    expect(file.suggestedFilename()).toMatch(
      new RegExp(`^flip_\\w+-Pair_1-${line}\\.${form.toLowerCase()}$`),
    );
    expect(readFileSync(await file.path(), 'latin1').startsWith(begin)).toBe(true);
  }
  // What is text alone has no picture.
  await strip.button('x5').click();
  await expect(strip.region.getByRole('button', { name: 'Save x5 as SVG' })).toHaveCount(0);
});

test('the first difference to an earlier version', async ({ page }) => {
  const { bench, strip } = await opened(page);
  await strip.region
    .getByRole('combobox', { name: 'Compare with' })
    .selectOption('this version, from now on');
  await expect(strip.region).toContainText('No difference to the version set aside on this pair.');
  await bench.write(SOLVER.replace('argmax', 'argmin'));
  await expect(strip.region).toContainText('First difference to the version set aside: x2.');
  await expect(strip.line('x2')).toContainText('first difference');
});

test('Stress opens the first failure, and a pair of one’s own is a pair like others', async ({ page }) => {
  const { bench, strip } = await opened(page);
  await bench.solver.getByRole('button', { name: 'Stress', exact: true }).click();
  const stress = bench.solver.getByRole('region', { name: 'Stress' });
  await expect(stress.getByRole('status')).toContainText('wrong');
  await expect(strip.pair.locator('option:checked')).toHaveText('Failure');
  await expect(strip.region.getByRole('img', { name: 'Failure expected output' })).toBeVisible();
  await bench.solver.getByRole('button', { name: 'Close Stress' }).click();

  await strip.region.getByRole('button', { name: 'Make a pair' }).click();
  const editor = page.getByRole('dialog', { name: 'A pair of your own' });
  await editor.getByLabel('rows').fill('3');
  await editor.getByLabel('rows').press('Tab');
  await editor.getByLabel('columns').fill('4');
  await editor.getByLabel('columns').press('Tab');
  const sheet = editor.getByRole('application');
  await sheet.focus();
  await page.keyboard.press('2');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Space');
  await expect(sheet).toHaveAccessibleName(/column 2: red/);
  await page.keyboard.press('Control+z');
  await expect(sheet).not.toHaveAccessibleName(/column 2: red/);
  await page.keyboard.press('Space');
  await editor.getByRole('button', { name: 'Use this input' }).click();
  await expect(strip.pair.locator('option:checked')).toHaveText('What if 1');
  await expect(strip.line('O')).toContainText('3 × 4');
  await strip.region.getByRole('button', { name: 'remove' }).click();
  await expect(strip.pair).toHaveValue('0');
});

test('Explain and the batt tell of a run', async ({ page }) => {
  const bench = new BenchPage(page);
  await bench.open();
  await bench.run.click();
  await expect(bench.pipeline.getByRole('status')).toContainText('Solved', { timeout: 30_000 });
  await bench.candidates.nth(1).getByRole('button').click();
  await bench.solver.getByRole('button', { name: 'Explain' }).click();
  const explain = bench.solver.getByRole('region', { name: 'Explain' });
  await expect(explain).toContainText('this solver');
  // What was refused opens as well, and is no candidate.
  const refused = explain.getByRole('listitem').filter({ hasText: /\((inline|validate)\)/ });
  await refused.first().getByRole('button').click();
  await expect(explain).toContainText('no candidate with the same program');
  await expect(bench.solver).toContainText(/def\s+solve_/);
  await bench.solver.getByRole('button', { name: 'Merged', exact: true }).click();
  const batt = bench.solver.getByRole('region', { name: 'Merged program (the batt)' });
  await expect(batt).toContainText(/lines for \d+ candidates/);
  await batt.getByRole('listitem').first().getByRole('button').click();
  await batt
    .getByRole('listitem')
    .first()
    .getByRole('button', { name: /^candidate 1, / })
    .click();
  await expect(bench.solver).toContainText('candidate 1');
});
