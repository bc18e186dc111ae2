/** The public data sets among opened files: folders that hold, to the byte, what a pinned commit holds. */
import { groupBy } from '../../core/group.ts';
import { DATA_SETS, versionedName, type DataSet } from './catalogue.ts';
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
  const found: FoundSet<F>[] = [];
  for (const list of foldersOf(files).values()) {
    const likely = sets.filter(({ count }) => count === list.length);
    if (likely.length === 0) continue;
    const tree = await treeOf(list);
    const set = likely.find((one) => one.tree === tree);
    if (set) found.push({ set, files: list });
  }
  return found;
}

/** Sets have grown and shrunk by a few tasks, never by a tenth. */
const LIKE = 0.1;

/**
 * What is to be said of folders that lie where a public set has its tasks, hold about as many, and are none of those found:
 * another version, or one that somebody has changed.
 */
export function unlikeSets(
  files: readonly SetFile[],
  found: readonly FoundSet<SetFile>[],
  sets: readonly DataSet[] = DATA_SETS,
): string[] {
  const known = new Set(found.flatMap((one) => one.files));
  return [...foldersOf(files)].flatMap(([folder, list]) => {
    if (known.has(list[0])) return [];
    const set = sets.find(
      (one) => lastOf(folder) === lastOf(one.folder) && Math.abs(list.length - one.count) <= LIKE * one.count,
    );
    return set
      ? [
          `They look like ${set.name}, but are not as ${versionedName(set)} has them: results on them are no results on that.`,
        ]
      : [];
  });
}

/** The innermost folder of a path. */
const lastOf = (folder: string): string => folder.replace(/\/$/, '').split('/').at(-1) as string;

/** The JSON files by their folder. */
function foldersOf<F extends SetFile>(files: readonly F[]): Map<string, F[]> {
  const json = files.filter(({ path }) => /\.json$/i.test(path));
  return groupBy(json, ({ path }) => path.slice(0, path.lastIndexOf('/') + 1));
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
