/**
 * Every primitive with values of right and wrong types, in both builds: a call ends as a value or a reason, never as a
 * trap; the builds agree; and all of the arena's memory is as it should be afterwards.
 */
import { expect, test } from 'vitest';
import { CATALOGUE } from '../../src/core/dsl/catalogue.ts';
import { Failure } from '../../src/core/engine/failure.ts';
import { Random } from '../../src/core/random.ts';
import { encode } from '../../src/core/values/codec.ts';
import { Fn, type Value } from '../../src/core/values/value.ts';
import { attempt, Budget, checkMemory, primitive } from '../support/calls.ts';
import { RandomValues } from '../support/random-values.ts';
import { rounds, SOAK_SEED, tell } from '../support/soak.ts';

const CALLS = rounds(30, 2500);
/** Calls between two looks at all memory. */
const LOOK = rounds(15, 100);

test('every primitive with values of right and wrong types', { timeout: 1e9 }, () => {
  const ends: Record<string, number> = {};
  const never: string[] = [];
  for (const { name, params } of CATALOGUE) {
    const random = new Random(`${SOAK_SEED}/${name}`);
    const values = new RandomValues(random);
    let good = 0;
    for (let i = 0; i < CALLS; i++) {
      const misfits = random.pick([0, 0, 0.1, 0.6]);
      const args = params.map(({ type }) => values.of(type, misfits));
      const fuel = random.bool(0.1) ? random.int(0, 200) : 200_000;
      const budget = () => new Budget(fuel, random.pick([1, 50, 2000, 100_000]));
      const text = `${name}(${args.map((arg) => JSON.stringify(encode(arg))).join(', ')}), fuel ${fuel}`;
      try {
        let value: Value | Failure = attempt(primitive(name), args, budget());
        if (!(value instanceof Failure)) good++;
        // Functions are called, and what they give as well.
        for (let depth = 0; depth < 3 && value instanceof Fn; depth++) {
          const given = Array.from({ length: value.arity }, () => values.any(2));
          value = attempt(value, given, budget());
        }
        const end = value instanceof Failure ? value.end : 'value';
        if (value instanceof Failure && (value.why === '' || value.why.startsWith('internal')))
          throw new Error(`a reason that is none: ${value.why}`);
        ends[end] = (ends[end] ?? 0) + 1;
        if (i % LOOK === 0) checkMemory();
      } catch (error) {
        throw new Error(`${String(error)}\n${text.slice(0, 3000)}`, { cause: error });
      }
    }
    if (good === 0) never.push(name);
  }
  tell('calls of primitives', { primitives: CATALOGUE.length, calls: CALLS * CATALOGUE.length, ...ends });
  // Of few calls, one that needs a function that fits may have none.
  expect(never.length, `${never.join()} have never come to a value`).toBeLessThanOrEqual(rounds(5, 0));
  expect(Object.keys(ends).sort()).toEqual(['error', 'fuel', 'size', 'value']);
});
