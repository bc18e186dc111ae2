/** The page answers while much is asked of it: no task of its thread holds up the others for long. */
import { writeFileSync } from 'node:fs';
import type { Browser, Page } from '@playwright/test';
import { BenchPage } from './bench.ts';
import { expect, test } from './fixture.ts';
import { inWords, paceOf, watchThread } from './page-thread.ts';
import { TaskBrowserPage } from './task-browser.ts';

const LONG = process.env.BATT_SOAK === '1';

/** Milliseconds of the processor on a quiet machine. */
const LONGEST = 50;
/** On one that others keep busy all takes longer: then it is held against a fixed piece of work, this many times over. */
const TIMES = 3;

test.skip(({ browserName }) => browserName !== 'chromium', 'Chromium alone tells what its threads do');
test.use({ trace: 'off' });

/** Does something, and holds the longest task of the page's thread meanwhile against the limit. */
async function smoothly(
  what: string,
  browser: Browser,
  page: Page,
  work: () => Promise<void>,
): Promise<void> {
  const before = LONG ? 0 : await paceOf(browser, page);
  const longest = await watchThread(browser, page);
  await work();
  const tasks = await longest();
  const pace = LONG ? 0 : Math.max(before, await paceOf(browser, page));
  console.log(`${what}: ${inWords(tasks)}; fixed work ${pace.toFixed(0)} ms`);
  expect(tasks.length, what).toBeGreaterThan(0);
  expect(tasks[0].cpu, what).toBeLessThan(Math.max(LONGEST, TIMES * pace));
}

