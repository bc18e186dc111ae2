/** Patches and measures against slow and plain definitions, on random positions, negative ones included. */ import {
  cell,
  vec,
} from '../../src/core/values/container.ts';

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Budget } from '../support/calls.ts';
import { Tuple } from '../../src/core/values/value.ts';
import {
  cells,
  faultOf,
  indices,
  objectOf,
  place,
  places,
  plain,
  rectangle,
  run,
  sorted,
  type Coloured,
  type Place,
} from './plain.ts';

/** [top, left, bottom, right], inclusive. */
function bounds(all: readonly Place[]): readonly [number, number, number, number] {
  const rows = all.map(([row]) => row);
  const columns = all.map(([, column]) => column);
  return [Math.min(...rows), Math.min(...columns), Math.max(...rows), Math.max(...columns)];
}

describe('patches with negative coordinates', () => {
  test('shift, and back', () => {
    fc.assert(
      fc.property(cells, place, (some, [down, across]) => {
        const object = objectOf(some);
        const moved = run('shift', object, vec(down, across));
        expect(plain(moved)).toEqual(
          plain(objectOf(some.map(([colour, i, j]) => [colour, i + down, j + across]))),
        );
        expect(plain(run('shift', moved, vec(0 - down, 0 - across)))).toEqual(plain(object));
        expect(plain(run('ulcorner', moved))).toEqual(plain(run('ulcorner', run('toindices', moved))));
      }),
    );
  });

  test('normalize', () => {
    fc.assert(
      fc.property(places, (some) => {
        const [top, left] = bounds(some);
        const expected = sorted(some.map(([i, j]): Place => [i - top, j - left]));
        expect(plain(run('normalize', indices(some)))).toEqual(expected);
      }),
    );
  });

  test('the mirrors', () => {
    fc.assert(
      fc.property(places, (some) => {
        const [top, left, bottom, right] = bounds(some);
        const mirrored = (move: (i: number, j: number) => Place): Place[] =>
          sorted(some.map(([i, j]) => move(i, j)));
        const patch = indices(some);
        expect(plain(run('hmirror', patch))).toEqual(mirrored((i, j) => [top + bottom - i, j]));
        expect(plain(run('vmirror', patch))).toEqual(mirrored((i, j) => [i, left + right - j]));
        expect(plain(run('dmirror', patch))).toEqual(mirrored((i, j) => [top + j - left, left + i - top]));
        expect(plain(run('cmirror', patch))).toEqual(
          mirrored((i, j) => [top + right - j, left + bottom - i]),
        );
      }),
    );
  });

  test('backdrop is the patch and delta; box, inbox and outbox are frames', () => {
    fc.assert(
      fc.property(places, (some) => {
        const patch = indices(some);
        const [top, left, bottom, right] = bounds(some);
        const gaps = plain(run('delta', patch)) as Place[];
        expect(gaps).toHaveLength((bottom - top + 1) * (right - left + 1) - sorted(some).length);
        expect(sorted([...gaps, ...some])).toEqual(plain(run('backdrop', patch)));
        expect(plain(run('box', patch))).toEqual(frame(top, left, bottom, right));
        expect(plain(run('outbox', patch))).toEqual(frame(top - 1, left - 1, bottom + 1, right + 1));
        expect(plain(run('inbox', patch))).toEqual(frame(top + 1, left + 1, bottom - 1, right - 1));
      }),
    );
  });

  test('centerofmass is rounded down', () => {
    fc.assert(
      fc.property(places, (some) => {
        const all = sorted(some);
        const mean = (axis: 0 | 1): number =>
          Math.floor(all.reduce((sum, one) => sum + one[axis], 0) / all.length);
        expect(plain(run('centerofmass', indices(some)))).toEqual([mean(0), mean(1)]);
      }),
    );
    expect(plain(run('centerofmass', indices([[-1, -1], [0, 0]])))).toEqual([-1, -1]); // prettier-ignore
  });

  test('a tuple of cells counts its repetitions', () => {
    const twice = new Tuple([cell(1, 4, 4), cell(1, 4, 4)]);
    expect(plain(run('centerofmass', twice))).toEqual([2, 2]);
    expect(plain(run('shift', twice, vec(0, 1)))).toEqual([[1, [4, 5]]]);
  });
});

/** The edge of the box, whichever way its bounds are given. */
function frame(top: number, left: number, bottom: number, right: number): Place[] {
  const [first, last] = [Math.min(top, bottom), Math.max(top, bottom)];
  const [low, high] = [Math.min(left, right), Math.max(left, right)];
  return rectangle(first, low, last, high).filter(
    ([i, j]) => i === first || i === last || j === low || j === high,
  );
}

