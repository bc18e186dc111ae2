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

/** The longest of them in words, for the figures of a test. */
export const inWords = (tasks: readonly ThreadTask[]): string =>
  tasks.map(({ cpu, wall }) => `${cpu.toFixed(0)} ms (${wall.toFixed(0)} by the clock)`).join(', ');
