/**
 * Files that the user drops or chooses: tasks, solvers, submissions, libraries, public data sets, zips of them; told
 * apart by what they hold.
 */
import { parseJsonOrLines } from '../../core/formats/json-lines.ts';
import { faultText } from '../../core/task/refusal.ts';
import type { FileReport, Outcome } from '../../protocol/index.ts';
import { canHash } from '../datasets/git.ts';
import { recogniseSets, unlikeSets, type FoundSet } from '../datasets/recognise.ts';
import { refused, type FileRead, type Item } from './file-read.ts';
import { understand, type Parsed } from './json-files.ts';
import { bytesOf, textOf, tooLarge } from './text.ts';
import { MAX_ZIP_BYTES, unpack } from './zip.ts';

/** Of solvers that are read one by one; a library's, which has been read before, may have more. */
const MAX_SOLVER_BYTES = 2_000_000;

export type SolverReader = (source: string) => Promise<Outcome<FileReport>>;

export interface ReadFilesOptions {
  /** Where a file lay, with its folders. */
  readonly pathOf?: (file: File) => string;
  /** Whether all pairs of a list are wanted, and not a task made of the first few. */
  readonly allPairs?: boolean;
}

/** Reads files. Nothing is thrown: a file that cannot be used is an answer that says why. */
export async function readFiles(
  files: readonly File[],
  readSolvers: SolverReader,
  { pathOf = ({ name }) => name, allPairs = false }: ReadFilesOptions = {},
): Promise<FileRead[]> {
  const read: FileRead[] = [];
  const parsed: Parsed[] = [];
  const items: Item[] = [];
  const left: FileRead[] = [];
  const folder = commonFolder(files.map(pathOf));
  for (const file of files) {
    if (/\.zip$/i.test(file.name)) {
      const unpacked = await zipItems(file);
      if (typeof unpacked === 'string') read.push(refused(file, unpacked));
      else {
        for (const item of unpacked.items) items.push(item);
        left.push(...unpacked.left);
      }
    } else {
      items.push({
        name: lastName(file.name),
        path: pathOf(file),
        origin: folder || file.name,
        size: file.size,
        bytes: () => bytesOf(file),
      });
    }
  }
  const sets = await recogniseSets(items);
  for (const found of sets) read.push(await dataSetOf(found));
  const taken = new Set(sets.flatMap((found) => found.files));
  for (const item of items) if (!taken.has(item)) await take(item);
  // Beside a data set lie the other files of its repository, which are none of ours.
  const strangers = new Set(items.filter((item) => isBeside(item, sets)).map(({ name }) => name));
  const notes = canHash() ? unlikeSets(items, sets) : [];
  const all = [...read, ...left, ...noted(understand(parsed, allPairs), notes)];
  // What else the folder of a sweep holds says the same as its report.
  if (all.some(({ kind }) => kind === 'report'))
    for (const name of ['results.jsonl', 'report.csv']) strangers.add(name);
  return all.filter(({ kind, file }) => kind !== 'refused' || !strangers.has(file));

  async function take(item: Item): Promise<void> {
    if (!isPython(item) && !/\.(json|jsonl|ndjson)$/i.test(item.name)) {
      read.push(refused(item, 'tasks come as .json and solvers as .py, or as a .zip of them'));
      return;
    }
    const text = await textOf(item);
    if (!text.ok) read.push(refused(item, text.why));
    else if (isPython(item)) read.push(await solversOf(item, text.text, readSolvers));
    else {
      const data = parseJsonOrLines(text.text, item.name);
      if (data.ok) parsed.push({ item, data: data.value, text: text.text });
      else read.push(refused(item, faultText(data.fault)));
    }
  }
}

/** Remarks on a whole folder stand first at the first of its files. */
function noted(files: readonly FileRead[], notes: readonly string[]): FileRead[] {
  const first = files.find(({ kind }) => kind === 'tasks');
  return files.map((file) =>
    file === first && file.kind === 'tasks' ? { ...file, remarks: [...notes, ...file.remarks] } : file,
  );
}

const isPython = ({ name }: { readonly name: string }) => /\.pyw?$/i.test(name);

async function dataSetOf({ set, files }: FoundSet<Item>): Promise<FileRead> {
  const texts: Record<string, string> = {};
  for (const { name, bytes } of files)
    texts[name.replace(/\.json$/i, '')] = new TextDecoder().decode(await bytes());
  return { kind: 'dataset', file: files[0].origin, set, texts };
}

function isBeside({ origin }: Item, sets: readonly FoundSet<Item>[]): boolean {
  return sets.some(({ files }) => files[0].origin === origin);
}

/** What is in a zip, and what of it was left out. */
interface ZipItems {
  readonly items: readonly Item[];
  readonly left: readonly FileRead[];
}

async function zipItems(file: File): Promise<ZipItems | string> {
  if (file.size > MAX_ZIP_BYTES) return tooLarge(file.size, MAX_ZIP_BYTES);
  const unpacked = await unpack(await bytesOf(file));
  if (!unpacked.ok) return unpacked.why;
  const { entries, left } = unpacked;
  if (entries.length === 0 && left.length === 0) return 'there is no task (.json) and no solver (.py) in it';
  return {
    items: entries.map(({ name, bytes }) => ({
      name: lastName(name),
      path: `${file.name}/${name}`,
      origin: file.name,
      size: bytes.length,
      bytes: async () => bytes,
    })),
    left: left.map(({ name, why }) => refused({ name: lastName(name) }, why)),
  };
}

/**
 * A name without its folders, whichever way they are written, and without characters that cannot be seen or turn the
 * text around them. Nothing is ever written to a place of that name.
 */
function lastName(name: string): string {
  return name.replace(/^.*[\\/]/, '').replace(/[\p{Cc}\p{Cf}]/gu, '');
}

async function solversOf(item: Item, source: string, readSolvers: SolverReader): Promise<FileRead> {
  if (/^# kept \{/m.test(source)) return { kind: 'library', file: item.name, text: source };
  if (item.size > MAX_SOLVER_BYTES) return refused(item, tooLarge(item.size, MAX_SOLVER_BYTES));
  const answer = await readSolvers(source);
  if (!answer.ok) return refused(item, `it could not be read: ${answer.why}`);
  return { kind: 'solvers', file: item.name, source, report: answer.value };
}

/** The folder that all files were chosen or dropped with; '' for none. */
function commonFolder(paths: readonly string[]): string {
  const folders = new Set(paths.map((path) => /^(.*?)\//.exec(path)?.[1] ?? ''));
  const [folder] = folders;
  return paths.length > 1 && folders.size === 1 ? (folder ?? '') : '';
}
