import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { setOf, tuple } from '../../src/core/values/build.ts';
import { decode, encode } from '../../src/core/values/codec.ts';
import { cell, memberAt, members, sizeOf, vec } from '../../src/core/values/container.ts';
import { boxOf, toPatch } from '../../src/core/values/fn.ts';
import { Fault } from '../../src/core/values/meter.ts';
import { compare, equal, hashOf } from '../../src/core/values/order.ts';
import * as pack from '../../src/core/values/pack.ts';
import { comparePython, less } from '../../src/core/values/python-order.ts';
import { difference, filterSet, has, intersection, isSubset, union } from '../../src/core/values/sets.ts';
import { Fn, Grid, isSet, isTuple, Patch, Tuple, truthy, ValueSet } from '../../src/core/values/value.ts';
import type { SetLike, Value } from '../../src/core/values/value.ts';
import { checkCanonical } from './reference.ts';

// The same cases in every run; another seed can be tried by BATT_SEED.
fc.configureGlobal({ seed: Number(process.env.BATT_SEED ?? 1), numRuns: 400 });

/** A value as a plain tree, from which it is built in more than one representation. */
type Tree = number | boolean | null | { t: Tree[] } | { s: Tree[] };

const FLIP = new Fn('flip', 1, [], (b) => !truthy(b));
const toNoFunction = (): never => {
  throw new Error('the trees hold no functions');
};

const decoded = (tree: Tree): Value => decode(tree, toNoFunction, toNoFunction);

/** The same value without grids and patches. */
function general(tree: Tree): Value {
  if (typeof tree !== 'object' || tree === null) return tree;
  if ('t' in tree) return new Tuple(tree.t.map(general));
  return new ValueSet(settled(tree.s).map(general));
}

/** Ascending and distinct, of equal trees the first. */
function settled(trees: readonly Tree[]): readonly Tree[] {
  const sorted = [...trees].sort(compareTrees);
  return sorted.filter((tree, i) => i === 0 || compareTrees(sorted[i - 1], tree) !== 0);
}

/** Canonical order by its definition. */
function compareTrees(a: Tree, b: Tree): number {
  const rank = (tree: Tree) => (tree === null ? 0 : typeof tree !== 'object' ? 1 : 't' in tree ? 2 : 3);
  if (rank(a) !== rank(b)) return Math.sign(rank(a) - rank(b));
  if (typeof a !== 'object' || typeof b !== 'object') return Math.sign(Number(a) - Number(b));
  const items = (tree: Tree) =>
    tree === null
      ? []
      : 't' in (tree as object)
        ? (tree as { t: Tree[] }).t
        : settled((tree as { s: Tree[] }).s);
  const [left, right] = [items(a), items(b)];
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const order = compareTrees(left[i], right[i]);
    if (order !== 0) return order;
  }
  return Math.sign(left.length - right.length);
}

const small = fc.integer({ min: -2, max: 3 });
const edge = fc.constantFrom(
  -32769,
  -32768,
  32767,
  32768,
  -1025,
  -1024,
  3071,
  3072,
  -33,
  -32,
  95,
  96,
  2 ** 31,
  -(2 ** 40),
  2 ** 53 - 1,
);
const number = fc.oneof({ weight: 8, arbitrary: small }, { weight: 1, arbitrary: edge });
const leaf: fc.Arbitrary<Tree> = fc.oneof(
  { weight: 8, arbitrary: number },
  { weight: 1, arbitrary: fc.constantFrom(true, false, null) },
);
const index = fc.tuple(number, number).map((items): Tree => ({ t: items }));
const colouredCell = fc.tuple(number, index).map((items): Tree => ({ t: items }));
const grid = fc
  .tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 1, max: 3 }))
  .chain(([width, height]) => {
    const row = fc.array(number, { minLength: width, maxLength: width }).map((items): Tree => ({ t: items }));
    return fc.array(row, { minLength: height, maxLength: height }).map((rows): Tree => ({ t: rows }));
  });
