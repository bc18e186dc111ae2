/** Processor time, which other programs on the machine disturb less than time on the wall. */
import { readdirSync, readFileSync } from 'node:fs';

/** Starts a watch; the function that it gives tells the milliseconds since, null where the system does not. */
export type CpuClock = () => () => number | null;

/** All threads of this process together, those that compile and collect garbage included. */
export const ofProcess: CpuClock = () => {
  const started = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(started);
    return (user + system) / 1000;
  };
};

/** The one thread that worked longest: what the work would take on the wall of an idle machine. Linux tells. */
export const ofBusiestThread: CpuClock = () => {
  const before = threadTimes();
  return () => {
    const after = threadTimes();
    if (before === null || after === null) return null;
    return Math.max(...[...after].map(([thread, time]) => time - (before.get(thread) ?? 0)));
  };
};

/** Milliseconds that each thread of this process has run; null where the system does not tell. */
export function threadTimes(): Map<string, number> | null {
  try {
    const threads = readdirSync('/proc/self/task');
    return new Map(threads.map((thread) => [thread, Number(scheduled(thread).split(' ')[0]) / 1e6]));
  } catch {
    return null;
  }
}

/** Nanoseconds run, nanoseconds waited, turns; zeros for a thread that has just ended. */
function scheduled(thread: string): string {
  try {
    return readFileSync(`/proc/self/task/${thread}/schedstat`, 'utf8');
  } catch (error) {
    if (readdirSync('/proc/self/task').includes(thread)) throw error;
    return '0 0 0';
  }
}
