/** Values that are drawn: from pictures to what is edited, and from there to what the search is given. */
import { describe, expect, test } from 'vitest';
import { PRIMITIVES } from '../../src/core/dsl/catalogue.ts';
import { decode } from '../../src/core/values/codec.ts';
import type { Value } from '../../src/core/values/value.ts';
import { cellsOf } from '../../src/ui/film/cells.ts';
import {
  areaAt,
  encodedCells,
  encodedPatches,
  kindOf,
  kindOfType,
  type DrawnCell,
} from '../../src/ui/state/typed-value.ts';
import type { Encoded, PatchPicture, Picture } from '../../src/protocol/index.ts';

const GRID = ['1102', '1022', '0000'].map((row) => Array.from(row, Number));
const cell = (row: number, column: number, colour: number | null): DrawnCell => ({ row, column, colour });
const valueOf = (data: Encoded): Value =>
  decode(
    data,
    (name) => PRIMITIVES.get(name)!.fn,
    () => null,
  );
const objects = (...patches: PatchPicture[]): Picture => ({
  kind: 'objects',
  ordered: false,
  patches,
  count: patches.length,
  left: 0,
});
const object: PatchPicture = { kind: 'object', cells: [3, 0, 0, 4, 0, 1], count: 2, left: 0 };
const indices: PatchPicture = { kind: 'indices', cells: [0, 0], count: 1, left: 0 };

describe('what is drawn', () => {
  test('is what the value is: sets of objects and of indices as well', () => {
    expect(kindOf(objects(object, object))).toBe('objects');
    expect(kindOf(objects(indices))).toBe('patches');
    expect(kindOf(object)).toBe('object');
    expect(kindOf(indices)).toBe('indices');
  });

  test('is nothing that was cut down, nor what has an order', () => {
    expect(kindOf({ kind: 'objects', ordered: false, patches: [object], count: 2, left: 1 })).toBeNull();
    expect(kindOf(objects({ ...object, left: 1 }, object))).toBeNull();
    expect(kindOf(objects(object, { ...object, left: 1 }))).toBeNull();
    expect(kindOf({ kind: 'objects', ordered: true, patches: [object], count: 1, left: 0 })).toBeNull();
  });

  test('is what the line is to be where it has no value, or an empty one', () => {
    expect(kindOf({ kind: 'set', members: [], count: 0, left: 0 })).toBeNull();
    expect(
      ['Set Object', 'Set Indices', 'Object', 'Indices', 'Int', 'Set Any', 'Grid', 'Any'].map(kindOfType),
    ).toEqual(['objects', 'patches', 'object', 'indices', 'typed', 'indices', 'grid', 'grid']);
  });

  test('comes to the search as the value that it is', () => {
    const one = [cell(0, 0, 3), cell(0, 1, 4)];
    const other = [cell(2, 2, 5)];
    expect(valueOf(encodedPatches([one, [], other]))).toEqual(
      valueOf({
        s: [
          { s: [{ t: [5, { t: [2, 2] }] }] },
          { s: [{ t: [3, { t: [0, 0] }] }, { t: [4, { t: [0, 1] }] }] },
        ],
      }),
    );
    expect(encodedPatches([cellsOf(object)])).toEqual({ s: [encodedCells(one)] });
    expect(encodedPatches([[]])).toEqual({ s: [] });
  });
});

test('an area of the input is what hangs together in one colour', () => {
  const at = (row: number, column: number) =>
    areaAt(GRID, row, column)
      .map((each) => `${each.row}${each.column}:${each.colour}`)
      .sort();
  expect(at(0, 0)).toEqual(['00:1', '01:1', '10:1']);
  expect(at(1, 2)).toEqual(['03:2', '12:2', '13:2']);
  expect(at(0, 2)).toEqual(['02:0']);
  expect(at(9, 9)).toEqual([]);
});