const indices = fc.array(index, { maxLength: 6 });
const cells = fc.array(colouredCell, { maxLength: 6 });
const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'tree' },
    leaf,
    index,
    grid,
    indices.map((s) => ({ s })),
    cells.map((s) => ({ s })),
    fc.array(tie('tree'), { maxLength: 4, depthIdentifier: 'tree' }).map((t) => ({ t })),
    fc.array(tie('tree'), { maxLength: 4, depthIdentifier: 'tree' }).map((s) => ({ s })),
  ),
}));
/** Members of two sets that are likely to overlap, often two patches. */
const twoSets = fc.oneof(
  fc.tuple(indices, indices),
  fc.tuple(cells, cells),
  fc.tuple(cells, indices),
  fc.tuple(fc.array(leaf), fc.array(leaf)),
  fc.tuple(fc.array(tree, { maxLength: 5 }), fc.array(tree, { maxLength: 5 })),
);

describe('canonical order, equality and hash', () => {
  test('do not depend on the representation', () => {
    fc.assert(
      fc.property(tree, tree, (a, b) => {
        const order = compareTrees(a, b);
        for (const left of [decoded(a), general(a)]) {
          for (const right of [decoded(b), general(b)]) {
            expect(Math.sign(compare(left, right))).toBe(order);
            expect(equal(left, right)).toBe(order === 0);
            if (order === 0) expect(hashOf(left)).toBe(hashOf(right));
            expect(equal(left, right), 'with hashes known').toBe(order === 0);
          }
        }
        expect(hashOf(decoded(a))).toBe(hashOf(general(a)));
        expect(equal(decoded(a), general(a))).toBe(true);
      }),
    );
  });

  test('make a total order', () => {
    fc.assert(
      fc.property(tree, tree, tree, (...trees) => {
        const [a, b, c] = trees.map(decoded);
        expect(compare(a, a)).toBe(0);
        expect(Math.sign(compare(a, b)) + Math.sign(compare(b, a))).toBe(0);
        if (compare(a, b) <= 0 && compare(b, c) <= 0) expect(compare(a, c)).toBeLessThanOrEqual(0);
      }),
    );
  });

  test('take True for 1 and False for 0, at any depth', () => {
    expect(equal(true, 1)).toBe(true);
    expect(hashOf(true)).toBe(hashOf(1));
    const [flags, bits] = [tuple([new Tuple([true, false])]), tuple([new Tuple([1, 0])])];
    expect([flags.constructor, bits.constructor]).toEqual([Tuple, Grid]);
    expect(equal(flags, bits)).toBe(true);
    expect(hashOf(flags)).toBe(hashOf(bits));
    expect(equal(setOf([new Tuple([true, false])]), setOf([vec(1, 0)]))).toBe(true);
    expect(equal(0, null)).toBe(false);
  });

  test('rank the kinds: None, numbers, tuples, sets, functions by name', () => {
    const add = new Fn('add', 2, [], () => 0);
    const bound = new Fn('add', 2, [1], () => 0);
    const ascending = [null, -1, false, 2, tuple([]), vec(0, 0), setOf([]), setOf([1]), add, bound, FLIP];
    const shuffled = [...ascending].reverse().sort(compare);
    expect(shuffled).toEqual(ascending);
    expect(equal(bound, new Fn('add', 2, [true], () => 0))).toBe(true);
  });
});

