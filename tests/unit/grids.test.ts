import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { setOf, tuple } from '../../src/core/values/build.ts';
import { encode } from '../../src/core/values/codec.ts';
import { cell, members, vec } from '../../src/core/values/container.ts';
import { DEFAULT_CAP } from '../../src/core/values/ends.ts';
import { EMPTY_TUPLE, Grid, isTuple, type Container, type Value } from '../../src/core/values/value.ts';
import { Failure } from '../../src/core/engine/failure.ts';
import { Budget, call as callFunction, primitive } from '../support/calls.ts';

type Rows = number[][];
type Spot = { colour: number; row: number; column: number };

function call(name: string, ...values: Value[]): Value {
  return callFunction(primitive(name), values);
}

function endOf(name: string, ...values: Value[]): string {
  try {
    call(name, ...values);
    return 'value';
  } catch (failure) {
    if (failure instanceof Failure) return failure.end;
    throw failure;
  }
}

function gridFrom(rows: Rows): Value {
  return rows.length === 0
    ? EMPTY_TUPLE
    : new Grid(rows.length, rows[0].length, Int16Array.from(rows.flat()));
}

/** Naive rows back from a value: a tuple of tuples of integers. */
function rowsFrom(value: Value): Rows {
  if (!isTuple(value)) throw new Error('not a tuple');
  return members(value).map((row) => members(row as Container).map(Number));
}

function objectFrom(spots: readonly Spot[]): Value {
  return setOf(spots.map(({ colour, row, column }) => cell(colour, row, column)));
}

function tupleFrom(spots: readonly Spot[]): Value {
  return tuple(spots.map(({ colour, row, column }) => cell(colour, row, column)));
}

function indicesFrom(spots: readonly Spot[]): Value {
  return setOf(spots.map(({ row, column }) => vec(row, column)));
}

/** By colour, row and column: the order in which a set is gone through. */
function ascending(spots: readonly Spot[]): Spot[] {
  return [...spots].sort((a, b) => a.colour - b.colour || a.row - b.row || a.column - b.column);
}

const colours = fc.integer({ min: 0, max: 9 });
const rowsOf = (maxSide: number): fc.Arbitrary<Rows> =>
  fc
    .tuple(
      fc.integer({ min: 1, max: maxSide }),
      fc.integer({ min: 1, max: maxSide }),
      fc.integer({ min: 0, max: 9 }),
    )
    .chain(([height, width, most]) =>
      fc.array(fc.array(fc.integer({ min: 0, max: most }), { minLength: width, maxLength: width }), {
        minLength: height,
        maxLength: height,
      }),
    );
const grids = rowsOf(12);
const largest = fc.array(fc.array(colours, { minLength: 30, maxLength: 30 }), {
  minLength: 30,
  maxLength: 30,
});
const anyGrid = fc.oneof({ weight: 4, arbitrary: grids }, { weight: 1, arbitrary: largest });
const spots = fc.array(
  fc.record({
    colour: colours,
    row: fc.integer({ min: -3, max: 9 }),
    column: fc.integer({ min: -3, max: 9 }),
  }),
  {
    maxLength: 30,
  },
);
const bound = fc.integer({ min: -8, max: 14 });

function check<Ts extends [unknown, ...unknown[]]>(
  arbitraries: { [K in keyof Ts]: fc.Arbitrary<Ts[K]> },
  body: (...values: Ts) => void,
): void {
  fc.assert(fc.property(...arbitraries, body), { numRuns: 60 });
}

/** Most frequent colour, the smallest of tied ones. */
function mostFrequent(rows: Rows): number {
  const flat = rows.flat();
  const count = (colour: number): number => flat.filter((each) => each === colour).length;
  return [...new Set(flat)].sort((a, b) => count(b) - count(a) || a - b)[0];
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
