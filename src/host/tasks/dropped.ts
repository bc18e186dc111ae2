/** The files of a drop, those inside of folders included. */

/** Where files lay in dropped folders: browsers tell it of chosen folders only. Safe to share: each file has its own. */
const paths = new WeakMap<File, string>();

/** The file's name with the folders that it was chosen or dropped with. */
export function pathOf(file: File): string {
  return paths.get(file) ?? (file.webkitRelativePath || file.name);
}

/** So many files are taken out of dropped folders at most. */
const MAX_FILES = 10_000;

/** To be called while the event is being handled: the browser empties the transfer afterwards. */
export function droppedFiles(transfer: DataTransfer): Promise<readonly File[]> {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry?.() ?? null);
  const files = [...transfer.files];
  if (!entries.some((entry) => entry?.isDirectory)) return Promise.resolve(files);
  return walk(entries.filter((entry) => entry !== null));
}

async function walk(entries: readonly FileSystemEntry[]): Promise<readonly File[]> {
  const files: File[] = [];
  const waiting = [...entries];
  while (waiting.length > 0 && files.length < MAX_FILES) {
    const entry = waiting.shift()!;
    if (entry.isDirectory) waiting.push(...(await childrenOf(entry as FileSystemDirectoryEntry)));
    else if (entries.includes(entry) || isWanted(entry.name))
      files.push(await fileOf(entry as FileSystemFileEntry));
  }
  return files;
}

/** Of a folder only what may be a task or a solver. */
export function isWanted(name: string): boolean {
  return /\.(json|jsonl|ndjson|pyw?|zip)$/i.test(name) && !name.startsWith('.');
}

async function fileOf(entry: FileSystemFileEntry): Promise<File> {
  const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
  paths.set(file, entry.fullPath.replace(/^\//, ''));
  return file;
}

/** A reader gives at most a hundred at a time. */
async function childrenOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const children: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) return children;
    children.push(...some);
  }
}
