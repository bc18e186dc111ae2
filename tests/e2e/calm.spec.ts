/** Nothing on the page moves by itself: neither while it opens nor while candidates stream in. */
import type { Page } from '@playwright/test';
import { BenchPage } from './bench.ts';
import { expect, test } from './fixture.ts';

/** The score that is called good is 0.1. */
const MOST = 0.02;
const SIZES = [
  [1440, 900],
  [1280, 800],
  [1024, 768],
  [768, 1024],
  [390, 844],
] as const;

/** Adds up by how much the page has moved so far, moves that somebody has asked for left out. */
async function watch(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const noted = window as unknown as { moved: number };
    noted.moved = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & {
        value: number;
        hadRecentInput: boolean;
      })[])
        if (!entry.hadRecentInput) noted.moved += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  return () => page.evaluate(() => (window as unknown as { moved: number }).moved);
}

for (const [width, height] of SIZES) {
  test.describe(`${width} by ${height}`, () => {
    test.use({ viewport: { width, height } });

    test('what is on the page stays where it is', async ({ page, browserName }) => {
      test.skip(browserName !== 'chromium', 'moves are told by Chromium alone');
      const moved = await watch(page);
      const bench = new BenchPage(page);
      await bench.open();
      await page.waitForTimeout(1000); // what comes after the first look
      const opened = await moved();
      // Without a pointer: a move soon after a click would not be counted.
      await bench.run.evaluate((button: HTMLElement) => button.click());
      await expect(bench.pipeline.getByRole('status')).toContainText(/olved:|No solver/, { timeout: 60_000 });
      await page.waitForTimeout(1000);
      const run = (await moved()) - opened;
      console.log(`moved at ${width} by ${height}: ${opened.toFixed(4)} opening, ${run.toFixed(4)} in a run`);
      expect(opened).toBeLessThan(MOST);
      expect(run).toBeLessThan(MOST);
    });
  });
}