describe('distances', () => {
  const steps = (a: readonly Place[], b: readonly Place[]): number =>
    Math.min(...a.flatMap(([i, j]) => b.map(([k, l]) => Math.abs(i - k) + Math.abs(j - l))));
  // Dense patches of many cells are measured by a field of distances, others pair by pair.
  const dense = fc.array(fc.tuple(fc.integer({ min: -8, max: 8 }), fc.integer({ min: -8, max: 8 })), {
    minLength: 60,
    maxLength: 160,
  });
  const apart = fc
    .tuple(dense, dense, fc.integer({ min: 0, max: 12 }))
    .map(([a, b, away]): [Place[], Place[]] => {
      const left = a.filter(([i, j]) => i + j < 2 - away);
      const right = b.filter(([i, j]) => i + j > 2);
      return [left.length > 0 ? left : a, right.length > 0 ? right : b];
    });

  test('manhattan and adjacent', () => {
    const pairs = fc.oneof(fc.tuple(places, places), apart);
    fc.assert(
      fc.property(pairs, ([a, b]) => {
        const least = steps(a, b);
        expect(run('manhattan', indices(a), indices(b))).toBe(least);
        expect(run('adjacent', indices(a), indices(b))).toBe(least === 1);
      }),
      { numRuns: 300 },
    );
  });

  test('gravitate', () => {
    const few = fc.array(place, { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(few, few, (a, b) => {
        const [source, destination] = [indices(a), indices(b)];
        const [row, column] = plain(run('center', source)) as Place;
        const [toRow, toColumn] = plain(run('center', destination)) as Place;
        const vertical = run('vmatching', source, destination) === true;
        const forwards = vertical ? row < toRow : column < toColumn;
        const [down, across] = vertical ? [forwards ? 1 : -1, 0] : [0, forwards ? 1 : -1];
        let count = 0;
        const moved = (): Place[] => a.map(([i, j]) => [i + count * down, j + count * across]);
        while (count < 42 && steps(moved(), b) !== 1) count++;
        expect(plain(run('gravitate', source, destination))).toEqual([count * down + 0, count * across + 0]);
      }),
    );
  });

  test('hmatching and vmatching', () => {
    fc.assert(
      fc.property(fc.array(place, { maxLength: 4 }), fc.array(place, { maxLength: 4 }), (a, b) => {
        const common = (axis: 0 | 1): boolean =>
          a.some((one) => b.some((other) => one[axis] === other[axis]));
        expect(run('hmatching', indices(a), indices(b))).toBe(common(0));
        expect(run('vmatching', indices(a), indices(b))).toBe(common(1));
      }),
    );
  });
});

test('hperiod and vperiod', () => {
  const pattern = fc
    .record({
      tile: fc.array(fc.integer({ min: 0, max: 1 }), { minLength: 4, maxLength: 4 }),
      extent: fc.tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 7 })),
      corner: place,
      holes: fc.array(fc.nat(48), { maxLength: 3 }),
    })
    .map(({ tile, extent: [height, width], corner: [top, left], holes }): Coloured[] =>
      rectangle(0, 0, height - 1, width - 1)
        .filter(([i, j]) => !holes.includes(i * 7 + j) || (i === 0 && j === 0))
        .map(([i, j]) => [tile[(i % 2) * 2 + (j % 2)], top + i, left + j]),
    );
  fc.assert(
    fc.property(fc.oneof(pattern, cells), (some) => {
      const [top, left, bottom, right] = bounds(some.map(([, i, j]): Place => [i, j]));
      const present = new Set(some.map(String));
      const period = (extent: number, before: (one: Coloured, by: number) => Coloured): number => {
        for (let by = 1; by < extent; by++) {
          const inside = some.map((one) => before(one, by)).filter(([, i, j]) => i >= top && j >= left);
          if (inside.every((one) => present.has(String(one)))) return by;
        }
        return extent;
      };
      const object = objectOf(some);
      expect(run('hperiod', object)).toBe(
        period(right - left + 1, ([colour, i, j], by) => [colour, i, j - by]),
      );
      expect(run('vperiod', object)).toBe(
        period(bottom - top + 1, ([colour, i, j], by) => [colour, i - by, j]),
      );
    }),
    { numRuns: 300 },
  );
});

test('connect joins places of a row, a column or a diagonal', () => {
  fc.assert(
    fc.property(
      place,
      fc.integer({ min: -6, max: 6 }),
      fc.integer({ min: -6, max: 6 }),
      ([row, column], down, across) => {
        const straight = down === 0 || across === 0 || Math.abs(down) === Math.abs(across);
        const length = Math.max(Math.abs(down), Math.abs(across));
        const line = Array.from({ length: length + 1 }, (_, step): Place => [
          row + Math.sign(down) * step,
          column + Math.sign(across) * step,
        ]);
        const found = plain(run('connect', vec(row, column), vec(row + down, column + across)));
        expect(found).toEqual(straight ? sorted(line) : []);
      },
    ),
  );
});

describe('limits', () => {
  const wide = indices([[0, 0], [40, 40]]); // prettier-ignore

  test('what is built must stay under the cap', () => {
    for (const name of ['backdrop', 'delta']) expect(faultOf(new Budget(1e9, 1000), name, wide)).toBe('size');
    for (const name of ['box', 'outbox']) expect(faultOf(new Budget(1e9, 100), name, wide)).toBe('size');
    expect(faultOf(new Budget(1e9, 1000), 'connect', vec(0, 0), vec(1000, 0))).toBe('size');
    expect(faultOf(new Budget(1e9, 1001), 'connect', vec(0, 0), vec(1000, 0))).toBe('none');
  });

  test('what is built is paid for', () => {
    expect(faultOf(new Budget(1000), 'backdrop', wide)).toBe('fuel');
    expect(faultOf(new Budget(2000), 'backdrop', wide)).toBe('none');
  });

  test('positions out of range are refused, not lost', () => {
    const edge = indices([[3071, 0], [3071, 1]]); // prettier-ignore
    expect(faultOf(new Budget(1e9), 'shift', edge, vec(1, 0))).toBe('size');
    expect(faultOf(new Budget(1e9), 'shift', edge, vec(0, -1024))).toBe('none');
    expect(faultOf(new Budget(1e9), 'outbox', edge)).toBe('size');
    expect(faultOf(new Budget(1e9), 'neighbors', vec(5000, 5000))).toBe('size');
    expect(faultOf(new Budget(1e9), 'shoot', vec(0, 0), vec(0, -25))).toBe('size');
    expect(faultOf(new Budget(1e9), 'connect', vec(9e15, 0), vec(9e15, 3))).toBe('size');
  });
});
