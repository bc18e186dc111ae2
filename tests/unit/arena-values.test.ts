/** Values in the arena: order, equality, hash, representation and set operations against their definitions. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Failure } from '../../src/core/engine/failure.ts';
import { setOf, tuple } from '../../src/core/values/build.ts';
import { encode } from '../../src/core/values/codec.ts';
import { cell, members, vec } from '../../src/core/values/container.ts';
import * as pack from '../../src/core/values/pack.ts';
import { isTuple, Patch, Tuple, ValueSet, type Container, type Value } from '../../src/core/values/value.ts';
import { newGuardedArena } from '../support/arena.ts';
import { attempt, call, inArena, primitive } from '../support/calls.ts';
import {
  colouredCell,
  compareTrees,
  decoded,
  grid,
  index,
  leaf,
  settled,
  small,
  tree,
  twoSets,
  type Tree,
} from '../support/values.ts';
import { checkCanonical } from './reference.ts';

const guarded = newGuardedArena();
const { exports: core } = guarded;
const region = core.newRegion();

const madeSet = (items: readonly Value[]): Value =>
  inArena((arena) => arena.exports.makeSet(arena.putItems(items)));
const madeTuple = (items: readonly Value[]): Value =>
  inArena((arena) => arena.exports.makeTuple(arena.putItems(items)));
const run = (name: string, ...args: Value[]): Value => call(primitive(name), args);

describe('order, equality and hash', () => {
  test('are canonical', () => {
    fc.assert(
      fc.property(tree, tree, (a, b) => {
        const order = compareTrees(a, b);
        core.enter(region);
        core.trim();
        const [left, right] = [decoded(a), decoded(b)].map((value) => guarded.put(value));
        expect(core.equal(left, right) !== 0).toBe(order === 0);
        if (order === 0) expect(core.hashOf(left)).toBe(core.hashOf(right));
        expect(core.equal(left, right) !== 0, 'with hashes known').toBe(order === 0);
        const both = members(madeSet([decoded(b), decoded(a)]) as Container);
        const kept = order === 0 ? [b] : order < 0 ? [a, b] : [b, a];
        expect(both.map(encode)).toStrictEqual(kept.map((item) => encode(decoded(item))));
      }),
    );
  });

  test('take True for 1 and False for 0, at any depth', () => {
    const equal = (a: Value, b: Value): Value => run('equality', a, b);
    expect(equal(true, 1)).toBe(true);
    expect(equal(tuple([new Tuple([true, false])]), tuple([new Tuple([1, 0])]))).toBe(true);
    expect(equal(setOf([new Tuple([true, false])]), setOf([vec(1, 0)]))).toBe(true);
    expect(equal(0, null)).toBe(false);
  });
});

describe('representations', () => {
  test('are canonical whatever the members', () => {
    fc.assert(
      fc.property(fc.array(tree, { maxLength: 6 }), (trees) => {
        const items = trees.map(decoded);
        for (const made of [madeTuple(items), madeSet(items)]) checkCanonical(made);
        expect(encode(madeTuple(items))).toStrictEqual(encode(tuple(items)));
        expect(encode(madeSet(items))).toStrictEqual(encode(setOf(items)));
      }),
    );
  });

  test('an item that cannot be packed gives way to an equal one', () => {
    expect(madeSet([vec(1, 0), new Tuple([true, false]), vec(2, 0)])).toBeInstanceOf(Patch);
    expect(members(madeSet([new Tuple([true, 0]), vec(1, 0)]) as Container)).toEqual([new Tuple([true, 0])]);
    expect(members(madeSet([1, true]) as Container)).toEqual([1]);
    expect(members(madeSet([true, 1]) as Container)).toEqual([true]);
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
    const set = madeSet([far, near]);
    expect(set).toBeInstanceOf(ValueSet);
    expect([far, near].map((one) => run('contained', one, set))).toEqual([true, true]);
    expect(run('contained', far, setOf([near]))).toBe(false);
    expect(run('difference', set, setOf([far]))).toBeInstanceOf(Patch);
    expect(run('remove', far, set)).toBeInstanceOf(Patch);
    expect(encode(run('combine', setOf([near]), setOf([far])))).toEqual(encode(set));
    expect(attempt(primitive('normalize'), [set])).toBeInstanceOf(Failure);
  });

  test('a tuple of cells reads as a patch in its order, with repetitions', () => {
    const items = tuple([cell(3, 2, -1), cell(1, 0, 5), cell(3, 2, -1)]);
    expect(run('ulcorner', items)).toEqual(vec(0, -1));
    expect(run('lrcorner', items)).toEqual(vec(2, 5));
    expect(run('color', items)).toBe(3);
    expect(run('ulcorner', tuple([vec(2, 0), vec(1, 7)]))).toEqual(vec(1, 0));
  });
});

describe('set operations', () => {
  test('agree with their definitions', () => {
    fc.assert(
      fc.property(twoSets, ([left, right]) => {
        const within = (item: Tree, trees: readonly Tree[]) =>
          trees.some((other) => compareTrees(item, other) === 0);
        const [a, b] = [setOf(left.map(decoded)), setOf(right.map(decoded))];
        const agree = (found: Value, wanted: readonly Tree[]) => {
          checkCanonical(found);
          expect(members(found as Container).map(encode)).toStrictEqual(
            settled(wanted).map((item) => encode(decoded(item))),
          );
        };
        agree(run('combine', a, b), [...left, ...right]);
        // Of True and 1 it keeps that of the smaller set, as CPython does.
        const common = setOf(left.filter((item) => within(item, right)).map(decoded));
        expect(run('equality', run('intersection', a, b), common)).toBe(true);
        agree(
          run('difference', a, b),
          left.filter((item) => !within(item, right)),
        );
        for (const item of [...left, ...right])
          expect(run('contained', decoded(item), a)).toBe(within(item, left));
      }),
    );
  });
});

describe("Python's order of keys", () => {
  const less = (a: Value, b: Value): Value | 'fault' => {
    const value = attempt(primitive('greater'), [b, a]);
    return value instanceof Failure ? 'fault' : value;
  };

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
        if (isTuple(left) !== isTuple(right)) expect(less(left, right)).toBe('fault');
        else expect([compareTrees(a, b) < 0, 'fault']).toContain(less(left, right));
      }),
    );
  });

  test('is inclusion for sets', () => {
    fc.assert(
      fc.property(fc.array(small), fc.array(small), (left, right) => {
        const [a, b] = [new Set(left), new Set(right)];
        expect(less(setOf(left), setOf(right))).toBe(a.size < b.size && [...a].every((item) => b.has(item)));
      }),
    );
  });

  test('passes over equal items, and knows no order of other kinds', () => {
    const flip = primitive('flip');
    expect(less(tuple([null, 1]), tuple([null, 2]))).toBe(true);
    expect(less(tuple([flip]), tuple([flip, 0]))).toBe(true);
    expect(less(false, 1)).toBe(true);
    for (const [a, b] of [
      [null, null],
      [flip, flip],
      [1, vec(1, 1)],
      [vec(0, 0), setOf([])],
      [tuple([1, 0]), tuple([null, 0])],
    ]) {
      expect(less(a, b)).toBe('fault');
    }
  });
});
