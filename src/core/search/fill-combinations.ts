/** Combinations of what may stand in several holes. */
import type { Expression } from '../lang/syntax.ts';

interface Part {
  readonly part: Expression;
  readonly cost: number;
}

/** One of each list, in order of their cost together; each list is in order of cost. */
export function* combinations(
  lists: readonly (readonly Part[])[],
): Generator<{ readonly parts: readonly Expression[]; readonly cost: number }> {
  const most = lists.reduce((sum, list) => sum + (list.at(-1)?.cost ?? 0), 0);
  for (let cost = 0; cost <= most; cost++) yield* ofCost(lists, cost, cost, []);
}

function* ofCost(
  lists: readonly (readonly Part[])[],
  left: number,
  cost: number,
  parts: readonly Expression[],
): Generator<{ readonly parts: readonly Expression[]; readonly cost: number }> {
  const [list, ...rest] = lists;
  if (lists.length === 0) {
    if (left === 0) yield { parts, cost };
    return;
  }
  for (const each of list) {
    if (each.cost > left) return;
    if (rest.length === 0 && each.cost < left) continue;
    yield* ofCost(rest, left - each.cost, cost, [...parts, each.part]);
  }
}
