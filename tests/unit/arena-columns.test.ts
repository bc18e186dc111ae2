/** Columns (src/arena/columns.ts) against few members at a time, which are called one by one. */
import { expect, test } from 'vitest';
import { Failure } from '../../src/core/engine/failure.ts';
import { Random } from '../../src/core/random.ts';
import { setOf, tuple } from '../../src/core/values/build.ts';
import { encode } from '../../src/core/values/codec.ts';
import { cell, members, vec } from '../../src/core/values/container.ts';
import type { Container, Value } from '../../src/core/values/value.ts';
import { attempt, Budget, primitive } from '../support/calls.ts';
import { RandomFunctions, type Kind } from '../support/random-functions.ts';

const ROUNDS = Number(process.env.BATT_RANDOM_ROUNDS ?? 400) * 1.5;
/** Too few for a column. */
const FEW = 3;

function member(random: Random, kind: Kind): Value {
  const number = (): number => random.int(-3, 8);
  switch (kind) {
    case 'int':
      return number();
    case 'bool':
      return random.bool();
    case 'vec':
      return vec(number(), number());
    case 'cell':
      return cell(random.int(0, 9), number(), number());
    case 'pair':
      return tuple([vec(number(), number()), vec(number(), number())]);
    case 'obj':
      return setOf(Array.from({ length: random.int(1, 4) }, () => member(random, 'cell')));
  }
}

interface Outcome {
  readonly told: unknown;
  readonly results: readonly Value[];
  readonly fuel: number;
}

/** What `apply` comes to; the steps of the calls alone. */
function applied(fn: Value, items: readonly Value[], allowed: number): Outcome {
  const budget = new Budget(allowed);
  const value = attempt(primitive('apply'), [fn, tuple(items)], budget);
  if (value instanceof Failure) {
    const { end, primitive: at, why } = value;
    return { told: { end, at, why }, results: [], fuel: allowed - Math.max(0, budget.fuel) - 1 };
  }
  return { told: null, results: members(value as Container), fuel: allowed - budget.fuel - 1 - items.length };
}

test('columns give what calls one by one give, for the same steps, and fail alike', { timeout: 1e9 }, () => {
  const random = new Random(`${process.env.BATT_RANDOM_SEED ?? '1'}/pieces`);
  const functions = new RandomFunctions(random, member);
  let failed = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const from = random.pick<Kind>(['int', 'vec', 'cell', 'pair', 'obj']);
    const { value: fn, text } = functions.from(from, random.pick<Kind>(['int', 'bool']), 5);
    // Odd numbers of members, so that no piece of three makes a vector.
    const count = random.pick([5, 9, 63, 65, 135]);
    const items = Array.from({ length: count }, () => member(random, from));
    const whole = applied(fn, items, 1e6);
    const results: Value[] = [];
    let fuel = 0;
    let told: unknown = null;
    for (let at = 0; at < count && told === null; at += FEW) {
      const part = applied(fn, items.slice(at, at + FEW), 1e6);
      results.push(...part.results);
      fuel += part.fuel;
      told = part.told;
    }
    if (told !== null) failed++;
    expect({ told: whole.told, fuel: whole.fuel }, text).toEqual({ told, fuel });
    if (told === null) expect(whole.results.map(encode), text).toEqual(results.map(encode));
    // With one step less it must run out, and say so.
    if (told === null && round % 8 === 0) {
      const { told: short } = applied(fn, items, whole.fuel);
      expect(short, text).toMatchObject({ end: 'fuel' });
    }
  }
  expect(failed).toBeGreaterThan(ROUNDS / 100);
  expect(failed).toBeLessThan(ROUNDS / 2);
});
