/** What a JSON file means: a task or many, Kaggle's challenges and solutions, a submission, a library. */
import { looksLikeSolutions, readKaggle } from '../../core/formats/kaggle.ts';
import { readSubmission } from '../../core/formats/submission.ts';
import { faultText, readTask, type FormatFault } from '../../core/task/read.ts';
import { looksLikeIdentity, looksLikeReport, readReport } from '../sweep/report-file.ts';
import { refused, type FileRead, type Item } from './file-read.ts';
import { nameTask, type NamedTask } from './named-task.ts';

/** JSON that has been parsed, and waits for being understood together with its like. */
export interface Parsed {
  readonly item: Item;
  readonly data: unknown;
  readonly text: string;
}

/** What each JSON is. What lies beside the report of a sweep is told by it. Solutions go with the challenges of their name, or with the only ones there are. */
export function understand(all: readonly Parsed[]): FileRead[] {
  const parsed = withoutBeside(all);
  const solutions = parsed.filter(({ data }) => looksLikeSolutions(data));
  const rest = parsed.filter((one) => !solutions.includes(one));
  const used = new Set<Parsed>();
  const read = rest.map((one) => {
    const stem = /^(.*)_challenges\.json$/i.exec(one.item.name)?.[1];
    const isSet = stem !== undefined || (rest.length === 1 && solutions.length === 1);
    const mine = isSet
      ? (solutions.find(({ item }) => item.name.toLowerCase() === `${stem}_solutions.json`.toLowerCase()) ??
        (rest.length === 1 && solutions.length === 1 ? solutions[0] : undefined))
      : undefined;
    if (mine) used.add(mine);
    return meaningOf(one, mine);
  });
  const alone = solutions.filter((one) => !used.has(one));
  return [
    ...read,
    ...alone.map(({ item }) =>
      refused(item, 'these are solutions: open them together with the challenges that they belong to'),
    ),
  ];
}

/** A folder of a sweep holds its identity and often a submission, too: the report is what is opened of it. */
function withoutBeside(all: readonly Parsed[]): readonly Parsed[] {
  const folderOf = ({ item }: Parsed): string => item.path.slice(0, item.path.lastIndexOf('/') + 1);
  const reports = all.filter(({ data }) => isRecord(data) && looksLikeReport(data));
  const folders = new Set(reports.map(folderOf));
  return all.filter((one) => {
    const { data } = one;
    if (!isRecord(data) || !folders.has(folderOf(one))) return true;
    return !looksLikeIdentity(data) && !looksLikeSubmission(data);
  });
}

function meaningOf({ item, data, text }: Parsed, solutions: Parsed | undefined): FileRead {
  const file = item.name;
  if (isRecord(data) && data.format === 'batt-library') return { kind: 'library', file, text };
  if (isRecord(data) && looksLikeReport(data)) {
    const report = readReport(data);
    return report.ok ? { kind: 'report', file, swept: report.value } : refused(item, faultText(report.fault));
  }
  if (isRecord(data) && looksLikeIdentity(data))
    return refused(item, 'it tells of which sweep the results beside it are; its report is report.json');
  if (looksLikeSubmission(data)) {
    const submission = readSubmission(data);
    if (!submission.ok) return refused(item, faultText(submission.fault));
    return { kind: 'submission', file, submission: submission.value };
  }
  if (solutions !== undefined) {
    const tasks = readKaggle(data, solutions.data);
    if (!tasks.ok) return refused(item, faultText(tasks.fault));
    return {
      kind: 'tasks',
      file,
      tasks: [...tasks.value].map(([id, task]) => nameTask(id, task, item.origin)),
    };
  }
  const tasks = tasksIn(data, file.replace(/\.json$/i, ''), item.origin);
  return tasks.ok ? { kind: 'tasks', file, tasks: tasks.tasks } : refused(item, faultText(tasks.fault));
}

export type TasksIn =
  | { readonly ok: true; readonly tasks: readonly NamedTask[] }
  | { readonly ok: false; readonly fault: FormatFault };

/** One task, or an object of tasks by id; `id` names a single task. */
export function tasksIn(data: unknown, id: string, origin: string): TasksIn {
  if (!isRecord(data))
    return {
      ok: false,
      fault: { path: '', message: `a task or an object of tasks is needed, not ${kindOf(data)}` },
    };
  const isOne = 'train' in data || 'test' in data;
  const entries: [string, unknown][] = isOne ? [[id, data]] : Object.entries(data);
  // Names that look like numbers stand first in an object, whatever the order of the file.
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  if (entries.length === 0) return { ok: false, fault: { path: '', message: 'the file holds no task' } };
  const tasks: NamedTask[] = [];
  for (const [key, value] of entries) {
    const read = readTask(value);
    if (!read.ok) {
      const path = isOne ? read.fault.path : [key, read.fault.path].filter(Boolean).join('.');
      return { ok: false, fault: { path, message: read.fault.message } };
    }
    tasks.push(nameTask(key, read.value, origin));
  }
  return { ok: true, tasks };
}

function looksLikeSubmission(data: unknown): boolean {
  if (!isRecord(data)) return false;
  const first: unknown = Object.values(data)[0];
  return Array.isArray(first) && isRecord(first[0]) && 'attempt_1' in first[0];
}

function isRecord(data: unknown): data is Record<string, unknown> {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}

function kindOf(data: unknown): string {
  if (data === null) return 'null';
  return Array.isArray(data) ? 'a list' : `a ${typeof data}`;
}
