/** Opening files: they are read and checked in a worker, and reading can be stopped. */
import { proxy, type Remote } from 'comlink';
import { Supervisor } from './pool/supervisor.ts';
import { hireReader } from './pool/spawn.ts';
import { pathOf } from './tasks/dropped.ts';
import type { FileRead } from './tasks/file-read.ts';
import { nameTask, type NamedTask } from './tasks/named-task.ts';
import type { ReadNews, ReaderApi } from './tasks/reader.ts';

/** Milliseconds that reading may take. */
const DEADLINE = 600_000;

export interface ReadProgress {
  /** Tasks that are here, of those found so far. */
  readonly done: number;
  readonly tasks: number;
}

export type ReadEnd =
  | { readonly kind: 'read'; readonly files: readonly FileRead[] }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'lost'; readonly why: string };

export interface Reading {
  /** Never rejects. */
  readonly done: Promise<ReadEnd>;
  stop(): void;
}

export interface ReadOptions {
  readonly allPairs?: boolean;
  readonly progress?: (progress: ReadProgress) => void;
}

export function startReading(files: readonly File[], options: ReadOptions = {}): Reading {
  const supervisor = new Supervisor<Remote<ReaderApi>>(hireReader);
  const gathered = new Gathered(options.progress);
  const order = { files, paths: files.map(pathOf), allPairs: options.allPairs === true };
  const take = proxy(async (news: ReadNews) => gathered.take(news));
  const done = supervisor
    .ask((api) => api.read(order, take) as Promise<void>, DEADLINE)
    .then((outcome): ReadEnd => {
      supervisor.close();
      if (outcome.ok) return { kind: 'read', files: gathered.files };
      return outcome.tag === 'stopped' ? { kind: 'stopped' } : { kind: 'lost', why: outcome.why };
    });
  return { done, stop: () => supervisor.stop() };
}

/** What has come from the worker. */
class Gathered {
  readonly files: FileRead[] = [];
  private tasks: NamedTask[] = [];
  private done = 0;
  private expected = 0;
  private readonly progress: ReadOptions['progress'];

  constructor(progress: ReadOptions['progress']) {
    this.progress = progress;
  }

  take(news: ReadNews): void {
    if (news.kind === 'read') {
      this.tasks = [];
      this.files.push(news.read.kind === 'tasks' ? { ...news.read, tasks: this.tasks } : news.read);
      this.expected += news.tasks;
    } else {
      for (const { id, task, origin, ...label } of news.tasks)
        this.tasks.push(nameTask(id, task, origin, label));
      this.done += news.tasks.length;
    }
    this.progress?.({ done: this.done, tasks: this.expected });
  }
}
