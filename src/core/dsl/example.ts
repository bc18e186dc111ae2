/** How the examples of primitives write their values down. */
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
export function cells(picture: string, top = 0, left = 0): Encoded {
  const members: Encoded[] = [];
  picture.split('/').forEach((row, i) => {
    [...row].forEach((mark, j) => {
      const place = vec(top + i, left + j);
      if (mark !== '.') members.push(mark === '#' ? place : { t: [Number(mark), place] });
    });
  });
  return { s: members };
}

export const L = cells('3./33');
export const TWO_OBJECTS = set(cells('2.'), cells('55/5.', 0, 2));
export const PANELS = grid('1004/0240');
export const DOTS = grid('000/030/000');
