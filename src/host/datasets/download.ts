/** A data set from its public repository: the list of its files, then each file, checked against the pinned commit. */
import { parseJson } from '../../core/task/parse-json.ts';
import { readTask } from '../../core/task/read.ts';
import { faultText } from '../../core/task/refusal.ts';
import { nameTask, type NamedTask } from '../tasks/named-task.ts';
import { fileAddress, listAddress, versionedName, type DataSet } from './catalogue.ts';
import { blobHash, treeHash, type TreeEntry } from './git.ts';
import type { DataSetStore, StoredFile } from './store.ts';

export interface DownloadOptions {
  readonly store: DataSetStore;
  readonly progress: (done: number) => void;
  readonly signal: AbortSignal;
  readonly fetch?: typeof fetch;
}

export type Downloaded =
  /** `kept`: the browser has it the next time, too. */
  | { readonly ok: true; readonly tasks: readonly NamedTask[]; readonly kept: boolean }
  | { readonly ok: false; readonly why: string };

/** Files asked for at once; a browser multiplexes them over one connection. */
const AT_ONCE = 12;
/** Files that are kept in one go. */
const BATCH = 20;
const TRIES = 3;
const PAUSE = 400;

class Refused {
  readonly why: string;
  constructor(why: string) {
    this.why = why;
  }
}

/** Loads what is not here yet. What has arrived when it ends, for whatever reason, is kept and not asked for again. */
export async function downloadSet(set: DataSet, options: DownloadOptions): Promise<Downloaded> {
  try {
    return await openSet(set, await filesOf(set, options), options.store);
  } catch (error) {
    if (error instanceof Refused) return { ok: false, why: error.why };
    return { ok: false, why: (error as Error).message };
  }
}

/** Reads a set whose files are known to be those of the pinned commit, and keeps it. `files` are texts by task id. */
export async function openSet(
  set: DataSet,
  files: Record<string, string>,
  store: DataSetStore,
): Promise<Downloaded> {
  try {
    const tasks = await tasksOf(set, files);
    const kept = await store.finish(set.key, set.commit, files);
    return { ok: true, tasks, kept };
  } catch (error) {
    return { ok: false, why: error instanceof Refused ? error.why : (error as Error).message };
  }
}

/** The set as it lies in the browser; null where it does not, or not whole, or of another version. */
export async function storedSet(set: DataSet, store: DataSetStore): Promise<readonly NamedTask[] | null> {
  const files = await store.whole(set.key, set.commit);
  if (files === null) return null;
  return tasksOf(set, files).catch(() => null);
}

async function filesOf(set: DataSet, options: DownloadOptions): Promise<Record<string, string>> {
  const { store, progress, signal } = options;
  const entries = await entriesOf(set, options);
  const texts = new Map<string, string>();
  const kept = new Map((await store.parts(set.key)).map((file) => [file.id, file]));
  const missing = entries.filter(({ path, sha }) => {
    const file = kept.get(idOf(path));
    if (file?.sha === sha) texts.set(file.id, file.text);
    return file?.sha !== sha;
  });
  progress(texts.size);

  let arrived: StoredFile[] = [];
  const keep = (): Promise<void> => {
    const batch = arrived;
    arrived = [];
    return batch.length === 0 ? Promise.resolve() : store.addParts(set.key, batch);
  };
  const fetchRest = async (): Promise<void> => {
    for (let entry = missing.shift(); entry !== undefined; entry = missing.shift()) {
      const text = await fileText(set, entry, options);
      const id = idOf(entry.path);
      texts.set(id, text);
      arrived.push({ id, sha: entry.sha, text });
      progress(texts.size);
      if (arrived.length >= BATCH) await keep();
    }
  };
  const workers = Array.from({ length: AT_ONCE }, async () => {
    try {
      await fetchRest();
    } catch (error) {
      missing.length = 0; // the others need not go on
      throw error;
    }
  });
  const ends = await Promise.allSettled(workers);
  await keep();
  const failed = ends.find((end) => end.status === 'rejected');
  if (signal.aborted) throw new Refused('stopped');
  if (failed) throw failed.reason;
  return Object.fromEntries(texts);
}

async function entriesOf(set: DataSet, options: DownloadOptions): Promise<readonly TreeEntry[]> {
  const answer = await ask(listAddress(set), options);
  const list = (await answer.json().catch(() => null)) as { readonly tree?: unknown } | null;
  if (!Array.isArray(list?.tree) || !list.tree.every(isEntry))
    throw new Refused('the list of its files is not what was expected');
  const entries = list.tree as TreeEntry[];
  const hash = await treeHash(entries);
  if (hash !== null && hash !== set.tree)
    throw new Refused('the list of its files is not that of the pinned version');
  const tasks = entries.filter(({ path }) => path.endsWith('.json'));
  if (tasks.length !== set.count)
    throw new Refused(`it lists ${tasks.length} tasks, and ${set.count} were expected`);
  return tasks;
}

function isEntry(data: unknown): data is TreeEntry {
  const { path, sha, mode } = (data ?? {}) as Record<string, unknown>;
  return (
    typeof path === 'string' &&
    typeof mode === 'string' &&
    typeof sha === 'string' &&
    /^[0-9a-f]{40}$/.test(sha)
  );
}

async function fileText(set: DataSet, { path, sha }: TreeEntry, options: DownloadOptions): Promise<string> {
  const answer = await ask(fileAddress(set, path), options);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const hash = await blobHash(bytes);
  if (hash !== null && hash !== sha) throw new Refused(`${path} is not the file of the pinned version`);
  return new TextDecoder().decode(bytes);
}

/** An answer, tried again where the trouble may pass. */
async function ask(address: string, { signal, fetch: fetchIt = fetch }: DownloadOptions): Promise<Response> {
  const host = new URL(address).host;
  for (let attempt = 1; ; attempt++) {
    if (signal.aborted) throw new Refused('stopped');
    const answer = await fetchIt(address, { signal, credentials: 'omit' }).catch(() => null);
    if (signal.aborted) throw new Refused('stopped');
    if (answer?.ok) return answer;
    if (answer?.status === 403 || answer?.status === 429)
      throw new Refused(`${host} has had too many questions from here for now; try again in an hour`);
    const passing = answer === null || answer.status >= 500;
    if (!passing || attempt === TRIES)
      throw new Refused(answer === null ? `${host} cannot be reached` : `${host} answered ${answer.status}`);
    await new Promise((resume) => setTimeout(resume, PAUSE * attempt));
  }
}

/** Reads all files; now and then the page gets a turn. */
async function tasksOf(set: DataSet, files: Record<string, string>): Promise<readonly NamedTask[]> {
  const origin = versionedName(set);
  const tasks: NamedTask[] = [];
  // Names that look like numbers stand first in an object, whatever their order.
  const entries = Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [id, text] of entries) {
    const read = readTask(parseJson(text));
    if (!read.ok) throw new Refused(`${id}: ${faultText(read.fault)}`);
    tasks.push(nameTask(id, read.value, origin, { dataset: set.key }));
    if (tasks.length % 100 === 0) await new Promise((resume) => setTimeout(resume, 0));
  }
  if (tasks.length !== set.count) throw new Refused(`${tasks.length} of ${set.count} tasks arrived`);
  return tasks;
}

const idOf = (path: string) => path.replace(/\.json$/, '');
