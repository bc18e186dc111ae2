/** The report on a sweep: counts, and the files that it exports as. */
import { standingOf, type AnyOptions, type Standing, type TaskResult } from './sweep-record.ts';

export interface SweepSummary extends Readonly<Record<Standing, number>> {
  /** Tasks of the sweep, and those that have a result. */
  readonly tasks: number;
  readonly done: number;
  /** Test pairs whose answer is known, and those that the best candidates have right. */
  readonly testKnown: number;
  readonly testRight: number;
  readonly candidates: number;
  /** Working time over all tasks; several are at work at the same time. */
  readonly seconds: number;
}

export function summaryOf(results: Iterable<TaskResult>, tasks: number): SweepSummary {
  const standing: Record<Standing, number> = { solved: 0, partly: 0, unsolved: 0, error: 0 };
  let [done, testKnown, testRight, candidates, seconds] = [0, 0, 0, 0, 0];
  for (const result of results) {
    standing[standingOf(result)]++;
    done++;
    testKnown += result.test.filter((match) => match !== null).length;
    testRight += result.test.filter((match) => match === true).length;
    candidates += result.candidates;
    seconds += result.seconds;
  }
  return {
    tasks,
    done,
    ...standing,
    testKnown,
    testRight,
    candidates,
    seconds: Number(seconds.toFixed(3)),
  };
}

const COLUMNS = [
  ...['task', 'result', 'matched', 'train', 'accuracy', 'test', 'candidates', 'seconds', 'ended', 'solver'],
  'error',
  'dataset',
];

/** What a report is on: the data set with its version, or the file that the tasks are from. */
export interface SweptTasks {
  readonly dataset: string;
  readonly count: number;
}

/** A row a task, in their order, as RFC 4180 has it: a solver stands in quotes, with its line breaks. */
export function reportCsv({ dataset }: SweptTasks, results: readonly TaskResult[]): string {
  const rows = results.map((result) => [
    result.task,
    standingOf(result),
    result.matched,
    result.train,
    result.accuracy,
    result.test.map((match) => (match === null ? '?' : match ? '1' : '0')).join(' '),
    result.candidates,
    result.seconds,
    result.ended,
    result.solver,
    result.error ?? '',
    dataset,
  ]);
  return [COLUMNS, ...rows].map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
}

/** A text that a spreadsheet would take for a formula gets an apostrophe in front: tasks come from strangers. */
function csvCell(value: string | number): string {
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export interface SweepReport {
  readonly version: 1;
  readonly dataset: string;
  readonly options: AnyOptions;
  readonly summary: SweepSummary;
  readonly results: readonly TaskResult[];
}

export function reportJson(
  { dataset, count }: SweptTasks,
  options: AnyOptions,
  results: readonly TaskResult[],
): string {
  const summary = summaryOf(results, count);
  const report: SweepReport = { version: 1, dataset, options, summary, results };
  return `${JSON.stringify(report, null, 1)}\n`;
}
