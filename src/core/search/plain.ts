/** Outputs of one colour each: their colour, height and width are looked for by themselves. */
import type { GridRows } from '../task/task.ts';
import { TYPES, type Bank, type StateId } from './bank.ts';
import type { Expression } from './expression.ts';
import { NUMBERS } from './layers.ts';

const COLOUR = TYPES.indexOf('C');
const INTEGER = TYPES.indexOf('N');
/** States of a type that are looked at, and those of one measure that are told. */
const MOST_STATES = 600;
const MOST_ALIKE = 2;

/** A number for each input: by a state, or a constant name. */
type Found = StateId | string;

export interface Plain {
  readonly colour: Found;
  readonly height: Found;
  readonly width: Found;
}

/** What gives such outputs so far, the cheapest first; nothing where some output has two colours. */
export function plainOf(bank: Bank, outputs: readonly GridRows[]): Plain[] {
  if (outputs.some((rows) => rows.some((row) => row.some((cell) => cell !== rows[0][0])))) return [];
  const of = (type: number, wanted: readonly number[]): Found[] => {
    const states = bank.cheapest(type, MOST_STATES).filter((state) => gives(bank, state, wanted));
    const constant = wanted.every((number) => number === wanted[0])
      ? NUMBERS.slice(wanted[0], wanted[0] + 1)
      : [];
    return [...constant, ...states].slice(0, MOST_ALIKE);
  };
  const colours = of(
    COLOUR,
    outputs.map((rows) => rows[0][0]),
  );
  const heights = of(
    INTEGER,
    outputs.map((rows) => rows.length),
  );
  const widths = of(
    INTEGER,
    outputs.map((rows) => rows[0].length),
  );
  return colours.flatMap((colour) =>
    heights.flatMap((height) => widths.map((width) => ({ colour, height, width }))),
  );
}

const gives = (bank: Bank, state: StateId, wanted: readonly number[]): boolean =>
  wanted.every((number, input) => bank.value(state, input) >> 1 === number);

/** Writes the grid of one colour; gives the number of its node. */
export function writePlain(expression: Expression, { colour, height, width }: Plain): number {
  const node = (found: Found): number =>
    typeof found === 'string' ? expression.name(found) : expression.state(found);
  return expression.call('canvas', node(colour), expression.call('astuple', node(height), node(width)));
}
