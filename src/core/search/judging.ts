/** What is made of each element of a set, held against the outputs. */
import { colourOf, columnOf, rowOf } from '../values/pack.ts';
import type { GridRows } from '../task/task.ts';
import { packedOf, type Elements } from './elements.ts';
import type { Purpose } from './selection.ts';

/** The train pairs, whose inputs and outputs are of one size. */
export interface Pairs {
  readonly inputs: readonly GridRows[];
  readonly outputs: readonly GridRows[];
  /** Where only these cells count, as for what is laid under the rest: a colour of each input. */
  readonly under?: readonly number[];
}

/** In the place of a colour: no cell within the output, cells of several colours. */
const NONE = -1;
export const MIXED = -2;

export interface Coloured {
  readonly wanted: Int8Array;
  readonly changed: Uint8Array;
}

/** The cells that a function makes of each element. */
export function cellsOf(elements: Elements, fn: string): readonly Int32Array[] | null {
  const packed = elements.column(fn)?.map(packedOf);
  return packed?.every((each) => each !== null) === true ? packed : null;
}

/** Of each element of train inputs the colour that all its cells have in the output, and whether some had another before. */
export function colouringsOf(
  { inputs, outputs, under }: Pairs,
  { inputOf, train }: Elements,
  cells: readonly Int32Array[],
): Coloured {
  const wanted = new Int8Array(train).fill(NONE);
  const changed = new Uint8Array(train);
  for (let i = 0; i < train; i++) {
    const output = outputs[inputOf[i]];
    const input = inputs[inputOf[i]];
    for (const packed of cells[i]) {
      const [row, column] = [rowOf(packed), columnOf(packed)];
      if (row < 0 || row >= output.length || column < 0 || column >= output[0].length) continue;
      if (under !== undefined && input[row][column] !== under[inputOf[i]]) continue;
      const colour = output[row][column];
      if (wanted[i] !== NONE && wanted[i] !== colour) {
        wanted[i] = MIXED;
        break;
      }
      wanted[i] = colour;
      if (input[row][column] !== colour) changed[i] = 1;
    }
  }
  return { wanted, changed };
}

/** Where cells in their own colours are right; null where nothing would be put right. */
export function inOwnColours(
  { inputs, outputs, under }: Pairs,
  { inputOf, train }: Elements,
  cells: readonly Int32Array[],
): Purpose | null {
  const right = new Uint8Array(train).fill(1);
  const needed = new Uint8Array(train);
  let count = 0;
  for (let i = 0; i < train; i++) {
    const output = outputs[inputOf[i]];
    const input = inputs[inputOf[i]];
    for (const packed of cells[i]) {
      const [row, column] = [rowOf(packed), columnOf(packed)];
      if (row < 0 || row >= output.length || column < 0 || column >= output[0].length) continue;
      if (under !== undefined && input[row][column] !== under[inputOf[i]]) continue;
      if (output[row][column] !== colourOf(packed)) {
        right[i] = needed[i] = 0;
        break;
      }
      if (input[row][column] !== output[row][column]) needed[i] = 1;
    }
    count += needed[i];
  }
  return count === 0 ? null : { right, needed, count };
}

/** On which elements a colour is right for all cells; null where nothing would be put right. */
export function inOneColour(
  wanted: Int8Array,
  changed: Uint8Array,
  colourIs: (element: number) => number | string,
): Purpose | null {
  const right = new Uint8Array(wanted.length);
  const needed = new Uint8Array(wanted.length);
  let count = 0;
  for (let i = 0; i < wanted.length; i++) {
    const is = wanted[i] === colourIs(i);
    right[i] = Number(is || wanted[i] === NONE);
    needed[i] = Number(is && changed[i] === 1);
    count += needed[i];
  }
  return count === 0 ? null : { right, needed, count };
}
