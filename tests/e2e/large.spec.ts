/** A file of 40,000 tasks: the page goes on while it is read. */
import { writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { BenchPage } from './bench.ts';
import { expect, test } from './fixture.ts';

test.use({ trace: 'off' });

const grid = (seed: number) =>
  Array.from({ length: 3 }, (_, r) => Array.from({ length: 4 }, (_cell, c) => (r * seed + c) % 10));
const pair = (seed: number) => ({ input: grid(seed), output: grid(seed + 1) });
const tasks = Object.fromEntries(
  Array.from({ length: 40_000 }, (_, i) => [
    `t${String(i).padStart(5, '0')}`,
    { train: [pair(i), pair(i + 1), pair(i + 2), pair(i + 3)], test: [pair(i + 4)] },
  ]),
);
const text = JSON.stringify(tasks);

/** Chosen from the disk: a file that is handed to the browser as data keeps the page busy by itself. */
async function choose({ page }: BenchPage, content: string): Promise<void> {
  const path = test.info().outputPath('large.json');
  writeFileSync(path, content);
  await page.getByLabel('Task or solver files').setInputFiles(path);
}

/** Milliseconds; reading it in the tab took five seconds in one go. */
const SHORT = 1000;

/** Begins to note for how long the page gives no other work a turn. */
async function watchBlocks(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const blocks: number[] = [];
    Object.assign(globalThis, { blocks });
    new PerformanceObserver((list) =>
      blocks.push(...list.getEntries().map(({ duration }) => duration)),
    ).observe({
      entryTypes: ['longtask'],
    });
  });
  return () => page.evaluate(() => Math.max(0, ...(globalThis as unknown as { blocks: number[] }).blocks));
}

test('is opened while the page goes on', async ({ page }) => {
  const bench = new BenchPage(page);
  await bench.open();
  const longest = await watchBlocks(page);
  await choose(bench, text);
  await expect(bench.messages).toContainText('40,000 tasks opened from large.json', { timeout: 60_000 });
  await expect(bench.picker).toHaveValue('t00000');
  const took = await longest();
  console.log(`40,000 tasks: the page was away for ${took.toFixed(0)} ms at most`);
  expect(took).toBeLessThan(SHORT);
});

test('that is broken at its end is refused while the page goes on', async ({ page }) => {
  const bench = new BenchPage(page);
  await bench.open();
  const longest = await watchBlocks(page);
  await choose(bench, text.slice(0, -2));
  await expect(bench.messages).toContainText(
    /large\.json: not JSON: line 1, column \d+: close brace expected/,
    {
      timeout: 60_000,
    },
  );
  expect(await longest()).toBeLessThan(SHORT);
});

test('is left unread when that is stopped, and can be read after', async ({ page }) => {
  const bench = new BenchPage(page);
  await bench.open();
  const task = await bench.picker.inputValue();
  await choose(bench, text);
  await bench.messages.getByRole('button', { name: 'Stop' }).click();
  await expect(bench.messages).toContainText('Reading large.json was stopped; nothing was opened.');
  await expect(bench.picker).toHaveValue(task);
  await bench.choose([{ name: 'small.json', text: JSON.stringify({ train: [pair(1)], test: [pair(2)] }) }]);
  await expect(bench.picker).toHaveValue('small');
});
