/** `batt queue status`: how far the sweeps are, and who works on what. */
import { WrongCall } from '../faults.ts';
import { needed, readOptions } from '../options.ts';
import { print } from '../output.ts';
import { onSignal } from '../signals.ts';
import { Patience, sleep } from './patience.ts';
import { stateOf, type QueueState, type SweepState, type WorkerState } from './state.ts';
import { withQueue } from './verbs.ts';

/** Milliseconds between two looks. */
const LOOK_MS = 2000;

export async function status(words: readonly string[]): Promise<number> {
  const options = readOptions(words, { values: ['db', 'name'], flags: ['json', 'watch'] });
  const name = options.name === undefined ? null : needed('name', options.name);
  return withQueue(options.db, {}, async ({ database }) => {
    let stopped: number | null = null;
    const off = onSignal((code) => (stopped = code));
    const patience = new Patience(() => stopped !== null);
    const look = (): Promise<QueueState> => stateOf(database, name);
    try {
      for (let state = await look(); ; state = await patience.until(look)) {
        if (name !== null && state.sweeps.length === 0)
          throw new WrongCall(`the database holds no sweep '${name}'`);
        print(options.json ? `${JSON.stringify(state)}\n` : textOf(state));
        if (!options.watch || state.sweeps.every(isOver)) return 0;
        await sleep(LOOK_MS, () => stopped !== null);
        if (stopped !== null) return stopped;
      }
    } finally {
      off();
    }
  });
}

const isOver = ({ tasks, done, failed, cancelled }: SweepState): boolean =>
  cancelled || tasks === done + failed;

function textOf({ sweeps, workers }: QueueState): string {
  const lines = sweeps.length === 0 ? ['no sweeps'] : sweeps.flatMap(sweepLines);
  return `${[...lines, ...workers.flatMap(workerLines)].join('\n')}\n`;
}

function sweepLines(sweep: SweepState): string[] {
  const { name, tasks, done, running, failed, failures, alarms, cancelled, rate, secondsLeft } = sweep;
  const parts = [`${done} of ${tasks} done`, `${running} running`, `${failed} failed`];
  if (cancelled) parts.push('cancelled');
  if (alarms > 0) parts.push(`${alarms} ALARMS: results that differ from the first`);
  if (!isOver(sweep)) parts.push(`${rate} a second`);
  if (secondsLeft !== null) parts.push(`${durationText(secondsLeft)} left`);
  const more = failed > failures.length ? [`  … and ${failed - failures.length} more`] : [];
  return [
    `${name}: ${parts.join(', ')}`,
    ...failures.map(({ task, reason }) => `  ${task}: ${reason}`),
    ...more,
  ];
}

function workerLines({ name, threads, alive, tasks }: WorkerState): string[] {
  const what = tasks.map(({ sweep, task, seconds }) => `${sweep}/${task} for ${durationText(seconds)}`);
  const silent = alive ? '' : ', silent';
  return [`${name} (${threads} threads${silent}): ${what.length === 0 ? 'waits' : what.join(', ')}`];
}

function durationText(seconds: number): string {
  if (seconds < 120) return `${seconds} s`;
  if (seconds < 7200) return `${Math.round(seconds / 60)} min`;
  return `${Math.round(seconds / 3600)} h`;
}
