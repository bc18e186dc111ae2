import { existsSync, readFileSync } from 'node:fs';
import type { Browser } from '@playwright/test';
import { BenchPage } from './bench.ts';
import { expect, test } from './fixture.ts';

/** Solvers that make as much as they may on every line: of some thirty tried, those that took the most memory. */
const lines = (count: number, line: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => `    x${i} = ${line(i)}\n`).join('');
const HUNGRY = {
  neighbours: `    a = upscale(I, FIVE)\n    i = asindices(a)\n${lines(
    12,
    (n) => `mapply(${n % 2 ? 'neighbors' : 'dneighbors'}, ${n ? `x${n - 1}` : 'i'})`,
  )}    O = fill(a, ONE, x11)\n`,
  partitions: `    a = upscale(I, FIVE)\n${lines(
    20,
    (n) => `${n % 2 ? 'partition' : 'fgpartition'}(${['rot90', 'rot180', 'hmirror', 'vmirror'][n % 4]}(a))`,
  )}    O = a\n`,
  shifts: `    a = asobject(upscale(upscale(I, FIVE), THREE))\n${lines(
    40,
    (n) => `shift(${n ? `x${n - 1}` : 'a'}, UNITY)`,
  )}    O = paint(I, x39)\n`,
  copies: `    a = repeat(I, multiply(TEN, multiply(TEN, TWO)))\n${lines(
    20,
    (n) => `apply(${['rot90', 'rot180', 'hmirror'][n % 3]}, ${n ? `x${n - 1}` : 'a'})`,
  )}    O = merge(x19)\n`,
};

const grid = (seed: number): number[][] =>
  Array.from({ length: 30 }, (_, r) => Array.from({ length: 30 }, (_cell, c) => (r * r + c * seed) % 10));
const pair = (seed: number) => ({ input: grid(seed), output: grid(seed + 4) });
const TASK = { train: [pair(1), pair(2), pair(3)], test: [pair(4)] };

/** Megabytes that the pages hold with their workers; what they share counts once. */
async function memory(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return processInfo.reduce((sum, { type, id }) => {
    const file = `/proc/${id}/smaps_rollup`;
    if (type !== 'renderer' || !existsSync(file)) return sum;
    return sum + Number(/^Pss:\s+(\d+)/m.exec(readFileSync(file, 'utf8'))?.[1] ?? 0) / 1024;
  }, 0);
}

test('hungry solvers keep the tab below a gigabyte', async ({ page, browser }) => {
  test.skip(!existsSync('/proc/self/smaps_rollup'), 'this system does not tell how much memory a page has');
  const bench = new BenchPage(page);
  await bench.open();
  await bench.choose([{ name: 'hungry.json', text: JSON.stringify(TASK) }]);
  await expect(bench.messages).toContainText('hungry');
  await bench.write('def solve_x(I):\n    return I\n');
  await bench.fullEditor();
  let most = 0;
  for (const [name, body] of Object.entries(HUNGRY)) {
    await bench.write(`def solve_${name}(I):\n${body}    return O\n`);
    // The scorer, the film of one pair, then that of all, and the language service are at work.
    for (let i = 0; i < 25; i++) {
      most = Math.max(most, await memory(browser));
      await page.waitForTimeout(100);
    }
    await expect(bench.task).toContainText(/exact|wrong|, not |out of fuel|too large/);
  }
  console.log(`hungry solvers: ${most.toFixed(0)} MB at most`);
  expect(most).toBeLessThan(1000);
});

test('an output that is far too large is told with its size, and drawn in part', async ({ page }) => {
  const bench = new BenchPage(page);
  await bench.open();
  await bench.write(
    'def solve_x(I):\n    x1 = multiply(TEN, multiply(TEN, NINE))\n    O = canvas(TWO, astuple(x1, x1))\n    return O\n',
  );
  await expect(bench.task.getByText(/^900 × 900, not/).first()).toBeVisible();
  await expect(bench.task.getByText('the top left of 900 × 900').first()).toBeVisible();
  await expect(bench.task.getByRole('img', { name: /output of this solver/ }).first()).toHaveAccessibleName(
    /60 by 60/,
  );
});
