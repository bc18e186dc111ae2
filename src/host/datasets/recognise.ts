/** The public data sets among opened files: folders that hold, to the byte, what a pinned commit holds. */
import { DATA_SETS, type DataSet } from './catalogue.ts';
import { blobHash, treeHash, type TreeEntry } from './git.ts';

export interface SetFile {
  /** With its folders. */
  readonly path: string;
  bytes(): Promise<Uint8Array>;
}

export interface FoundSet<F extends SetFile> {
  readonly set: DataSet;
  readonly files: readonly F[];
}

/** Looks at folders that have as many tasks as a set. Where the browser has no hashing, none is known for sure. */
export async function recogniseSets<F extends SetFile>(
  files: readonly F[],
  sets: readonly DataSet[] = DATA_SETS,
): Promise<FoundSet<F>[]> {
  const folders = new Map<string, F[]>();
  for (const file of files) {
    if (!/\.json$/i.test(file.path)) continue;
    const folder = file.path.slice(0, file.path.lastIndexOf('/') + 1);
    const list = folders.get(folder);
    if (list) list.push(file);
    else folders.set(folder, [file]);
  }
  const found: FoundSet<F>[] = [];
  for (const list of folders.values()) {
    const likely = sets.filter(({ count }) => count === list.length);
    if (likely.length === 0) continue;
    const tree = await treeOf(list);
    const set = likely.find((one) => one.tree === tree);
    if (set) found.push({ set, files: list });
  }
  return found;
}

/** Git's hash of a folder of plain files; null for no hash, or for one that cannot be read. */
async function treeOf(files: readonly SetFile[]): Promise<string | null> {
  const entries: TreeEntry[] = [];
  for (const { path, bytes } of files) {
    const sha = await bytes().then(blobHash, () => null);
    if (sha === null) return null;
    entries.push({ path: path.slice(path.lastIndexOf('/') + 1), sha, mode: '100644' });
  }
  return treeHash(entries.sort((a, b) => (a.path < b.path ? -1 : 1)));
}