describe('representations', () => {
  test('are canonical whatever the members', () => {
    fc.assert(
      fc.property(fc.array(tree, { maxLength: 6 }), (trees) => {
        const items = trees.map(decoded);
        checkCanonical(tuple(items));
        checkCanonical(setOf(items));
        expect(sizeOf(setOf(items))).toBe(settled(trees).length);
      }),
    );
  });

  test('an item that cannot be packed gives way to an equal one', () => {
    expect(setOf([vec(1, 0), new Tuple([true, false]), vec(2, 0)])).toBeInstanceOf(Patch);
    expect(members(setOf([new Tuple([true, 0]), vec(1, 0)]))).toEqual([new Tuple([true, 0])]);
    expect(members(setOf([1, true]))).toEqual([1]);
    expect(members(setOf([true, 1]))).toEqual([true]);
  });

  test('list the same members one by one and all together', () => {
    fc.assert(
      fc.property(tree, (plain) => {
        const value = decoded(plain);
        if (!isTuple(value) && !isSet(value)) return;
        const single = Array.from({ length: sizeOf(value) }, (_, i) => memberAt(value, i));
        expect(single).toEqual(members(value));
        expect(single.every((member, i) => equal(member, memberAt(value, i)))).toBe(true);
      }),
    );
  });

  test('survive encoding and decoding', () => {
    fc.assert(
      fc.property(tree, (plain) => {
        const value = decoded(plain);
        const data = encode(value);
        const back = decode(JSON.parse(JSON.stringify(data)), toNoFunction, toNoFunction);
        expect(equal(back, value)).toBe(true);
        expect(encode(back)).toStrictEqual(data);
        checkCanonical(back);
      }),
    );
  });
});

describe('packing', () => {
  const row = fc.integer({ min: pack.PLACE_LOW, max: pack.PLACE_HIGH });
  const colour = fc.integer({ min: pack.COLOUR_LOW, max: pack.COLOUR_HIGH });

  test('keeps every colour, row and column in its range, negative ones included', () => {
    fc.assert(
      fc.property(colour, row, row, (c, i, j) => {
        const packed = pack.packCell(c, i, j);
        expect(packed).toBeGreaterThanOrEqual(0);
        expect([pack.colourOf(packed), pack.rowOf(packed), pack.columnOf(packed)]).toEqual([c, i, j]);
        expect(packed & pack.PLACE_MASK).toBe(pack.packIndex(i, j));
        expect(pack.packColour(c) | pack.packIndex(i, j)).toBe(packed);
      }),
    );
  });

  test('keeps canonical order', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(colour, row, row), { minLength: 1 }), (places) => {
        const object = setOf(places.map(([c, i, j]) => cell(c, i, j)));
        expect(object).toBeInstanceOf(Patch);
        const naive = new Set(places.map(([c, i, j]) => [c + 5000, i + 5000, j + 5000].join()));
        const found = members(object).map(
          (member) => encode(member) as { t: [number, { t: [number, number] }] },
        );
        expect(
          found.map(
            ({
              t: [
                c,
                {
                  t: [i, j],
                },
              ],
            }) => [c + 5000, i + 5000, j + 5000].join(),
          ),
        ).toEqual([...naive].sort());
      }),
    );
  });

  test.each([
    ['row', vec(pack.PLACE_HIGH + 1, 0)],
    ['negative row', vec(pack.PLACE_LOW - 1, 0)],
    ['column', vec(0, pack.PLACE_HIGH + 1)],
    ['negative column', vec(0, pack.PLACE_LOW - 1)],
    ['colour', cell(pack.COLOUR_HIGH + 1, 0, 0)],
    ['negative colour', cell(pack.COLOUR_LOW - 1, 0, 0)],
    ['row of a cell', cell(0, pack.PLACE_HIGH + 1, 0)],
  ])('a set with a %s out of range is general, until it has left', (_, far) => {
    const near = typeof far.items[1] === 'number' ? vec(1, 1) : cell(1, 1, 1);
    const set = setOf([far, near]);
    expect(set).toBeInstanceOf(ValueSet);
    expect([has(set, far), has(set, near), has(setOf([near]), far)]).toEqual([true, true, false]);
    expect(difference(set, setOf([far]))).toBeInstanceOf(Patch);
    expect(filterSet(set, (member) => !equal(member, far))).toBeInstanceOf(Patch);
    expect(union(setOf([near]), setOf([far]))).toEqual(set);
    expect(() => toPatch(set)).toThrow();
  });

  test('a tuple of cells reads as a patch in its order, with repetitions', () => {
    const items = [cell(3, 2, -1), cell(1, 0, 5), cell(3, 2, -1)];
    const view = toPatch(tuple(items));
    expect(view.coloured).toBe(true);
    expect([...view.packed].map(pack.colourOf)).toEqual([3, 1, 3]);
    expect(boxOf(view)).toEqual({ top: 0, left: -1, bottom: 2, right: 5 });
    const vectors = toPatch(tuple([vec(2, 0), vec(1, 7)]));
    expect([...vectors.packed]).toEqual([pack.packIndex(2, 0), pack.packIndex(1, 7)]);
  });
});

