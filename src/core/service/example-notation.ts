/** How examples write their values down. */
import type { Encoded } from '../values/codec.ts';

/** A call, and what it gives; where the primitive returns a function, `then` is what that is called with. */
export interface ExampleData {
  readonly args: readonly Encoded[];
  readonly then?: readonly Encoded[];
  readonly result: Encoded;
}

/** `010/111` */
export const grid = (rows: string): Encoded => ({ g: rows.split('/') });
export const vec = (row: number, column: number): Encoded => ({ t: [row, column] });
export const fn = (name: string): Encoded => ({ f: name });
export const tup = (...items: Encoded[]): Encoded => ({ t: items });
export const set = (...items: Encoded[]): Encoded => ({ s: items });

/** `33./.3.` is an object, `##./.#.` a set of indices; a point is no part of it. `top` and `left` move it. */
export function patch(picture: string, top = 0, left = 0): Encoded {
  const cells: Encoded[] = [];
  picture.split('/').forEach((row, i) => {
    [...row].forEach((mark, j) => {
      const place = vec(top + i, left + j);
      if (mark !== '.') cells.push(mark === '#' ? place : { t: [Number(mark), place] });
    });
  });
  return { s: cells };
}

export const L = patch('3./33');
export const TWO_OBJECTS = set(patch('2.'), patch('55/5.', 0, 2));
