/** What can be taken along from a sweep, as text. Results are in the order of the tasks. */
import type { KeptSweep } from '../../host/sweep/store.ts';
import { reportCsv, reportJson, type TaskResult } from '../../host/sweep/results.ts';
import { inTaskOrder, sweptIn } from './sweep-sets.ts';

type Results = readonly TaskResult[];

export function csvOf(sweep: KeptSweep, results: Results): string {
  return reportCsv(sweptIn(sweep), inTaskOrder(sweep, results));
}

export function jsonOf(sweep: KeptSweep, results: Results): string {
  return reportJson(sweptIn(sweep), sweep.options, inTaskOrder(sweep, results));
}

/** The solvers that match every train pair, as a solver file. */
export function solversOf(sweep: KeptSweep, results: Results): string {
  return inTaskOrder(sweep, results)
    .filter(({ solved }) => solved)
    .map(({ solver }) => solver)
    .join('\n\n');
}
