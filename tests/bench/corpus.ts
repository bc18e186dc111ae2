/** What is measured on: solvers and tasks from files, and a seeded choice among them, the same every time. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { WrongCall } from '../../src/cli/faults.ts';
import { compile } from '../../src/core/lang/compile.ts';
import type { Program } from '../../src/core/lang/program.ts';
import type { PoolSolver } from '../../src/core/pipeline/types.ts';
import { Random } from '../../src/core/random.ts';
import { readTaskFile } from '../../src/core/formats/task-file.ts';
import { parseJson } from '../../src/core/task/parse-json.ts';
import { faultText } from '../../src/core/task/refusal.ts';
import { pairsOf, type PlacedPair, type Task } from '../../src/core/task/task.ts';

export interface CorpusSolver extends PoolSolver {
  readonly program: Program;
}

export interface CorpusTask {
  readonly id: string;
  readonly task: Task;
  readonly pairs: readonly PlacedPair[];
}

export interface Corpus {
  /** In a few words. */
  readonly about: string;
  /** Of the files, the choice and the seed: results of different corpora are not compared. */
  readonly key: string;
  readonly solvers: readonly CorpusSolver[];
  readonly tasks: ReadonlyMap<string, CorpusTask>;
  /** Tasks for runs: those asked for, else small ones drawn by the seed. */
  readonly chosen: readonly CorpusTask[];
  /** Tasks that all solvers are run on: those asked for, else every tenth by ascending id, whatever its size. */
  readonly spread: readonly CorpusTask[];
  readonly seed: number;
}

export interface CorpusPlan {
  readonly solvers: string;
  readonly tasks: string;
  /** Ids of the tasks that are measured on; empty for a choice. */
  readonly ids: readonly string[];
  readonly count: number;
  readonly seed: number;
}

/** Tasks with larger grids are not drawn. */
const DRAWN_SIDE = 15;

/** Of the tasks in order of their ids, the first and every so many-th after it. */
const SPREAD = 10;

export function readCorpus(plan: CorpusPlan): Corpus {
  const source = textOf(plan.solvers);
  const { solvers, left } = readSolvers(source, plan.solvers);
  const tasks = readTasks(textOf(plan.tasks), plan.tasks);
  const chosen =
    plan.ids.length > 0 ? plan.ids.map((id) => named(tasks, id)) : drawn([...tasks.values()], plan);
  const spread = plan.ids.length > 0 ? chosen : everyTenth(tasks);
  const unread = left > 0 ? ` (${left} more could not be read)` : '';
  const about =
    `${solvers.length} solvers of ${basename(plan.solvers)}${unread}, ${tasks.size} tasks of ${basename(plan.tasks)}; ` +
    `tasks of runs ${chosen.map(({ id }) => id).join(' ')}; seed ${plan.seed}`;
  const key = createHash('sha256')
    .update(
      JSON.stringify([
        source,
        [...tasks].map(([id, { task }]) => [id, task]),
        chosen.map(({ id }) => id),
        plan.seed,
      ]),
    )
    .digest('hex');
  return { about, key, solvers, tasks, chosen, spread, seed: plan.seed };
}

/** `count` of the items by the seed of the corpus; `purpose` makes the draws independent of one another. */
export function draw<Item>(
  corpus: Pick<Corpus, 'seed'>,
  purpose: string,
  items: readonly Item[],
  count: number,
): Item[] {
  return new Random(`bench/${corpus.seed}/${purpose}`).sample(items, count);
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new WrongCall(
      `${path}: cannot be read (${(error as NodeJS.ErrnoException).code ?? String(error)})`,
    );
  }
}

function readSolvers(
  source: string,
  path: string,
): { readonly solvers: CorpusSolver[]; readonly left: number } {
  const compiled = compile(source).solvers;
  const solvers = compiled.flatMap(({ name, span, program }) =>
    program === null ? [] : [{ name, source: source.slice(span.from, span.to), program }],
  );
  if (solvers.length === 0) throw new WrongCall(`${path}: holds no solver that can be read`);
  return { solvers, left: compiled.length - solvers.length };
}

/** A task file as everywhere, or the starter file, which has its tasks one level down. */
function readTasks(text: string, path: string): Map<string, CorpusTask> {
  const data = parseJson(text) as Record<string, unknown>;
  const read = readTaskFile('version' in data ? data.tasks : data, basename(path).replace(/\.json$/i, ''));
  if (!read.ok) throw new WrongCall(`${path}: ${faultText(read.fault)}`);
  return new Map(read.value.tasks.map(({ id, task }) => [id, { id, task, pairs: pairsOf(task) }]));
}

function named(tasks: ReadonlyMap<string, CorpusTask>, id: string): CorpusTask {
  const task = tasks.get(id);
  if (task === undefined) throw new WrongCall(`the file holds no task '${id}'`);
  return task;
}

function drawn(tasks: readonly CorpusTask[], plan: CorpusPlan): CorpusTask[] {
  const small = tasks.filter(({ pairs }) =>
    pairs.every(({ input, output }) => isSmall(input) && (output === null || isSmall(output))),
  );
  return draw(plan, 'foreign tasks', small.length > 0 ? small : tasks, plan.count);
}

function everyTenth(tasks: ReadonlyMap<string, CorpusTask>): CorpusTask[] {
  const ids = [...tasks.keys()].sort().filter((_, i) => i % SPREAD === 0);
  return ids.map((id) => named(tasks, id));
}

function isSmall(grid: readonly (readonly number[])[]): boolean {
  return grid.length <= DRAWN_SIDE && grid[0].length <= DRAWN_SIDE;
}
