/** The corpus as files that a fresh process can be given. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Corpus, CorpusSolver } from '../corpus.ts';

export interface Files {
  /** All tasks of the corpus. */
  readonly tasks: string;
  /** Writes a file with these solvers and gives its path. */
  solvers(name: string, solvers: readonly CorpusSolver[]): string;
}

/** Hands `use` a folder of files, and takes them away afterwards. */
export async function withFiles<Result>(
  corpus: Corpus,
  use: (files: Files) => Promise<Result>,
): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'batt-bench-'));
  const tasks = join(folder, 'tasks.json');
  writeFileSync(
    tasks,
    JSON.stringify(Object.fromEntries([...corpus.tasks].map(([id, { task }]) => [id, task]))),
  );
  const solvers: Files['solvers'] = (name, list) => {
    const path = join(folder, `${name}.py`);
    writeFileSync(path, `${list.map(({ source }) => source.trimEnd()).join('\n\n\n')}\n`);
    return path;
  };
  try {
    return await use({ tasks, solvers });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
