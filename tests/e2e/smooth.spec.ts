/** The page answers while much is asked of it: no task of its thread holds up the others for long. */
import type { Page } from '@playwright/test';
import { BenchPage } from './bench.ts';
import { expect, test } from './fixture.ts';

/** Milliseconds; exact where nothing else uses the machine (BATT_SOAK), else for a busy one. */
const LONGEST = process.env.BATT_SOAK === '1' ? 50 : 5000;

/** From now on the page notes how long its long tasks took. */
async function watch(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const noted = window as unknown as { longest: number };
    noted.longest = 0;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) noted.longest = Math.max(noted.longest, duration);
    }).observe({ type: 'longtask' });
  });
  return () => page.evaluate(() => (window as unknown as { longest: number }).longest);
}

const grid = (seed: number) =>
  Array.from({ length: 30 }, (_, y) => Array.from({ length: 30 }, (_cell, x) => (x * 7 + y * 3 + seed) % 10));
const pairs = (from: number) =>
  Array.from({ length: 10 }, (_, i) => ({ input: grid(from + i), output: grid(from + i).toReversed() }));
const LARGEST = { train: pairs(0), test: pairs(10) };

test('a task at every limit is opened and solved; a thousand solvers are read', async ({
  page,
  browserName,
}) => {
  test.skip(browserName !== 'chromium', 'long tasks are told by Chromium alone');
  test.setTimeout(120_000);
  const bench = new BenchPage(page);
  await bench.open();
  const longest = await watch(page);
  await bench.choose([{ name: 'largest.json', text: JSON.stringify(LARGEST) }]);
  await expect(bench.picker).toHaveValue('largest');
  await bench.write('def solve_largest(I):\n    return hmirror(I)\n');
  await expect(bench.task.getByText('exact').first()).toBeVisible({ timeout: 30_000 });
  const solvers = Array.from({ length: 1000 }, (_, n) => {
    const names = Array.from({ length: 10 }, (_bit, i) => ((n >> i) & 1 ? 'vmirror' : 'rot90'));
    return `def solve_s${n}(I):\n${names.map((name, i) => `    x${i + 1} = ${name}(${i === 0 ? 'I' : `x${i}`})\n`).join('')}    return x10\n`;
  });
  await bench.choose([{ name: 'thousand.py', text: solvers.join('\n') }]);
  await expect(page.getByText(/1,?000/).first()).toBeVisible({ timeout: 60_000 });
  const most = await longest();
  console.log(`longest task of the page: ${Math.round(most)} ms`);
  expect(most).toBeLessThan(LONGEST);
});