describe('set operations', () => {
  test('agree with their definitions', () => {
    fc.assert(
      fc.property(twoSets, ([left, right]) => {
        const within = (item: Tree, trees: readonly Tree[]) =>
          trees.some((other) => compareTrees(item, other) === 0);
        const [a, b] = [setOf(left.map(decoded)), setOf(right.map(decoded))];
        const agree = (found: SetLike, wanted: readonly Tree[]) => {
          checkCanonical(found);
          expect(members(found).map(encode)).toStrictEqual(
            settled(wanted).map((item) => encode(decoded(item))),
          );
        };
        agree(union(a, b), [...left, ...right]);
        agree(
          intersection(a, b),
          left.filter((item) => within(item, right)),
        );
        agree(
          difference(a, b),
          left.filter((item) => !within(item, right)),
        );
        agree(
          filterSet(a, (item) => hashOf(item) % 3 !== 0),
          left.filter((item) => hashOf(decoded(item)) % 3 !== 0),
        );
        expect(isSubset(a, b)).toBe(left.every((item) => within(item, right)));
        for (const item of [...left, ...right]) expect(has(a, decoded(item))).toBe(within(item, left));
      }),
    );
  });
});

describe("Python's order of keys", () => {
  test('is canonical order for numbers and for tuples of numbers', () => {
    const key = fc.oneof(
      leaf.filter((item) => item !== null),
      index,
      colouredCell,
      grid,
    );
    fc.assert(
      fc.property(key, key, (a, b) => {
        const [left, right] = [decoded(a), decoded(b)];
        if (isTuple(left) !== isTuple(right)) expect(() => less(left, right)).toThrow();
        else {
          const order = attempt(() => Math.sign(comparePython(left, right)));
          expect([compareTrees(a, b), 'fault']).toContain(order);
        }
      }),
    );
  });

  test('is inclusion for sets', () => {
    fc.assert(
      fc.property(fc.array(small), fc.array(small), (left, right) => {
        const [a, b] = [new Set(left), new Set(right)];
        const inside = (x: Set<number>, y: Set<number>) =>
          x.size < y.size && [...x].every((item) => y.has(item));
        expect(less(setOf(left), setOf(right))).toBe(inside(a, b));
        expect(comparePython(setOf(left), setOf(right)) > 0).toBe(inside(b, a));
      }),
    );
  });

  test('passes over equal items, and knows no order of other kinds', () => {
    expect(less(tuple([null, 1]), tuple([null, 2]))).toBe(true);
    expect(less(tuple([FLIP]), tuple([FLIP, 0]))).toBe(true);
    expect(less(false, 1)).toBe(true);
    for (const [a, b] of [
      [null, null],
      [FLIP, FLIP],
      [1, vec(1, 1)],
      [vec(0, 0), setOf([])],
      [tuple([1, 0]), tuple([null, 0])],
    ]) {
      expect(attempt(() => comparePython(a, b))).toBe('fault');
    }
  });
});

function attempt(run: () => number): number | 'fault' {
  try {
    return run();
  } catch (fault) {
    if (fault instanceof Fault) return 'fault';
    throw fault;
  }
}
