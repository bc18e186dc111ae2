/** Reports of sweeps as files: what the command line writes into its folder, and what the page exports. */
import { readResult, type AnyOptions, type TaskResult } from '../../core/pipeline/sweep-record.ts';
import type { Read } from '../../core/task/refusal.ts';

export interface ReportFile {
  /** What was swept, for people. */
  readonly dataset: string;
  readonly options: AnyOptions;
  /** Tasks of the sweep; those without a result are still to do. */
  readonly tasks: number;
  /** In the order of the tasks. */
  readonly results: readonly TaskResult[];
}

type Fields = Readonly<Record<string, unknown>>;

export function looksLikeReport(data: Fields): boolean {
  return Array.isArray(data.results) && typeof data.summary === 'object' && typeof data.options === 'object';
}

/** The file beside a report that tells of which sweep the results are. */
export function looksLikeIdentity(data: Fields): boolean {
  return data.version === 1 && typeof data.inputs === 'string' && typeof data.options === 'object';
}

export function readReport(data: Fields): Read<ReportFile> {
  const { version, dataset, options, summary, results } = data;
  if (version !== 1) return refusal('version', `version ${String(version)} of the report is not known here`);
  const tasks = (summary as Fields | null)?.tasks;
  if (typeof dataset !== 'string') return refusal('dataset', 'a text is needed');
  if (!Number.isSafeInteger(tasks)) return refusal('summary.tasks', 'a number is needed');
  const read: TaskResult[] = [];
  for (const [i, entry] of (results as unknown[]).entries()) {
    const result = readResult(entry);
    if (!result.ok) return refusal(`results[${i}].${result.fault.path}`, result.fault.message);
    read.push(result.value);
  }
  if (new Set(read.map(({ task }) => task)).size < read.length)
    return refusal('results', 'a task has more than one');
  return {
    ok: true,
    value: { dataset, options: options as AnyOptions, tasks: tasks as number, results: read },
  };
}

const refusal = (path: string, message: string): Read<ReportFile> => ({
  ok: false,
  fault: { path, message },
});
