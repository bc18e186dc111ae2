import type { Browser, Page } from '@playwright/test';
import { BenchPage } from './bench.ts';
import { expect, test } from './fixture.ts';

const SOLVER =
  'def solve_x(I):\n    x1 = objects(I, T, F, T)\n    x2 = merge(x1)\n    O = paint(I, x2)\n    return O\n';

async function opened(page: Page, source = SOLVER): Promise<BenchPage> {
  const bench = new BenchPage(page);
  await bench.openInEditor(source);
  return bench;
}

const code = (bench: BenchPage) => bench.solver.locator('.view-lines');

test('typing: indent after def, completion that fits, the signature with its parameter', async ({ page }) => {
  const bench = await opened(page, 'def solve_x(I):');
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Enter');
  await page.keyboard.type('x1 = ');
  await expect(code(bench)).toContainText(/\s{4}x1\s=\s/);
  await page.keyboard.type('objec');
  const list = page.locator('.suggest-widget');
  await expect(list.getByRole('option', { name: /^objects/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.type('ts(I, T, F, T)');
  await page.keyboard.press('Enter');
  await page.keyboard.type('O = fill(');
  const hints = page.locator('.parameter-hints-widget');
  await expect(hints).toContainText('fill(grid: Grid');
  await expect(hints.locator('.parameter.active')).toHaveText('grid: Grid');
  await expect(list.getByRole('option').first()).toHaveAccessibleName(/^I,?/);
  await page.keyboard.press('Enter');
  await page.keyboard.type(', ');
  await expect(hints.locator('.parameter.active')).toHaveText('value: Integer');
  await page.keyboard.type('THR');
  await expect(list.getByRole('option').first()).toHaveAccessibleName(/THREE/);
  await page.keyboard.press('Tab');
  await expect(code(bench)).toContainText(/fill\(I,\sTHREE/);
});

test('diagnostics as you type, a quick fix, undo', async ({ page }) => {
  const bench = await opened(page, 'def solve_x(I):\n    O = rot181(I)\n    return O\n');
  const problems = bench.solver.getByRole('list', { name: 'Problems' });
  await expect(problems).toContainText('2:9');
  await bench.go(2, 10);
  await page.keyboard.press('Control+.');
  await page.getByText('Change rot181 to rot180').click();
  await expect(code(bench)).toContainText('rot180');
  await expect(problems).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(code(bench)).toContainText('rot181');
});

test('rename, comment, format, and the other form, each undone by one step', async ({ page }) => {
  const bench = await opened(page);
  await bench.go(2, 5);
  await page.keyboard.press('F2');
  await page.locator('.rename-input').fill('blobs');
  await page.keyboard.press('Enter');
  await expect(code(bench)).toContainText('merge(blobs)');
  await page.keyboard.press('Control+z');
  await expect(code(bench)).toContainText('merge(x1)');

  await page.keyboard.press('Control+/');
  await expect(code(bench)).toContainText('# x1 = objects');
  await page.keyboard.press('Control+/');
  await expect(code(bench)).not.toContainText('#');

  await page.keyboard.press('Shift+Alt+o');
  await expect(code(bench)).toContainText('return paint(I, merge(objects(I, T, F, T)))');
  await page.keyboard.press('Control+z');
  await expect(code(bench)).toContainText('x2 = merge(x1)');

  await bench.write('def solve_x(I):\n    x1   =  vmirror( I )\n    return x1\n');
  await page.keyboard.press('Shift+Alt+f');
  await expect(code(bench)).toContainText('x1 = vmirror(I)');
});

test('hover draws an example, and a variable with its value; types are shown on demand', async ({ page }) => {
  const bench = await opened(page);
  const hover = page.locator('.monaco-hover:visible');
  await code(bench).getByText('merge', { exact: true }).hover();
  await expect(hover.locator('img').first()).toBeVisible();
  await page.mouse.move(0, 0);
  await bench.go(3, 6);
  await page.keyboard.press('Shift+F1');
  await expect(hover).toContainText('x2: Object');
  await expect(hover).toContainText('Pair 1');
  await expect(hover.locator('img')).toBeVisible();
  await page.mouse.move(0, 0);
  await bench.solver.getByRole('button', { name: 'Types' }).click();
  await expect(code(bench)).toContainText(': Object');
  await bench.solver.getByRole('button', { name: 'Keyboard help' }).click();
  await expect(page.getByRole('dialog', { name: 'Keyboard help' })).toContainText('leave the editor');
});

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds of the processor. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/**
 * The longest task of the main thread while somebody types (milliseconds). What counts is the time of the processor:
 * on a busy machine the clock tells of others as well.
 */
async function longestTask(page: Page, browser: Browser): Promise<number> {
  await browser.startTracing(page, { categories: ['toplevel'] });
  for (const key of '# 123456') {
    await page.keyboard.type(key);
    await page.waitForTimeout(120);
  }
  const trace = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
  const threadOf = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`;
  const main = trace.traceEvents.filter(({ args }) => args?.name === 'CrRendererMain').map(threadOf);
  const tasks = trace.traceEvents.filter(
    (event) => /RunTask$/.test(event.name) && main.includes(threadOf(event)),
  );
  const longest = Math.max(...tasks.map(({ tdur = 0 }) => tdur)) / 1000;
  expect(longest).toBeGreaterThan(0.5); // it was measured
  return longest;
}

test('the page is not held up while a solver burns all of its fuel', async ({ page, browser }) => {
  // Each line doubles the work of the one before: every pair ends at a limit.
  const lines = Array.from({ length: 12 }, (_, i) => `    x${i + 2} = hupscale(x${i + 1}, TWO)`).join('\n');
  const hungry = `def solve_x(I):\n    x1 = upscale(I, THREE)\n${lines}\n    O = objects(x13, T, T, F)\n    return O\n`;
  const bench = await opened(page, hungry);
  await expect(bench.solver.getByRole('listitem', { name: 'x1', exact: true })).toBeVisible();
  await expect(bench.task).toContainText(/too large|out of fuel|error/);
  await page.keyboard.press('Control+End');
  let least = Infinity;
  for (let i = 0; i < 4 && least > 16; i++) least = Math.min(least, await longestTask(page, browser));
  expect(least).toBeLessThan(16);
});
