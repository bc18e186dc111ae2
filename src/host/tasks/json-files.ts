/** What a JSON file means: a task or many, Kaggle's challenges and solutions, a submission, a library. */
import { JsonLines } from '../../core/formats/json-lines.ts';
import { looksLikeSolutions, withSolutions } from '../../core/formats/kaggle.ts';
import { looksLikeSubmission, readSubmission } from '../../core/formats/submission.ts';
import { readTaskFile } from '../../core/formats/task-file.ts';
import { legible } from '../../core/task/legible.ts';
import { faultText, type FormatFault } from '../../core/task/refusal.ts';
import { looksLikeIdentity, looksLikeReport, readReport } from '../sweep/report-file.ts';
import { refused, type FileRead, type Item } from './file-read.ts';
import { isSameTask, nameTask, type NamedTask } from './named-task.ts';

/** JSON that has been parsed, and waits for being understood together with its like. */
export interface Parsed {
  readonly item: Item;
  readonly data: unknown;
  readonly text: string;
}

/** What each JSON is. What lies beside the report of a sweep is told by it. Solutions go with the challenges of their name, or with the only ones there are. */
export function understand(all: readonly Parsed[], allPairs = false): FileRead[] {
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
    return meaningOf(one, mine, allPairs);
  });
  const alone = solutions.filter((one) => !used.has(one));
  return [
    ...joinSubmissions(keepApart(read)),
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

function meaningOf({ item, data, text }: Parsed, solutions: Parsed | undefined, allPairs: boolean): FileRead {
  const file = item.name;
  if (isRecord(data) && data.format === 'batt-library') return { kind: 'library', file, text };
  if (isRecord(data) && looksLikeReport(data)) {
    const report = readReport(data);
    return report.ok ? { kind: 'report', file, swept: report.value } : refused(item, faultText(report.fault));
  }
  if (isRecord(data) && looksLikeIdentity(data))
    return refused(item, 'it tells of which sweep the results beside it are; its report is report.json');
  const name = stemOf(file);
  if (looksLikeSubmission(data)) {
    const submission = readSubmission(data, undefined, name);
    if (!submission.ok) return refused(item, faultText(submission.fault));
    return { kind: 'submission', file, submission: submission.value };
  }
  const read = tasksIn(data, name, item.origin, { solutions: solutions?.data, allPairs });
  if (!read.ok) return refused(item, faultText(read.fault));
  return { kind: 'tasks', file, tasks: read.tasks, remarks: read.remarks };
}

/** Of tasks that have one name and are not the same, all but the first get a number. */
function keepApart(read: readonly FileRead[]): FileRead[] {
  const first = new Map<string, NamedTask>();
  return read.map((file) => {
    if (file.kind !== 'tasks') return file;
    const remarks = [...file.remarks];
    const tasks = file.tasks.map((named) => {
      const known = first.get(named.id);
      if (known === undefined) first.set(named.id, named);
      if (known === undefined || isSameTask(known.task, named.task)) return named;
      let n = 2;
      while (first.has(`${named.id}_${n}`)) n++;
      const id = `${named.id}_${n}`;
      const renamed = nameTask(id, named.task, named.origin);
      first.set(id, renamed);
      remarks.push(legible(`Another task called ${named.id} is ${id} here.`));
      return renamed;
    });
    return { ...file, tasks, remarks };
  });
}

/** Files with the attempts for one task each are one submission. */
function joinSubmissions(read: readonly FileRead[]): FileRead[] {
  const parts = read.filter((one) => one.kind === 'submission');
  if (parts.length < 2) return [...read];
  const submission = new Map(parts.flatMap((part) => [...part.submission]));
  const joined: FileRead = { kind: 'submission', file: `${parts.length} files`, submission };
  return [...read.filter((one) => one.kind !== 'submission'), joined];
}

export type TasksIn =
  | { readonly ok: true; readonly tasks: readonly NamedTask[]; readonly remarks: readonly string[] }
  | { readonly ok: false; readonly fault: FormatFault };

/**
 * The tasks of parsed data in any layout; `name` is for what has no name of its own, `solutions` are the data of a file
 * of solutions.
 */
export function tasksIn(
  data: unknown,
  name: string,
  origin: string,
  { solutions, allPairs = false }: { readonly solutions?: unknown; readonly allPairs?: boolean } = {},
): TasksIn {
  const file = readTaskFile(data, name, allPairs);
  if (!file.ok) return file;
  const { remarks } = file.value;
  let tasks = new Map(file.value.tasks.map(({ id, task }) => [id, task]));
  if (solutions !== undefined) {
    const joined = withSolutions(tasks, solutions);
    if (!joined.ok) return joined;
    tasks = joined.value;
  }
  const named = file.value.tasks.map(({ id, task, part }) =>
    nameTask(id, tasks.get(id) ?? task, part === '' ? origin : `${origin}, ${part}`),
  );
  // Names that look like numbers stand first in an object, whatever the order of the file.
  if (isRecord(data) && !(data instanceof JsonLines))
    named.sort((a, b) => order(a.origin, b.origin) || order(a.id, b.id));
  return { ok: true, tasks: named, remarks };
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The name of a file without its ending. */
function stemOf(file: string): string {
  return file.replace(/\.(json|jsonl|ndjson)$/i, '');
}

function isRecord(data: unknown): data is Record<string, unknown> {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}