/** Waits with questions that cost the page nothing: those of an expectation look through all of it, and would be measured. */
async function until(page: Page, holds: () => boolean, timeout = 60_000): Promise<void> {
  const end = Date.now() + timeout;
  while (!(await page.evaluate(holds))) {
    if (Date.now() > end) throw new Error(`not after ${timeout} ms: ${holds.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

const isOver = (): boolean => document.querySelector('[aria-keyshortcuts~="Control+Enter"]:enabled') !== null;

const grid = (seed: number) =>
  Array.from({ length: 30 }, (_, y) => Array.from({ length: 30 }, (_cell, x) => (x * 7 + y * 3 + seed) % 10));
const pairs = (from: number) =>
  Array.from({ length: 10 }, (_, i) => ({ input: grid(from + i), output: grid(from + i).toReversed() }));
const LARGEST = JSON.stringify({ train: pairs(0), test: pairs(10) });

/** So many solvers of different bodies, ten lines each. */
const solvers = (count: number): string =>
  Array.from({ length: count }, (_, n) => {
    const names = Array.from({ length: 10 }, (_bit, i) => ((n >> i) & 1 ? 'vmirror' : 'rot90'));
    const lines = names.map((name, i) => `    x${i + 1} = ${name}(${i === 0 ? 'I' : `x${i}`})\n`);
    return `def solve_s${n}(I):\n${lines.join('')}    return x10\n`;
  }).join('\n');

/** So many tasks of three pairs, as large as published ones are. */
function tasks(count: number): string {
  const cut = (rows: number[][], side: number) => rows.slice(0, side).map((row) => row.slice(0, side));
  const pair = (n: number) => ({ input: cut(grid(n), 8 + (n % 12)), output: cut(grid(n + 1), 8 + (n % 7)) });
  const named = Array.from({ length: count }, (_, n) => [
    `t${String(n).padStart(4, '0')}`,
    { train: [pair(n), pair(n + 5), pair(n + 11)], test: [pair(n + 3)] },
  ]);
  return JSON.stringify(Object.fromEntries(named));
}

/** Chosen from the disk: a file that is handed to the browser as data keeps the page busy by itself. */
async function chooseFromDisk(page: Page, name: string, text: string): Promise<void> {
  const path = test.info().outputPath(name);
  writeFileSync(path, text);
  await page.getByLabel('Task or solver files').setInputFiles(path);
}

test('a run of many candidates', async ({ page, browser }) => {
  test.setTimeout(600_000);
  const bench = new BenchPage(page);
  await bench.openInEditor('def solve_x(I):\n    return I\n');
  await bench.setEndless();
  await bench.set('Rounds', LONG ? '50' : '3');
  await page.keyboard.press('Escape');
  const what = LONG ? 'a hundred thousand candidates' : 'six thousand candidates';
  await smoothly(what, browser, page, async () => {
    await bench.run.click();
    await until(page, () => document.body.textContent.includes('Round 1 of'));
    await until(page, isOver, 300_000);
  });
  await expect(bench.pipeline).toContainText(LONG ? '100,000' : '6,000');
});

test('a task at every limit is opened and solved', async ({ page, browser }) => {
  const bench = new BenchPage(page);
  await bench.openInEditor('def solve_x(I):\n    return I\n');
  await smoothly('a task at every limit', browser, page, async () => {
    await chooseFromDisk(page, 'largest.json', LARGEST);
    await until(page, () => document.querySelector<HTMLInputElement>('[role=combobox]')?.value === 'largest');
    await bench.code.press('ControlOrMeta+a');
    await page.keyboard.insertText('def solve_largest(I):\n    return hmirror(I)\n');
    await until(page, () => document.body.textContent.includes('exact'));
  });
  await expect(bench.task.getByText('exact').first()).toBeVisible();
});

test('a thousand solvers in one file are read, drawn from and kept', async ({ page, browser }) => {
  test.setTimeout(300_000);
  const bench = new BenchPage(page);
  await bench.openInEditor('def solve_x(I):\n    return I\n');
  await bench.setEndless();
  await bench.set('Rounds', '1');
  await page.keyboard.press('Escape');
  await smoothly('a thousand solvers', browser, page, async () => {
    await chooseFromDisk(page, 'thousand.py', solvers(1000));
    await until(page, () => document.body.textContent.includes('1,000 solvers'));
    await bench.run.click();
    await until(page, () => /olved:|No solver/.test(document.body.textContent));
    await until(page, isOver);
  });
});

test('two thousand tasks are opened, seen and searched', async ({ page, browser }) => {
  test.setTimeout(300_000);
  const bench = new BenchPage(page);
  await bench.openInEditor('def solve_x(I):\n    return I\n');
  const browsing = new TaskBrowserPage(page);
  await smoothly('two thousand tasks', browser, page, async () => {
    await chooseFromDisk(page, 'many.json', tasks(2000));
    await until(page, () => document.body.textContent.includes('2,000 tasks opened'));
    await page.keyboard.press('Escape');
    await bench.page.getByRole('button', { name: 'Tasks', exact: true }).click();
    await until(page, () => document.querySelector('[role=listbox] [role=option]') !== null);
    await page.keyboard.type('t0 1', { delay: 50 });
    await until(page, () => document.body.textContent.includes('of 2,0'));
    for (let i = 0; i < 4; i++) await page.keyboard.press('Backspace');
    await page.keyboard.press('ArrowDown');
    for (let i = 0; i < 20; i++) await page.keyboard.press('PageDown');
    await page.keyboard.press('End');
    await until(page, () => document.querySelector('[aria-posinset="2075"]') !== null);
  });
  await expect(browsing.cards.last()).toBeVisible();
  // What holds pixels is let go of by the collector: those of hundreds of cards once stopped a busy page for 0.4 s.
  await expect(browsing.cards.last().locator('svg path').first()).toBeVisible();
  await expect(browsing.dialog.locator('canvas')).toHaveCount(0);
});

test('a hole is filled, a line found and a solver searched', async ({ page, browser }) => {
  const bench = new BenchPage(page);
  await bench.openInEditor('def solve_x(I):\n    x1 = vmirror(I)\n    O = underpaint(I, ??)\n    return O\n');
  const values = page.getByRole('region', { name: 'Values' });
  const fill = page.getByRole('region', { name: 'Fill' });
  await smoothly('filling', browser, page, async () => {
    await page.keyboard.press('Control+.');
    await until(page, () => document.querySelector('[aria-label="Fill"] [role=option]') !== null);
  });
  await fill.getByRole('button', { name: 'Close Fill' }).click();
  await bench.write('def solve_x(I):\n    x1 = vmirror(I)\n    O = vconcat(I, x1)\n    return O\n');
  await values.getByRole('button', { name: /^O\b/ }).click();
  await smoothly('finding a line', browser, page, async () => {
    await values.getByRole('button', { name: 'The output is what I want' }).click();
    await until(page, () => document.body.textContent.includes('Search again'));
  });
  await page.getByRole('button', { name: 'Close Lines for O' }).click();
  await bench.set('Rounds', '1');
  await bench.set('Search for', '3');
  await page.keyboard.press('Escape');
  await smoothly('searching', browser, page, async () => {
    await bench.run.click();
    await until(page, () => /olved:|No solver/.test(document.body.textContent));
  });
});
