/** Many runs one after the other: on published tasks, on a machine that others keep busy as well; and what they leave behind. */
import { existsSync, readFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { availableParallelism } from 'node:os';
import type { Browser, Page } from '@playwright/test';
import { Random } from '../../src/core/random.ts';
import { rounds, SOAK_SEED, tell } from '../support/soak.ts';
import { starterTasks } from '../support/starter.ts';
import { BenchPage } from './bench.ts';
import { expect, test } from './fixture.ts';
import { inWords, watchThread } from './page-thread.ts';
import { timeStop } from './stop.ts';

/** A file of published training tasks (BATT_ROW); else the starter tasks. */
const FILE = process.env.BATT_ROW;
const TASKS: Record<string, unknown> =
  FILE && existsSync(FILE)
    ? (JSON.parse(readFileSync(FILE, 'utf8')) as Record<string, unknown>)
    : Object.fromEntries(starterTasks);
const MANY = rounds(3, 20);

test.use({ trace: 'off' });

test('tasks in a row: no run takes long, and the page answers', async ({ page, browser, browserName }) => {
  test.skip(browserName !== 'chromium', 'Chromium alone tells what its threads do');
  test.setTimeout(rounds(120_000, 1_800_000));
  // Two more threads than there are processors to do the work.
  const busy = rounds(0, availableParallelism());
  const others = Array.from({ length: busy }, () => new Worker('for (;;);', { eval: true }));
  const bench = new BenchPage(page);
  await bench.openInEditor('def solve_x(I):\n    return I\n');
  const ids = Object.keys(TASKS).slice(0, MANY);
  await bench.choose([
    { name: 'row.json', text: JSON.stringify(Object.fromEntries(ids.map((id) => [id, TASKS[id]]))) },
  ]);
  await expect(bench.picker).toHaveValue(/.+/);
  await bench.set('Search for', String(rounds(1, 4)));
  await page.keyboard.press('Escape');
  const ms: number[] = [];
  let slowest = 0;
  const longest = await watchThread(browser, page);
  for (const id of ids) {
    await bench.pick(id);
    const began = Date.now();
    await page.evaluate(async () => {
      const run = document.querySelector<HTMLButtonElement>('[aria-keyshortcuts~="Control+Enter"]')!;
      run.click();
      while (!run.disabled) await new Promise((resolve) => setTimeout(resolve, 1));
    });
    for (let over = false; !over;) {
      const asked = Date.now();
      over = await page.evaluate(
        () => document.querySelector('[aria-keyshortcuts~="Control+Enter"]:enabled') !== null,
      );
      slowest = Math.max(slowest, Date.now() - asked);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    ms.push(Date.now() - began);
  }
  const tasks = await longest();
  await Promise.all(others.map((worker) => worker.terminate()));
  console.log(`the longest tasks of the page: ${inWords(tasks)}`);
  tell('tasks in a row', {
    tasks: ids.length,
    others: busy,
    longestRunMs: Math.max(...ms),
    slowestAnswerMs: slowest,
  });
  // Some seconds of searching, the rounds of the pool, and a machine shared with others.
  expect(Math.max(...ms)).toBeLessThan(20_000);
  expect(slowest).toBeLessThan(5000);
});

test('many runs leave no worker and no memory behind', async ({ page, browser, browserName }) => {
  test.skip(browserName !== 'chromium', 'the heap is looked at by Chromium’s own means');
  test.setTimeout(rounds(120_000, 3_600_000));
  const runs = rounds(12, 500);
  const bench = new BenchPage(page);
  await bench.openInEditor('def solve_x(I):\n    return I\n');
  await bench.set('Candidates per round', '60');
  await bench.set('Rounds', '1');
  await bench.set('Search for', '1');
  await page.getByLabel('Stop when solved').uncheck();
  await page.keyboard.press('Escape');
  const look = await looking(browser, page);
  const engines = (): number => page.workers().filter((worker) => worker.url().includes('engine')).length;
  const random = new Random(`${SOAK_SEED}/many`);
  const seen: Left[] = [];
  let ended = 0;
  for (let i = 0; i < runs; i++) {
    await page.evaluate(
      async ({ wait, ends }) => {
        const button = (keys: string) =>
          document.querySelector<HTMLButtonElement>(`button[aria-keyshortcuts~="${keys}"]`)!;
        const turn = () => new Promise((resolve) => setTimeout(resolve, 5));
        const [run, stop] = [button('Control+Enter'), button('Escape')];
        run.click();
        while (!run.disabled) await turn();
        for (const began = performance.now(); run.disabled && performance.now() - began < wait;) await turn();
        if (ends && run.disabled) stop.click();
        while (run.disabled) await turn();
      },
      // Each third run is stopped, at a random moment.
      { wait: i % 3 === 0 ? random.int(0, 900) : 60_000, ends: i % 3 === 0 },
    );
    if (i % 5 === 4) {
      const [victim] = random.sample(
        page.workers().filter((worker) => worker.url().includes('engine')),
        1,
      );
      void victim?.evaluate(() => close()).catch(() => {});
      ended++;
    }
    if (i % 4 === 3) seen.push(await look());
    // Two of the pool and one that searches, and those in place of one that has just been ended.
    expect(engines()).toBeLessThanOrEqual(2 * (await poolSize(page)) + 2);
  }
  const fifth = Math.ceil(seen.length / 5);
  const [early, late] = [middle(seen.slice(fifth, 2 * fifth)), middle(seen.slice(-fifth))];
  tell('runs in a row in the tab', {
    ...{ runs, ended, engines: engines() },
    ...{ early, late },
    each48Runs: seen
      .filter((_, i) => i % 12 === 11)
      .map((left) => `${left.heapMB.toFixed(1)} MB, ${left.listeners}`),
  });
  // Each worker has four listeners, and each run one worker of its own; those that live come and go.
  expect(seen.at(-1)!.listeners - seen[0].listeners).toBeLessThan(rounds(24, 40));
  if (runs <= 100) return;
  expect(late.heapMB).toBeLessThan(1.05 * early.heapMB);
  expect(late.processMB).toBeLessThanOrEqual(1.1 * early.processMB);
});

test('Stop waits for no worker, and takes little work', async ({ page, browserName }) => {
  test.skip(browserName !== 'chromium', 'Chromium alone tells what its threads do');
  test.setTimeout(rounds(120_000, 1_800_000));
  const bench = new BenchPage(page);
  await bench.openInEditor('def solve_x(I):\n    return I\n');
  await bench.setEndless();
  await bench.set('Search for', '600');
  await page.keyboard.press('Escape');
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  /** Milliseconds of the processor that the page's thread has had. */
  const worked = async (): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration')!.value * 1000;
  };
  const random = new Random(`${SOAK_SEED}/stops`);
  const stops: { readonly work: number; readonly clock: number }[] = [];
  for (let i = 0; i < rounds(6, 300); i++) {
    await bench.run.click();
    await expect(bench.stop).toBeEnabled();
    await page.waitForTimeout(random.int(0, 1500));
    const before = await worked();
    const clock = await timeStop(page);
    stops.push({ work: (await worked()) - before, clock });
  }
  const [work, clock] = (['work', 'clock'] as const).map((key) =>
    stops.map((stop) => stop[key]).sort((a, b) => a - b),
  );
  const of = (sorted: readonly number[]) => ({
    median: Math.round(sorted[sorted.length >> 1]),
    most: Math.round(sorted.at(-1)!),
  });
  const figures = { stops: stops.length, workMs: of(work), clockMs: of(clock) };
  tell('stops in the tab', figures);
  console.log(`Stop: ${JSON.stringify(figures)}`);
  expect(work.at(-1)).toBeLessThan(rounds(250, 100));
  // By the clock it hangs on what else the machine does; a job or a deadline that it waits for takes longer than that.
  expect(clock[clock.length >> 1]).toBeLessThan(2000);
});

/** What there is after some runs. */
interface Left {
  /** What the page's own thread holds after a collection. */
  readonly heapMB: number;
  /** The page's process with all workers in it, which nobody makes collect. */
  readonly processMB: number;
  /** Of all objects that have not been collected. */
  readonly listeners: number;
}

async function looking(browser: Browser, page: Page): Promise<() => Promise<Left>> {
  const session = await page.context().newCDPSession(page);
  const system = await browser.newBrowserCDPSession();
  await session.send('Performance.enable');
  return async () => {
    await session.send('HeapProfiler.collectGarbage');
    const { metrics } = await session.send('Performance.getMetrics');
    const value = (wanted: string): number => metrics.find(({ name }) => name === wanted)!.value;
    const { processInfo } = await system.send('SystemInfo.getProcessInfo');
    const processes = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => residentMB(id));
    return {
      heapMB: value('JSHeapUsedSize') / 2 ** 20,
      processMB: Math.max(...processes),
      listeners: value('JSEventListeners'),
    };
  };
}

/** Of a process on Linux; 0 elsewhere. */
function residentMB(id: number): number {
  const file = `/proc/${id}/status`;
  return existsSync(file) ? Number(/VmRSS:\s*(\d+)/.exec(readFileSync(file, 'utf8'))?.[1]) / 1024 : 0;
}

/** The median of each figure. */
function middle(of: readonly Left[]): Left {
  const at = (key: keyof Left): number => of.map((one) => one[key]).sort((a, b) => a - b)[of.length >> 1];
  return { heapMB: at('heapMB'), processMB: at('processMB'), listeners: at('listeners') };
}

const poolSize = async (page: Page): Promise<number> =>
  Number(await page.getByRole('slider', { name: 'Workers' }).inputValue());
