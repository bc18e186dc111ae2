import { isDeepStrictEqual } from 'node:util';
import { expect, test } from 'vitest';
import { Failure } from '../../src/core/engine/failure.ts';
import { Random } from '../../src/core/random.ts';
import { setOf, tuple } from '../../src/core/values/build.ts';
import { encode } from '../../src/core/values/codec.ts';
import { vec } from '../../src/core/values/container.ts';
import type { Value } from '../../src/core/values/value.ts';
import { attempt, Budget, primitive } from '../support/calls.ts';
import { decodeNaive, encodeNaive } from '../support/naive/codec.ts';
import { primitive as naive } from '../support/naive/primitives.ts';
import { call as callNaively, NaiveFault, wasIrregular, withSteps } from '../support/naive/values.ts';
import { RandomFunctions, type Kind } from '../support/random-functions.ts';

// Functions over many members: the arena against the slow implementation.

const ROUNDS = Number(process.env.BATT_RANDOM_ROUNDS ?? 400) * 10;

/** What is mapped over, by what its members are. */
function container(random: Random, kind: Kind): Value {
  const size = random.int(1, 30);
  const items = Array.from({ length: size }, () => member(random, kind));
  return random.bool(0.5) ? setOf(items) : tuple(items);
}

const number = (random: Random): number => random.int(-3, 8);

function member(random: Random, kind: Kind): Value {
  switch (kind) {
    case 'int':
      return number(random);
    case 'bool':
      return random.bool(0.5);
    case 'vec':
      return vec(number(random), number(random));
    case 'cell':
      return tuple([random.int(0, 9), member(random, 'vec')]);
    case 'pair':
      return tuple([member(random, 'vec'), member(random, 'vec')]);
    case 'obj':
      return setOf(Array.from({ length: random.int(1, 4) }, () => member(random, 'cell')));
  }
}

const OVER = ['apply', 'mapply', 'sfilter', 'mfilter', 'argmax', 'argmin', 'valmax', 'valmin', 'order'];
const CAP = 400;

function found(name: string, args: readonly Value[], fuel: number): Value | Failure {
  return attempt(primitive(name), args, new Budget(fuel, CAP));
}

/** Positions beyond the range of packing are no patches here, by design. */
function isRefused(failure: Failure): boolean {
  return /^(a patch|a cell|a set of indices) is needed, not a (set|tuple) of/.test(failure.why);
}

/** By the slow implementation, which has no caps: its `error`s are told, other ends are not its business. */
function wanted(name: string, args: readonly Value[]): object {
  try {
    const given = args.map((arg) => decodeNaive(encode(arg)));
    return withSteps(2e6, () => ({ value: encodeNaive(callNaively(naive(name), ...given)) }));
  } catch (fault) {
    if (fault instanceof NaiveFault) return { end: fault.end };
    throw fault;
  }
}

test('functions over many members give what the slow implementation gives', { timeout: 1e9 }, () => {
  const random = new Random(`${process.env.BATT_RANDOM_SEED ?? '1'}/columns`);
  const functions = new RandomFunctions(random, member);
  const ends = new Map<string, number>();
  let refused = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const kind = random.pick<Kind>(['int', 'vec', 'vec', 'cell', 'pair', 'obj']);
    const over = container(random, kind);
    const name = random.pick(OVER);
    const to: Kind =
      name === 'mapply'
        ? 'obj'
        : /filter/.test(name)
          ? 'bool'
          : random.pick(['int', 'vec', 'pair', 'cell', 'obj']);
    const { value, text } = functions.from(kind, to, 4);
    const args = /filter|^arg|^val|order/.test(name) ? [over, value] : [value, over];
    const fuel = random.bool(0.1) ? random.int(1, 600) : 1e6;
    const fast = found(name, args, fuel);
    const end = fast instanceof Failure ? fast.end : 'value';
    ends.set(end, (ends.get(end) ?? 0) + 1);
    if (end === 'fuel' || end === 'size') continue;
    const slow = wanted(name, args);
    if (fast instanceof Failure && 'value' in slow && (wasIrregular() || isRefused(fast))) refused++;
    else {
      const told = fast instanceof Failure ? { end } : { value: encode(fast) };
      if (isDeepStrictEqual(told, slow)) continue;
      const why = fast instanceof Failure ? `${fast.primitive}: ${fast.why}` : '';
      expect(told, `${name} with ${text} over ${JSON.stringify(encode(over))} ${why}`).toEqual(slow);
    }
  }
  // All kinds of ends were met, and many cases have values.
  expect([...ends.keys()].sort()).toEqual(['error', 'fuel', 'size', 'value']);
  expect(ends.get('value')).toBeGreaterThan(ROUNDS / 3);
  console.log(`${ROUNDS} cases: ${JSON.stringify(Object.fromEntries(ends))}, ${refused} refused`);
  expect(refused).toBeLessThan(ROUNDS / 50);
});
