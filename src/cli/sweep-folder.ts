/**
 * The folder of a sweep: sweep.json tells what is swept, results.jsonl gets a line for each task as it ends, and the
 * report comes last. A line that was torn by a crash is dropped, so at most that one task is done again.
 */
import * as fs from 'node:fs';
import { join } from 'node:path';
import { reportCsv, reportJson, type SweptTasks } from '../core/pipeline/sweep-report.ts';
import { readResult, type AnyOptions, type TaskResult } from '../core/pipeline/sweep-record.ts';
import type { SweepTask } from '../core/pipeline/sweep-task.ts';
import { WrongCall } from './faults.ts';
import type { Plan } from './plan.ts';
import type { Shard } from './shard.ts';
import {
  differences,
  identityOf,
  identityText,
  readIdentity,
  shardText,
  type Identity,
} from './sweep-identity.ts';
import type { About } from './submission.ts';
import { guarded, makeFolder, writeWhole } from './written.ts';

export class SweepFolder {
  /** By task, what earlier calls have done. */
  readonly results = new Map<string, TaskResult>();
  /** Whether a torn line was dropped. */
  torn = false;
  /** Those that the results are of: all, or the folder's part. */
  readonly tasks: readonly SweepTask[];
  /** What a submission of the results is made on. */
  readonly about: About;
  private readonly path: string;
  private readonly plan: Plan;
  private readonly lines: number;

  /**
   * Makes the folder, or goes on with one; one of another sweep is refused and left as it is.
   * @param dataset what the tasks are from
   * @param engine of the results, where these come from elsewhere
   */
  constructor(path: string, plan: Plan, dataset: string, shard: Shard | null = null, engine?: string) {
    this.path = path;
    this.plan = plan;
    const identity = identityOf(plan, dataset, shard, engine);
    this.about = { ...identity, dataset, count: plan.tasks.length };
    const { places } = identity.shard ?? { places: [...plan.tasks.keys()] };
    this.tasks = places.map((place) => plan.tasks[place] as SweepTask);
    this.lines = guarded(path, () => {
      makeFolder(path);
      const known = textOf(this.at('sweep.json'));
      if (known !== null) this.compare(known, identity);
      else if (fs.existsSync(this.at('results.jsonl')))
        throw new WrongCall(`${path}: holds results.jsonl, but no sweep.json that tells what it is of`);
      else writeWhole(this.at('sweep.json'), identityText(identity));
      this.read();
      return fs.openSync(this.at('results.jsonl'), 'a');
    });
  }

  /** Keeps a result; it is on the disk when this returns. */
  add(result: TaskResult): void {
    guarded(this.at('results.jsonl'), () => {
      fs.appendFileSync(this.lines, `${JSON.stringify(result)}\n`);
      fs.fsyncSync(this.lines);
    });
    this.results.set(result.task, result);
  }

  /** In the order of the tasks. */
  get ordered(): TaskResult[] {
    return this.tasks.flatMap(({ id }) => this.results.get(id) ?? []);
  }

  /** The lines in the order of the tasks, whatever order they came in, and the report. */
  writeReport(): void {
    const swept = { dataset: this.about.dataset, count: this.tasks.length };
    writeResults(this.path, swept, this.plan.options, this.ordered);
  }

  close(): void {
    fs.closeSync(this.lines);
  }

  private at(name: string): string {
    return join(this.path, name);
  }

  private compare(text: string, wanted: Identity): void {
    const known = readIdentity(text, this.at('sweep.json'));
    const was = differences(known, wanted);
    if (shardText(known.shard) !== shardText(wanted.shard))
      was.push(`${shardText(known.shard)}, not ${shardText(wanted.shard)}`);
    if (was.length > 0) throw new WrongCall(`${this.path}: holds another sweep (${was.join('; ')})`);
  }

  private read(): void {
    const file = this.at('results.jsonl');
    const text = textOf(file) ?? '';
    const ids = new Set(this.tasks.map(({ id }) => id));
    const { results, torn } = readLines(text, file, ids);
    for (const result of results) this.results.set(result.task, result);
    this.torn = torn;
    if (torn) writeWhole(file, text.slice(0, text.lastIndexOf('\n') + 1));
  }
}

/** The lines in the order that they are given in, and the report. */
export function writeResults(
  folder: string,
  swept: SweptTasks,
  options: AnyOptions,
  results: readonly TaskResult[],
): void {
  const lines = results.map((result) => `${JSON.stringify(result)}\n`).join('');
  const file = join(folder, 'results.jsonl');
  if (lines !== textOf(file)) writeWhole(file, lines);
  writeWhole(join(folder, 'report.csv'), reportCsv(swept, results));
  writeWhole(join(folder, 'report.json'), reportJson(swept, options, results));
}

/** The results of a results.jsonl. The last line may be torn; any other that is no result of `ids` is refused. */
export function readLines(
  text: string,
  file: string,
  ids: ReadonlySet<string>,
): { results: TaskResult[]; torn: boolean } {
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  const results = whole.split('\n').flatMap((line, i) => {
    if (line === '') return [];
    const result = resultIn(line);
    if (result === null || !ids.has(result.task))
      throw new WrongCall(`${file}: line ${i + 1} is not a result of this sweep`);
    return [result];
  });
  return { results, torn: whole.length < text.length };
}

function resultIn(line: string): TaskResult | null {
  try {
    const read = readResult(JSON.parse(line));
    return read.ok ? read.value : null;
  } catch {
    return null;
  }
}

export function textOf(path: string): string | null {
  return fs.existsSync(path) ? fs.readFileSync(path, 'utf8') : null;
}
