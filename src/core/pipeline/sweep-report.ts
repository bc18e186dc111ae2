/** The report on a sweep: the files that it exports as. */
import { standingOf, type AnyOptions, type TaskResult } from './sweep-record.ts';
import { summaryOf, type SweepSummary } from './sweep-summary.ts';

const COLUMNS = [
  ...['task', 'result', 'matched', 'train', 'accuracy', 'test', 'candidates', 'seconds', 'ended', 'solver'],
  'error',
  'dataset',
];

/** What a report is on: the data set with its version, or the file that the tasks are from. */
export interface SweptTasks {
  readonly dataset: string;
  readonly count: number;
  /** Ids of tasks that somebody holds for faulty; left out where nobody can say so. */
  readonly faulty?: readonly string[];
}

/** A row a task, in their order, as RFC 4180 has it: a solver stands in quotes, with its line breaks. */
export function reportCsv({ dataset, faulty }: SweptTasks, results: readonly TaskResult[]): string {
  const marked = new Set(faulty);
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
    ...(faulty === undefined ? [] : [marked.has(result.task) ? 'faulty' : '']),
  ]);
  const columns = faulty === undefined ? COLUMNS : [...COLUMNS, 'marked'];
  return [columns, ...rows].map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
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
  /** Ids of tasks that were held for faulty; left out where nobody has marked one. */
  readonly faulty?: readonly string[];
}

export function reportJson(
  { dataset, count, faulty = [] }: SweptTasks,
  options: AnyOptions,
  results: readonly TaskResult[],
): string {
  const summary = summaryOf(results, count);
  const marks = faulty.length > 0 ? { faulty } : {};
  const report: SweepReport = { version: 1, dataset, options, summary, ...marks, results };
  return `${JSON.stringify(report, null, 1)}\n`;
}
