import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { setOf, tuple } from '../../src/core/values/build.ts';
import { decode, encode } from '../../src/core/values/codec.ts';
import { cell, members, sizeOf, vec } from '../../src/core/values/container.ts';
import { compare, equal } from '../../src/core/values/order.ts';
import * as pack from '../../src/core/values/pack.ts';
import { Fn, Grid, Patch, Tuple, ValueSet } from '../../src/core/values/value.ts';
import { compareTrees, decoded, general, settled, tree } from '../support/values.ts';
import { checkCanonical } from './reference.ts';

// The same cases in every run; another seed can be tried by BATT_SEED.
const toNoFunction = (): never => {
  throw new Error('the trees hold no functions');
};

describe('canonical order and equality', () => {
  test('do not depend on the representation', () => {
    fc.assert(
      fc.property(tree, tree, (a, b) => {
        const order = compareTrees(a, b);
        for (const left of [decoded(a), general(a)]) {
          for (const right of [decoded(b), general(b)]) {
            expect(Math.sign(compare(left, right))).toBe(order);
            expect(equal(left, right)).toBe(order === 0);
          }
        }
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
    const [flags, bits] = [tuple([new Tuple([true, false])]), tuple([new Tuple([1, 0])])];
    expect([flags.constructor, bits.constructor]).toEqual([Tuple, Grid]);
    expect(equal(flags, bits)).toBe(true);
    expect(equal(setOf([new Tuple([true, false])]), setOf([vec(1, 0)]))).toBe(true);
    expect(equal(0, null)).toBe(false);
  });

  test('rank the kinds: None, numbers, tuples, sets, functions by name', () => {
    const add = new Fn('add', 2, []);
    const bound = new Fn('add', 2, [1]);
    const flip = new Fn('flip', 1, []);
    const ascending = [null, -1, false, 2, tuple([]), vec(0, 0), setOf([]), setOf([1]), add, bound, flip];
    expect([...ascending].reverse().sort(compare)).toEqual(ascending);
    expect(equal(bound, new Fn('add', 2, [true]))).toBe(true);
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
        const packed = pack.packColour(c) | pack.packIndex(i, j);
        expect(packed).toBeGreaterThanOrEqual(0);
        expect([pack.colourOf(packed), pack.rowOf(packed), pack.columnOf(packed)]).toEqual([c, i, j]);
      }),
    );
  });

  test('keeps canonical order', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(colour, row, row), { minLength: 1 }), (places) => {
        const object = setOf(places.map(([c, i, j]) => cell(c, i, j)));
        expect(object).toBeInstanceOf(Patch);
        const key = (numbers: readonly number[]): string => numbers.map((n) => n + 5000).join();
        const found = members(object).map((member) => {
          const [c, place] = (member as Tuple).items;
          return key([c as number, ...((place as Tuple).items as number[])]);
        });
        expect(found).toEqual([...new Set(places.map(key))].sort());
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
  ])('a set with a %s out of range is general', (_, far) => {
    const near = typeof far.items[1] === 'number' ? vec(1, 1) : cell(1, 1, 1);
    expect(setOf([far, near])).toBeInstanceOf(ValueSet);
    expect(setOf([near])).toBeInstanceOf(Patch);
  });
});
