/** What the page says of a sweep while its dialog is closed. */
import type { SweepSummary } from '../../host/sweep/results.ts';
import { number, plural } from './sentences.ts';

export function finishedText({ solved, tasks }: SweepSummary): string {
  return `The sweep is finished: ${number(solved)} of ${plural(tasks, 'task')} solved.`;
}

/** Of a sweep that goes on while its dialog is closed. */
export function underWayText({ done, tasks, solved }: SweepSummary, yielding: boolean): string {
  const counts = `${number(done)} of ${plural(tasks, 'task')}, ${number(solved)} solved`;
  return yielding ? `Sweep waits for this run: ${counts}` : `Sweep: ${counts}`;
}
