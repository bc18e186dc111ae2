import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tuple } from '../../src/core/values/build.ts';
import { encode } from '../../src/core/values/codec.ts';
import { members, vec } from '../../src/core/values/container.ts';
import { Grid, type Container, type Value } from '../../src/core/values/value.ts';
import { Failure } from '../../src/core/engine/failure.ts';
import { Budget, call as callFunction, primitive } from '../support/calls.ts';
import {
  type Rows,
  type Spot,
  call,
  gridFrom,
  rowsFrom,
  objectFrom,
  indicesFrom,
  grids,
  anyGrid,
  spots,
  bound,
  check,
} from '../support/naive-grids.ts';

function endOf(name: string, ...values: Value[]): string {
  try {
    call(name, ...values);
    return 'value';
  } catch (failure) {
    if (failure instanceof Failure) return failure.end;
    throw failure;
  }
}

describe('turning and mirroring', () => {
  test('four quarter turns and two mirrorings change nothing', () => {
    check([anyGrid], (rows) => {
      const grid = gridFrom(rows);
      for (const [name, times] of [
        ['rot90', 4],
        ['rot270', 4],
        ['rot180', 2],
        ['hmirror', 2],
        ['vmirror', 2],
        ['dmirror', 2],
        ['cmirror', 2],
      ] as const) {
        let turned = grid;
        for (let i = 0; i < times; i++) turned = call(name, turned);
        expect(rowsFrom(turned), name).toEqual(rows);
      }
    });
  });

  test('each is where a naive formula puts it', () => {
    check([anyGrid], (rows) => {
      const grid = gridFrom(rows);
      const transposed = rows[0].map((_, j) => rows.map((row) => row[j]));
      expect(rowsFrom(call('dmirror', grid))).toEqual(transposed);
      expect(rowsFrom(call('hmirror', grid))).toEqual(rows.toReversed());
      expect(rowsFrom(call('vmirror', grid))).toEqual(rows.map((row) => row.toReversed()));
      expect(rowsFrom(call('rot90', grid))).toEqual(transposed.map((row) => row.toReversed()));
      expect(rowsFrom(call('rot270', grid))).toEqual(transposed.toReversed());
      expect(call('dmirror', call('cmirror', grid))).toEqual(call('rot180', grid));
    });
  });

  test('patches are mirrored within their box', () => {
    const box = spots.filter((list) => list.length > 0);
    check([box], (list) => {
      const rows = list.map(({ row }) => row);
      const columns = list.map(({ column }) => column);
      const [top, bottom, left, right] = [
        Math.min(...rows),
        Math.max(...rows),
        Math.min(...columns),
        Math.max(...columns),
      ];
      const maps: Record<string, (spot: Spot) => Spot> = {
        hmirror: ({ colour, row, column }) => ({ colour, row: top + bottom - row, column }),
        vmirror: ({ colour, row, column }) => ({ colour, row, column: left + right - column }),
        dmirror: ({ colour, row, column }) => ({
          colour,
          row: top + column - left,
          column: left + row - top,
        }),
        cmirror: ({ colour, row, column }) => ({
          colour,
          row: top + right - column,
          column: left + bottom - row,
        }),
      };
      for (const [name, map] of Object.entries(maps)) {
        expect(encode(call(name, objectFrom(list))), name).toEqual(encode(objectFrom(list.map(map))));
        expect(encode(call(name, indicesFrom(list))), name).toEqual(encode(indicesFrom(list.map(map))));
      }
    });
  });
});

