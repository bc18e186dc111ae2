/** What can be taken along from a sweep, as text. Results are in the order of the tasks. */
import type { KeptSweep } from '../../host/sweep/store.ts';
import { reportCsv, reportJson } from '../../host/sweep/reports.ts';
import type { TaskResult } from '../../host/sweep/results.ts';
import { inTaskOrder, sweptIn } from './sweep-sets.ts';

type Results = readonly TaskResult[];

/** `faulty` are the ids of tasks that are marked. */
export function csvOf(sweep: KeptSweep, results: Results, faulty: readonly string[]): string {
  return reportCsv({ ...sweptIn(sweep), faulty }, inTaskOrder(sweep, results));
}

export function jsonOf(sweep: KeptSweep, results: Results, faulty: readonly string[]): string {
  return reportJson({ ...sweptIn(sweep), faulty }, sweep.options, inTaskOrder(sweep, results));
}
