/** The public data sets that load with one click, each pinned to a commit. */

export interface DataSet {
  /** As it stands in addresses and in the database. */
  readonly key: string;
  /** As it is shown. */
  readonly name: string;
  /** At GitHub: owner and name. */
  readonly repository: string;
  readonly commit: string;
  readonly folder: string;
  /** Git's hash of the folder at that commit: it vouches for each file in it. */
  readonly tree: string;
  /** Tasks. */
  readonly count: number;
  /** What all files come to, about, as they are (bytes). */
  readonly bytes: number;
  readonly licence: string;
}

const AGI1 = {
  repository: 'fchollet/ARC-AGI',
  commit: '399030444e0ab0cc8b4e199870fb20b863846f34',
  licence: 'Apache 2.0',
};
const AGI2 = {
  repository: 'arcprize/ARC-AGI-2',
  commit: 'f3283f727488ad98fe575ea6a5ac981e4a188e49',
  licence: 'Apache 2.0',
};

export const DATA_SETS: readonly DataSet[] = [
  {
    ...AGI1,
    key: 'arc-agi-1-training',
    name: 'ARC-AGI-1 training',
    folder: 'data/training',
    tree: 'c00693818df744970c1cd3e201a559e30b070bbe',
    count: 400,
    bytes: 1_436_054,
  },
  {
    ...AGI1,
    key: 'arc-agi-1-evaluation',
    name: 'ARC-AGI-1 evaluation',
    folder: 'data/evaluation',
    tree: '4a19f8327d45dda5e1809ee47be08bf1484b493b',
    count: 400,
    bytes: 2_345_957,
  },
  {
    ...AGI2,
    key: 'arc-agi-2-training',
    name: 'ARC-AGI-2 training',
    folder: 'data/training',
    tree: 'dac7259367cc5099ef6a7b604a50a93affbbee33',
    count: 1000,
    bytes: 4_651_553,
  },
  {
    ...AGI2,
    key: 'arc-agi-2-evaluation',
    name: 'ARC-AGI-2 evaluation',
    folder: 'data/evaluation',
    tree: '8d04288aac3146b7c47d0b799c18bc9c0217d838',
    count: 120,
    bytes: 1_364_679,
  },
];

/** Name and version, as they stand wherever a result is. */
export function versionedName({ name, commit }: DataSet): string {
  return `${name} @${commit.slice(0, 7)}`;
}

/** The set that an address means: by its key or its name, with the version or without, and without the signs. */
export function findDataSet(text: string): DataSet | null {
  const plain = (name: string) =>
    name
      .toLowerCase()
      .replace(/\s*@[0-9a-f]*$/, '')
      .replace(/[^a-z0-9]/g, '');
  return DATA_SETS.find(({ key, name }) => plain(key) === plain(text) || plain(name) === plain(text)) ?? null;
}

/** The list of the folder's files; one question, and GitHub allows sixty an hour. */
export function listAddress({ repository, tree }: DataSet): string {
  return `https://api.github.com/repos/${repository}/git/trees/${tree}`;
}

export function fileAddress({ repository, commit, folder }: DataSet, file: string): string {
  return `https://raw.githubusercontent.com/${repository}/${commit}/${folder}/${encodeURIComponent(file)}`;
}
