/** What a browser tells of its processors: few, many, nothing or nonsense. The page works with as many workers as that gives. */
import { BenchPage } from './bench.ts';
import { expect, test } from './fixture.ts';

/** Told processors, and the workers that are started for them. All but one number are untrue wherever this runs. */
const MACHINES = [
  [1, 1],
  [2, 2],
  [64, 16],
  [undefined, 3],
  [-8, 3],
  [Infinity, 3],
] as const;

for (const [told, workers] of MACHINES)
  test(`told of ${told} processors, the page runs on ${workers} workers`, async ({ page }) => {
    await page.addInitScript((processors) => {
      Object.defineProperty(Navigator.prototype, 'hardwareConcurrency', { get: () => processors });
    }, told);
    const bench = new BenchPage(page);
    await bench.open();
    await expect(page.getByRole('slider', { name: 'Workers' })).toHaveValue(String(workers));
    await bench.run.click();
    await expect(bench.pipeline.getByRole('status')).toContainText('Solved', { timeout: 60_000 });
    await expect(bench.run).toBeEnabled({ timeout: 60_000 });
    await expect(page.getByText('workers lost')).toHaveCount(0);
  });
