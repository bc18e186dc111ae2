/** Which tasks are looked for. Pure. */
import { groupBy } from '../../core/group.ts';
import type { KeptSolver } from '../../host/library/record.ts';
import { keyOf, refOf, UNPLACED, type TaskRef } from '../../host/library/task-ref.ts';
import type { NamedTask } from '../../host/tasks/named-task.ts';
import type { PoolSolver } from '../../protocol/index.ts';
import type { TaskState } from './library-state.svelte.ts';
import type { TaskWish } from './task-wish.ts';

export interface TaskFacts {
  /** The longest side of any grid. */
  readonly side: number;
  /** Bit c stands for colour c. */
  readonly colours: number;
  /** Train pairs. */
  readonly pairs: number;
}

/** Safe to share: what is measured hangs on the task alone, which never changes. */
const known = new WeakMap<NamedTask, TaskFacts>();

export function factsOf(named: NamedTask): TaskFacts {
  const facts = known.get(named) ?? measure(named);
  known.set(named, facts);
  return facts;
}

function measure({ pairs, task }: NamedTask): TaskFacts {
  let [side, colours] = [0, 0];
  for (const { input, output } of pairs) {
    for (const rows of output ? [input, output] : [input]) {
      side = Math.max(side, rows.length, rows[0].length);
      for (const row of rows) for (const colour of row) colours |= 1 << colour;
    }
  }
  return { side, colours, pairs: task.train.length };
}

export interface Known {
  /** By `keyOf`. */
  readonly states: ReadonlyMap<string, TaskState>;
  /** The texts of the solvers of a task. */
  readonly sourcesOf: SourcesOf;
}

export function tasksFor(tasks: readonly NamedTask[], wish: TaskWish, known: Known): readonly NamedTask[] {
  const words = wish.text.toLowerCase().split(/\s+/).filter(Boolean);
  const calls =
    wish.primitive.trim() === '' ? null : new RegExp(`\\b${wish.primitive.trim().replace(/\W/g, '')}\\b`);
  return tasks.filter((named) => {
    const { id, title, theme, description, dataset } = named;
    if (wish.dataset !== '' && dataset !== (wish.dataset === 'own' ? '' : wish.dataset)) return false;
    if (wish.theme !== '' && theme !== wish.theme) return false;
    if (words.length > 0) {
      const text = `${id} ${title} ${theme} ${description}`.toLowerCase();
      if (!words.every((word) => text.includes(word))) return false;
    }
    if (wish.state !== '') {
      const state = known.states.get(keyOf(refOf(named))) ?? 'unsolved';
      if (wish.state === 'unsolved' ? state === 'solved' : state !== wish.state) return false;
    }
    if (wish.side > 0 || wish.colours > 0 || wish.pairs > 0) {
      const facts = factsOf(named);
      if (wish.side > 0 && facts.side > wish.side) return false;
      if ((facts.colours & wish.colours) !== wish.colours) return false;
      if (wish.pairs > 0 && (wish.pairs === 5 ? facts.pairs < 5 : facts.pairs !== wish.pairs)) return false;
    }
    return calls === null || known.sourcesOf(named).some((source) => calls.test(source));
  });
}

export type SourcesOf = (named: NamedTask) => readonly string[];

/** The texts of all solvers that are known for a task: those kept, and those of the pool that bear its name. */
export function sourcesByTask(
  kept: readonly Pick<KeptSolver, 'set' | 'task' | 'source'>[],
  pool: readonly PoolSolver[],
): SourcesOf {
  const named = pool.map(({ name, source }) => ({
    set: UNPLACED,
    task: name.replace(/^solve_/, ''),
    source,
  }));
  const known = groupBy([...kept, ...named], keyOf);
  const textsOf = (ref: TaskRef) => known.get(keyOf(ref))?.map(({ source }) => source) ?? [];
  return (task) => [...textsOf(refOf(task)), ...textsOf({ set: UNPLACED, task: task.id })];
}

/** The names that are called in the solvers of the pool, for choosing from. */
export function primitivesIn(pool: readonly PoolSolver[]): readonly string[] {
  const names = new Set(
    pool.flatMap(({ source }) => [...source.matchAll(/\b([a-z]\w*)\(/g)].map(([, name]) => name)),
  );
  return [...names].filter((name) => !/^(x\d+|solve_.*)$/.test(name)).sort();
}
