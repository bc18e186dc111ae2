/** What the thread of the page does, task by task, in processor time: what else the machine does is no fault of the page. */
import type { Browser, Page } from '@playwright/test';

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args: { readonly name?: string };
}

export interface ThreadTask {
  /** Milliseconds of the processor. */
  readonly cpu: number;
  /** Milliseconds by the clock. */
  readonly wall: number;
}

/** Watches from now on; what comes back ends that and gives the longest tasks, the longest first. Chromium only. */
export async function watchThread(
  browser: Browser,
  page: Page,
): Promise<() => Promise<readonly ThreadTask[]>> {
  await browser.startTracing(page, { categories: ['toplevel', 'devtools.timeline'] });
  return async () => longestTasks(JSON.parse((await browser.stopTracing()).toString()) as Trace);
}

interface Trace {
  readonly traceEvents: readonly TraceEvent[];
}

const MOST = 5;

function longestTasks({ traceEvents }: Trace): ThreadTask[] {
  const mains = new Set(
    traceEvents.filter(({ args }) => args.name === 'CrRendererMain').map(({ pid, tid }) => `${pid}/${tid}`),
  );
  return traceEvents
    .filter(({ name, ph, pid, tid }) => ph === 'X' && name.includes('RunTask') && mains.has(`${pid}/${tid}`))
    .map(({ dur = 0, tdur = 0 }) => ({ cpu: tdur / 1000, wall: dur / 1000 }))
    .sort((a, b) => b.cpu - a.cpu)
    .slice(0, MOST);
}

/**
 * What a fixed piece of work takes in the page now, in milliseconds of the processor: objects made, written, read and
 * sorted by code that has not run before. On a machine that others keep busy it takes several times as long as on a quiet
 * one, as everything does.
 */
export async function paceOf(browser: Browser, page: Page): Promise<number> {
  const longest = await watchThread(browser, page);
  await page.evaluate(() => {
    const rows = Array.from({ length: 20_000 }, (_, i) => ({
      id: `t${(i * 7919) % 20_000}`,
      cells: [i, i + 1],
    }));
    const read = JSON.parse(JSON.stringify(rows)) as typeof rows;
    return read.sort((a, b) => (a.id < b.id ? -1 : 1)).length;
  });
  return (await longest())[0].cpu;
}

/** The longest of them in words, for the figures of a test. */
export const inWords = (tasks: readonly ThreadTask[]): string =>
  tasks.map(({ cpu, wall }) => `${cpu.toFixed(0)} ms (${wall.toFixed(0)} by the clock)`).join(', ');
