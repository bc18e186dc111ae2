/** Objects cut out of random grids, against slow and plain definitions. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gridOf, setOf, tuple } from '../../src/core/values/build.ts';
import { vec } from '../../src/core/values/container.ts';
import { Budget } from '../support/calls.ts';
import { Tuple, type Grid } from '../../src/core/values/value.ts';
import {
  coloured,
  indices,
  objectOf,
  place,
  plain,
  rectangle,
  run,
  runWith,
  type Coloured,
  type Place,
} from './plain.ts';

/** Grids up to `side` x `side`, of few colours so that components grow. */
function grids(side: number): fc.Arbitrary<Grid> {
  const extent = fc.integer({ min: 1, max: side });
  return fc
    .tuple(extent, extent, fc.integer({ min: 0, max: 4 }))
    .chain(([height, width, most]) =>
      fc
        .array(fc.integer({ min: 0, max: most }), { minLength: height * width, maxLength: height * width })
        .map((colours) => gridOf(height, width, Int16Array.from(colours)) as Grid),
    );
}

describe('objects', () => {
  const flags = [true, false].flatMap((univalued) =>
    [true, false].flatMap((diagonal) =>
      [true, false].map((without) => [univalued, diagonal, without] as const),
    ),
  );

  test.each(flags)('univalued %s, diagonal %s, without_bg %s', (univalued, diagonal, without) => {
    fc.assert(
      fc.property(grids(30), (grid) => {
        const found = plain(run('objects', grid, univalued, diagonal, without));
        expect(found).toEqual(naiveComponents(grid, univalued, diagonal, without));
      }),
      { numRuns: 40 },
    );
  });

  test('values that are no colours are told apart as well', () => {
    const rows = [
      [vec(0, 0), vec(0, 0), 700],
      [null, 700, 700],
    ];
    const grid = tuple(rows.map((row) => new Tuple(row)));
    const found = run('objects', grid, true, false, false);
    expect((plain(found) as unknown[][]).map((object) => object.length)).toEqual([1, 3, 2]);
  });
});

/** Components by a recursive flood, sorted as plain arrays. */
function naiveComponents(grid: Grid, univalued: boolean, diagonal: boolean, without: boolean): unknown {
  const { height, width, cells: colours } = grid;
  const at = (row: number, column: number): number => colours[row * width + column];
  const background = without ? mostFrequent([...colours]) : -1;
  const seen = new Set<number>();
  const reach = (row: number, column: number, colour: number): Coloured[] => {
    if (row < 0 || row >= height || column < 0 || column >= width || seen.has(row * width + column))
      return [];
    const here = at(row, column);
    if (here === background || (univalued && here !== colour)) return [];
    seen.add(row * width + column);
    const found: Coloured[] = [[here, row, column]];
    for (let down = -1; down <= 1; down++) {
      for (let across = -1; across <= 1; across++) {
        if (diagonal || down === 0 || across === 0) found.push(...reach(row + down, column + across, colour));
      }
    }
    return found;
  };
  const all: Coloured[][] = [];
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const component = reach(row, column, at(row, column));
      if (component.length > 0) all.push(component.sort(byNumbers));
    }
  }
  all.sort((a, b) => byNumbers(a[0], b[0]));
  return all.map((component) => component.map(([colour, row, column]) => [colour, [row, column]]));
}

function byNumbers(a: Coloured, b: Coloured): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
}

function mostFrequent(colours: readonly number[]): number {
  const count = (colour: number): number => colours.filter((other) => other === colour).length;
  return [0, 1, 2, 3, 4].reduce((best, colour) => (count(colour) > count(best) ? colour : best));
}

describe('cells of grids', () => {
  test('partition, fgpartition and asobject hold the same cells', () => {
    fc.assert(
      fc.property(grids(12), (grid) => {
        const whole = plain(run('asobject', grid)) as [number, Place][];
        const parts = plain(run('partition', grid)) as [number, Place][][];
        expect(parts.flat()).toEqual(whole);
        expect(parts.every((part) => part.every(([colour]) => colour === part[0][0]))).toBe(true);
        const foreground = plain(run('fgpartition', grid)) as [number, Place][][];
        const background = mostFrequent([...grid.cells]);
        expect(foreground).toEqual(parts.filter((part) => part[0][0] !== background));
      }),
    );
  });

  test('toobject picks what lies within the grid', () => {
    fc.assert(
      fc.property(grids(12), fc.array(place, { maxLength: 120 }), (grid, wanted) => {
        const inside = wanted.filter(([i, j]) => i >= 0 && i < grid.height && j >= 0 && j < grid.width);
        const expected = inside.map(([i, j]) => [grid.cells[i * grid.width + j], i, j] as const);
        expect(plain(run('toobject', indices(wanted), grid))).toEqual(plain(objectOf(expected)));
      }),
    );
  });

  test('frontiers', () => {
    fc.assert(
      fc.property(grids(5), (grid) => {
        const rows = plain(grid) as number[][];
        const byRow = rows.map((row, i) => row.map((colour, j): Coloured => [colour, i, j]));
        const byColumn = rows[0].map((_, j) => rows.map((row, i): Coloured => [row[j], i, j]));
        const uniform = [...byRow, ...byColumn].filter((line) =>
          line.every(([colour]) => colour === line[0][0]),
        );
        expect(plain(run('frontiers', grid))).toEqual(plain(setOf(uniform.map(objectOf))));
      }),
    );
  });

  test('occurrences', () => {
    fc.assert(
      fc.property(grids(6), fc.array(coloured, { minLength: 1, maxLength: 3 }), (grid, sample) => {
        const near = sample.map(([colour, i, j]): Coloured => [colour, i & 1, j & 1]);
        const object = objectOf(near);
        const [top, left] = [Math.min(...near.map(([, i]) => i)), Math.min(...near.map(([, , j]) => j))];
        const expected = rectangle(0, 0, grid.height - 1, grid.width - 1).filter(([i, j]) =>
          near.every(([colour, row, column]) => {
            const [atRow, atColumn] = [i + row - top, j + column - left];
            return (
              atRow < grid.height &&
              atColumn < grid.width &&
              grid.cells[atRow * grid.width + atColumn] === colour
            );
          }),
        );
        expect(plain(run('occurrences', grid, object))).toEqual(expected);
      }),
    );
  });
});

describe('ties between the colours of an object', () => {
  const object = objectOf([[2, 0, 0], [5, 0, 1]]); // prettier-ignore

  test('are reported to a watch where they matter', () => {
    const asked: unknown[] = [];
    const meter = new Budget(1e9, undefined, (tied) => {
      asked.push(plain(tuple(tied)));
      return 1;
    });
    expect(plain(runWith(meter, 'colorfilter', setOf([object]), 5))).toHaveLength(1);
    expect(plain(runWith(meter, 'colorfilter', setOf([object]), 3))).toEqual([]);
    expect(asked).toEqual([[2, 5]]);
  });

  test('go to the smallest without one', () => {
    expect(plain(run('colorfilter', setOf([object]), 5))).toEqual([]);
    expect(plain(run('colorfilter', setOf([object]), 2))).toHaveLength(1);
  });
});