describe('cutting', () => {
  test('crop is two Python slices', () => {
    const slice = <T>(items: readonly T[], start: number, stop: number): T[] => {
      const clamp = (at: number): number =>
        Math.min(at < 0 ? Math.max(at + items.length, 0) : at, items.length);
      return items.filter((_, at) => at >= clamp(start) && at < clamp(stop));
    };
    check([grids, bound, bound, bound, bound], (rows, top, left, height, width) => {
      const expected = slice(rows, top, top + height).map((row) => slice(row, left, left + width));
      expect(rowsFrom(call('crop', gridFrom(rows), vec(top, left), vec(height, width)))).toEqual(expected);
    });
  });

  test('splits skip one line between parts where the size does not divide', () => {
    check([anyGrid, fc.integer({ min: 1, max: 15 })], (rows, n) => {
      const transposed = rows[0].map((_, j) => rows.map((row) => row[j]));
      const pieces = (lines: Rows): Rows[] => {
        const length = Math.floor(lines.length / n);
        const gap = lines.length % n === 0 ? 0 : 1;
        return Array.from({ length: n }, (_, i) =>
          lines.slice(i * (length + gap), i * (length + gap) + length),
        );
      };
      const below = call('vsplit', gridFrom(rows), n);
      expect(members(below as Container).map(rowsFrom)).toEqual(pieces(rows));
      const beside = call('hsplit', gridFrom(rows), n);
      const expected = pieces(transposed).map((columns) =>
        rows.map((_, i) => columns.map((column) => column[i])),
      );
      expect(members(beside as Container).map(rowsFrom)).toEqual(expected);
    });
  });

  test('halves, trim and compress against naive slices', () => {
    check([anyGrid], (rows) => {
      const grid = gridFrom(rows);
      const [half, side] = [rows.length >> 1, rows[0].length >> 1];
      expect(rowsFrom(call('tophalf', grid))).toEqual(rows.slice(0, half));
      expect(rowsFrom(call('bottomhalf', grid))).toEqual(rows.slice(rows.length - half));
      expect(rowsFrom(call('lefthalf', grid))).toEqual(
        side === 0 ? [] : rows.map((row) => row.slice(0, side)),
      );
      expect(rowsFrom(call('righthalf', grid))).toEqual(
        side === 0 ? [] : rows.map((row) => row.slice(row.length - side)),
      );
      expect(rowsFrom(call('trim', grid))).toEqual(rows.slice(1, -1).map((row) => row.slice(1, -1)));
      const mixed = (line: readonly number[]): boolean => new Set(line).size > 1;
      const compressed = rows
        .filter(mixed)
        .map((row) => row.filter((_, j) => mixed(rows.map((other) => other[j]))));
      expect(rowsFrom(call('compress', grid))).toEqual(compressed);
    });
  });
});

describe('scaling and joining', () => {
  test('downscale undoes upscale', () => {
    check([grids, fc.integer({ min: 1, max: 5 })], (rows, factor) => {
      const large = call('upscale', gridFrom(rows), factor);
      expect(large).toEqual(call('hupscale', call('vupscale', gridFrom(rows), factor), factor));
      expect(rowsFrom(large)).toEqual(
        Array.from({ length: rows.length * factor }, (_, i) =>
          Array.from(
            { length: rows[0].length * factor },
            (_, j) => rows[Math.floor(i / factor)][Math.floor(j / factor)],
          ),
        ),
      );
      expect(rowsFrom(call('downscale', large, factor))).toEqual(rows);
    });
  });

  test('an object grows from the corner of its box', () => {
    check([spots.filter((list) => list.length > 0), fc.integer({ min: 1, max: 4 })], (list, factor) => {
      const top = Math.min(...list.map(({ row }) => row));
      const left = Math.min(...list.map(({ column }) => column));
      const blocks = list.flatMap(({ colour, row, column }) =>
        Array.from({ length: factor * factor }, (_, k) => ({
          colour,
          row: top + (row - top) * factor + Math.floor(k / factor),
          column: left + (column - left) * factor + (k % factor),
        })),
      );
      expect(encode(call('upscale', objectFrom(list), factor))).toEqual(encode(objectFrom(blocks)));
    });
  });

  test('joined grids', () => {
    check([grids, grids], (a, b) => {
      const beside = rowsFrom(call('hconcat', gridFrom(a), gridFrom(b)));
      expect(beside).toEqual(a.slice(0, b.length).map((row, i) => [...row, ...b[i]]));
      const below = call('vconcat', gridFrom(a), gridFrom(b));
      expect(rowsFrom(below)).toEqual([...a, ...b]);
      expect(below instanceof Grid).toBe(a[0].length === b[0].length);
    });
  });
});

describe('limits', () => {
  test('what would be over the cap ends at once', () => {
    const grid = gridFrom([
      [1, 2],
      [3, 4],
    ]);
    const object = objectFrom([{ colour: 1, row: 0, column: 0 }]);
    expect(endOf('upscale', grid, 1_000_000_000)).toBe('size');
    expect(endOf('upscale', object, 1_000_000)).toBe('size');
    expect(endOf('hupscale', grid, 2 ** 40)).toBe('size');
    expect(endOf('vupscale', call('hupscale', grid, 0), 2 ** 40)).toBe('size');
    expect(endOf('canvas', 0, vec(100_000, 100_000))).toBe('size');
    expect(endOf('canvas', 0, vec(2 ** 40, 0))).toBe('size');
    expect(endOf('hsplit', grid, 2 ** 40)).toBe('size');
    expect(endOf('vsplit', grid, 2 ** 40)).toBe('size');
    expect(endOf('vupscale', tuple([vec(1, 2), tuple([3])]), 2 ** 40)).toBe('size');
  });

  test('fuel does not depend on what was computed before', () => {
    const grid = gridFrom([
      [1, 2],
      [2, 1],
    ]);
    const spent = (): number => {
      const meter = new Budget(1000);
      callFunction(primitive('underfill'), [grid, 3, indicesFrom([{ colour: 0, row: 0, column: 0 }])], meter);
      return meter.fuel;
    };
    expect(spent()).toBe(spent());
  });
});
