/** Outputs that are a grid in other colours, each of its colours another one: told by the grid itself, not guessed. */
import type { Grid } from '../values/value.ts';
import type { Bank, StateId } from './bank.ts';
import type { Expression } from './expression.ts';
import { COLOUR_NAMES } from './layers.ts';

/** `switch` takes either colour for the other one. */
export interface Change {
  readonly call: 'replace' | 'switch';
  readonly from: number;
  readonly to: number;
}

export interface Recoloured {
  readonly state: StateId;
  /** In the order in which they are made. */
  readonly changes: readonly Change[];
}

/** Train pairs that show a change, on an average, where there are several. */
const OFTEN = 1.5;
/** Of the core: a colour that the grid does not have. */
const ABSENT = 15;

/** What makes the train outputs of the grids of a state that have their sizes; null where no change of colours does. */
export function recolouredOf(bank: Bank, state: StateId): Recoloured | null {
  const packed = bank.arena.exports.recolouring(state);
  if (packed < 0) return null;
  const becomes = new Map<number, number>();
  for (let colour = 0, rest = packed; colour < 10; colour++, rest = Math.floor(rest / 16))
    if (rest % 16 !== ABSENT) becomes.set(colour, rest % 16);
  // Where two colours become one, areas say it better.
  if (new Set(becomes.values()).size < becomes.size) return null;
  const changes = changesOf(becomes);
  return changes.length === 0 || (changes.length > 1 && !isShown(bank, state, becomes))
    ? null
    : { state, changes };
}

/** Whether the train pairs show the changes more than once, on the whole: else they are a list of what was seen. */
function isShown(bank: Bank, state: StateId, becomes: ReadonlyMap<number, number>): boolean {
  const changed = [...becomes].filter(([from, to]) => from !== to).map(([from]) => from);
  let seen = 0;
  for (let input = 0; input < bank.trainCount; input++) {
    const { cells } = bank.arena.get(bank.value(state, input)) as Grid;
    seen += changed.filter((colour) => cells.includes(colour)).length;
  }
  return seen >= OFTEN * changed.length;
}

/** Changes one after the other that come to the same as all at once; `becomes` has no two colours become one. */
export function changesOf(becomes: ReadonlyMap<number, number>): Change[] {
  const left = new Map([...becomes].filter(([from, to]) => from !== to));
  const changes: Change[] = [];
  while (left.size > 0) {
    const free = [...left].find(([, to]) => !left.has(to));
    const [from, to] = free ?? [...left][0];
    left.delete(from);
    changes.push({ call: free ? 'replace' : 'switch', from, to });
    if (free) continue;
    // Now the cells that had the other colour have this one.
    const next = left.get(to)!;
    left.delete(to);
    if (next !== from) left.set(from, next);
  }
  return changes;
}

/** Writes the grid in its new colours; gives the number of its node. */
export function writeRecoloured(expression: Expression, { state, changes }: Recoloured): number {
  return changes.reduce(
    (node, { call, from, to }) =>
      expression.call(call, node, expression.name(COLOUR_NAMES[from]), expression.name(COLOUR_NAMES[to])),
    expression.state(state),
  );
}
