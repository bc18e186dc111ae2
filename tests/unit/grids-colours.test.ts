import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encode } from '../../src/core/values/codec.ts';
import { vec } from '../../src/core/values/container.ts';
import { DEFAULT_CAP } from '../../src/core/values/ends.ts';
import type { Value } from '../../src/core/values/value.ts';
import { Budget, call as callFunction, primitive } from '../support/calls.ts';
import {
  type Rows,
  type Spot,
  call,
  gridFrom,
  rowsFrom,
  objectFrom,
  tupleFrom,
  indicesFrom,
  ascending,
  grids,
  anyGrid,
  spots,
  bound,
  check,
  mostFrequent,
} from '../support/naive-grids.ts';

describe('writing to a grid', () => {
  /** The rows with each spot written in turn; `onto` limits writing to cells of that colour. */
  function write(rows: Rows, list: readonly Spot[], onto: number | null = null): Rows {
    const copy = rows.map((row) => [...row]);
    for (const { colour, row, column } of list) {
      if (copy[row]?.[column] === undefined) continue;
      if (onto === null || copy[row][column] === onto) copy[row][column] = colour;
    }
    return copy;
  }
  const recoloured = (list: readonly Spot[], colour: number): Spot[] =>
    list.map((spot) => ({ ...spot, colour }));

  test('fill, underfill and cover', () => {
    check([grids, spots, fc.integer({ min: -1, max: 10 })], (rows, list, colour) => {
      const grid = gridFrom(rows);
      const most = mostFrequent(rows);
      for (const patch of [objectFrom(list), indicesFrom(list), tupleFrom(list)]) {
        expect(rowsFrom(call('fill', grid, colour, patch))).toEqual(write(rows, recoloured(list, colour)));
        expect(rowsFrom(call('underfill', grid, colour, patch))).toEqual(
          write(rows, recoloured(list, colour), most),
        );
        expect(rowsFrom(call('cover', grid, patch))).toEqual(write(rows, recoloured(list, most)));
      }
    });
  });

  test('paint and underpaint: the order of the cells decides', () => {
    check([grids, spots], (rows, list) => {
      const grid = gridFrom(rows);
      const most = mostFrequent(rows);
      expect(rowsFrom(call('paint', grid, objectFrom(list)))).toEqual(write(rows, ascending(list)));
      expect(rowsFrom(call('paint', grid, tupleFrom(list)))).toEqual(write(rows, list));
      expect(rowsFrom(call('underpaint', grid, objectFrom(list)))).toEqual(
        write(rows, ascending(list), most),
      );
      expect(rowsFrom(call('underpaint', grid, tupleFrom(list)))).toEqual(write(rows, list, most));
    });
  });

  test('move erases, then paints', () => {
    check([grids, spots, bound, bound], (rows, list, down, across) => {
      const erased = write(rows, recoloured(list, mostFrequent(rows)));
      const shifted = ascending(list).map(({ colour, row, column }) => ({
        colour,
        row: row + down,
        column: column + across,
      }));
      for (const obj of [objectFrom(list), tupleFrom(list)]) {
        expect(rowsFrom(call('move', gridFrom(rows), obj, vec(down, across)))).toEqual(
          write(erased, shifted),
        );
      }
    });
  });

  test('a grid given as an argument stays as it was', () => {
    check([grids, spots], (rows, list) => {
      const grid = gridFrom(rows);
      call('paint', grid, objectFrom(list));
      call('move', grid, objectFrom(list), vec(1, 1));
      call('replace', grid, 0, 1);
      expect(rowsFrom(grid)).toEqual(rows);
    });
  });
});

describe('colours', () => {
  test('counts and ties', () => {
    check([anyGrid], (rows) => {
      const flat = rows.flat();
      const count = (colour: number): number => flat.filter((each) => each === colour).length;
      const rarest = [...new Set(flat)].sort((a, b) => count(a) - count(b) || a - b)[0];
      const object = call('asobject', gridFrom(rows));
      expect(encode(object)).toEqual(
        encode(objectFrom(rows.flatMap((row, i) => row.map((colour, j) => ({ colour, row: i, column: j }))))),
      );
      for (const element of [gridFrom(rows), object]) {
        expect(call('mostcolor', element)).toBe(mostFrequent(rows));
        expect(call('leastcolor', element)).toBe(rarest);
        expect(call('colorcount', element, 0)).toBe(count(0));
        expect(encode(call('palette', element))).toEqual({ s: [...new Set(flat)].sort((a, b) => a - b) });
      }
      const ones = rows.flatMap((row, i) =>
        row.flatMap((colour, j) => (colour === 1 ? [{ colour, row: i, column: j }] : [])),
      );
      expect(encode(call('ofcolor', gridFrom(rows), 1))).toEqual(encode(indicesFrom(ones)));
    });
  });

  test('a tie is shown to the watch, and its answer is not kept', () => {
    const grid = gridFrom([
      [3, 1],
      [1, 3],
    ]);
    const asked: Value[][] = [];
    const watching = new Budget(1e6, DEFAULT_CAP, (tied) => {
      asked.push([...tied]);
      return 1;
    });
    expect(callFunction(primitive('mostcolor'), [grid], watching)).toBe(3);
    expect(asked).toEqual([[1, 3]]);
    expect(call('mostcolor', grid)).toBe(1);
    expect(callFunction(primitive('mostcolor'), [grid], watching)).toBe(3);
  });

  test('colours beyond 0-9 are counted, too', () => {
    const grid = gridFrom([[-1, 500, 500]]);
    expect(call('mostcolor', grid)).toBe(500);
    expect(call('leastcolor', grid)).toBe(-1);
    expect(encode(call('palette', grid))).toEqual({ s: [-1, 500] });
  });
});
