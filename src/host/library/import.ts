/**
 * Solver files into the library: a `.py` of anybody's, or what `export.ts` wrote. Each solver is a transaction of its
 * own: whatever stops an import, at most the one in hand is missing, and importing again goes on where it ended.
 */
import type { FileDigest, SolverDigest } from '../../core/inspection/sharing.ts';
import { faultText } from '../../core/task/refusal.ts';
import type { Outcome } from '../../protocol/index.ts';
import { fromJson, sectionsOf } from './export.ts';
import type { Library } from './library.ts';
import type { Kept, KeptSolver, Score } from './record.ts';
import { UNPLACED, type TaskRef } from './task-ref.ts';

/** What a solver does on its task. */
export interface Scored extends TaskRef {
  readonly score: Score;
  readonly cost: number;
  /** Name and version of the data set of the task. */
  readonly dataset: string;
}

/** What an import asks of others: the language, and a run on the task. */
export interface ImportHelp {
  digest(source: string): Promise<Outcome<FileDigest>>;
  /** By the name of the solver. null where no task is at hand for it: it is kept, with no score. */
  score(source: string, name: string): Promise<Outcome<Scored | null>>;
  now(): number;
}

export interface ImportProgress {
  readonly done: number;
  readonly all: number;
}

export interface FaultyItem {
  /** Of the file, from 1; 0 for the file as a whole or where there are no lines, as in JSON. */
  readonly line: number;
  /** Name of the function, or '' where there is none. */
  readonly name: string;
  readonly why: string;
}

export interface ImportReport extends Readonly<Record<Kept, number>> {
  readonly faulty: readonly FaultyItem[];
  /** It was called off before the end. */
  readonly stopped: boolean;
}

export interface ImportOptions {
  /** Where the solvers come from, in words: the name of the file. */
  readonly origin: string;
  readonly progress?: (progress: ImportProgress) => void;
  readonly signal?: AbortSignal;
}

/** Something to be kept: with a record, or to be scored first. */
interface Item {
  readonly line: number;
  readonly name: string;
  readonly make: () => Promise<KeptSolver | string>;
}

/** UTF-16 units of a file. */
const MAX_IMPORT = 64_000_000;

export async function importSolvers(
  library: Library,
  text: string,
  help: ImportHelp,
  options: ImportOptions,
): Promise<ImportReport> {
  const counts: Record<Kept, number> = { new: 0, better: 0, equal: 0, worse: 0 };
  const faulty: FaultyItem[] = [];
  const isStopped = (): boolean => options.signal?.aborted === true;
  if (text.length > MAX_IMPORT) {
    faulty.push({
      line: 0,
      name: '',
      why: `The file is over ${MAX_IMPORT / 1e6} MB: split it into several files.`,
    });
    return { ...counts, faulty, stopped: false };
  }
  const isJson = /^\ufeff?\s*[{[]/.test(text);
  const items = isJson ? jsonItems(text, help, faulty) : await pythonItems(text, help, options, faulty);
  for (const [done, { line, name, make }] of items.entries()) {
    if (isStopped()) break;
    options.progress?.({ done, all: items.length });
    const made = await make();
    if (typeof made === 'string') faulty.push({ line, name, why: made });
    else counts[await library.add(made)]++;
  }
  const stopped = isStopped();
  if (!stopped) options.progress?.({ done: items.length, all: items.length });
  faulty.sort((a, b) => a.line - b.line);
  return { ...counts, faulty, stopped };
}

/** All of a library or nothing: a fault in the file leaves everything as it was. */
function jsonItems(text: string, help: ImportHelp, faulty: FaultyItem[]): Item[] {
  const read = fromJson(text);
  if (read.ok) {
    return read.value.map((record, i) => ({
      line: 0,
      name: record.task,
      make: () => verified(record, help, `solvers[${i}]`),
    }));
  }
  faulty.push({ line: 0, name: '', why: faultText(read.fault) });
  return [];
}

/** The record, if its hash is that of its source: by it solvers are told apart. */
async function verified(record: KeptSolver, help: ImportHelp, path: string): Promise<KeptSolver | string> {
  const digest = await help.digest(record.source);
  if (!digest.ok) return `${path}: it could not be read: ${digest.why}`;
  const found = digest.value.solvers.find(({ body }) => body?.hash === record.hash);
  if (found !== undefined) return record;
  return `${path}.hash: ${digest.value.solvers.at(-1)?.why || 'it is not that of the source'}`;
}

async function pythonItems(
  text: string,
  help: ImportHelp,
  options: ImportOptions,
  faulty: FaultyItem[],
): Promise<Item[]> {
  const items: Item[] = [];
  const addPlain = async (source: string, line: number): Promise<void> => {
    if (source.trim() === '') return;
    const digest = await help.digest(source);
    if (!digest.ok) {
      faulty.push({ line, name: '', why: `It could not be read: ${digest.why}.` });
      return;
    }
    for (const fault of digest.value.faults)
      faulty.push({ line: line + fault.line - 1, name: '', why: fault.why });
    for (const solver of digest.value.solvers) {
      const at = line + solver.line - 1;
      items.push({ line: at, name: solver.name, make: () => scored(solver, help, options.origin) });
    }
  };
  for (const { line, source, rest, record } of sectionsOf(text)) {
    if (options.signal?.aborted === true) break;
    if (record?.ok === true && typeof (await verified(record.value, help, 'kept')) !== 'string') {
      items.push({ line, name: record.value.task, make: async () => record.value });
      await addPlain(rest.source, rest.line);
      continue;
    }
    // Without a remark, or with one that is no longer that of the source: functions as in anybody's file.
    if (record?.ok === false) faulty.push({ line: line - 1, name: '', why: faultText(record.fault) });
    if (record === null) await addPlain(rest.source, rest.line);
    else await addPlain(source === '' ? rest.source : `${source}\n${rest.source}`, line);
  }
  return items;
}

/** A function that nobody has kept so far. Its name says which task it is for. */
async function scored(
  { name, source, body, why }: SolverDigest,
  help: ImportHelp,
  origin: string,
): Promise<KeptSolver | string> {
  if (body === null) return why;
  const run = await help.score(source, name);
  if (!run.ok) return `It could not be scored: ${run.why}.`;
  const placed = run.value ?? {
    set: UNPLACED,
    task: name,
    score: { matched: 0, pairs: 0, accuracy: 0 },
    cost: 0,
    dataset: '',
  };
  return { ...placed, source, ...body, origin, date: help.now(), notes: '', star: false };
}
