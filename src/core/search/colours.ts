/** What a task says about its colours, to guide the choice of colour constants. */
import type { Task } from '../task/task.ts';

export interface ColourHints {
  /** In some output whose input lacks it: a solver has to bring it. */
  readonly appearing: readonly number[];
  /** In some input whose output lacks it. */
  readonly vanishing: readonly number[];
  /** In any grid of the train pairs, ascending. */
  readonly present: readonly number[];
}

/** Safe to share: read from the task alone, which never changes. */
const known = new WeakMap<Task, ColourHints>();

/** Reads the train pairs only; a test output must not guide the search. */
export function colourHints(task: Task): ColourHints {
  let hints = known.get(task);
  if (hints === undefined) known.set(task, (hints = readHints(task)));
  return hints;
}

function readHints(task: Task): ColourHints {
  const appearing = new Set<number>();
  const vanishing = new Set<number>();
  const present = new Set<number>();
  for (const { input, output } of task.train) {
    const before = new Set(input.flat());
    const after = new Set((output ?? []).flat());
    for (const colour of before) if (!after.has(colour)) vanishing.add(colour);
    for (const colour of after) if (!before.has(colour)) appearing.add(colour);
    for (const colour of [...before, ...after]) present.add(colour);
  }
  return { appearing: ascending(appearing), vanishing: ascending(vanishing), present: ascending(present) };
}

function ascending(colours: ReadonlySet<number>): number[] {
  return [...colours].sort((a, b) => a - b);
}
