import { expect, test } from 'vitest';
import { useColumnsFrom } from '../../src/core/dsl/columns/call.ts';
import { PRIMITIVES } from '../../src/core/dsl/catalogue.ts';
import { callPrimitive } from '../../src/core/dsl/primitive.ts';
import { Random } from '../../src/core/random.ts';
import { setOf, tuple } from '../../src/core/values/build.ts';
import { encode } from '../../src/core/values/codec.ts';
import { vec } from '../../src/core/values/container.ts';
import { Fault, Meter } from '../../src/core/values/meter.ts';
import type { Value } from '../../src/core/values/value.ts';
import { RandomFunctions, type Kind } from '../support/random-functions.ts';

// Functions over many members at once and member by member: the same value or fault, and the same steps.

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
      return random.bool(0.02) ? tuple([number(random), 5000]) : vec(number(random), number(random));
    case 'cell':
      return tuple([random.int(0, 9), member(random, 'vec')]);
    case 'pair':
      return tuple([member(random, 'vec'), member(random, 'vec')]);
    case 'obj':
      return setOf(Array.from({ length: random.int(1, 4) }, () => member(random, 'cell')));
  }
}

const OVER = ['apply', 'mapply', 'sfilter', 'mfilter', 'argmax', 'argmin', 'valmax', 'valmin', 'order'];

function outcome(name: string, args: readonly Value[], fuel: number, from: number): unknown {
  const before = useColumnsFrom(from);
  try {
    const meter = new Meter(fuel, 400);
    const primitive = PRIMITIVES.get(name);
    if (primitive === undefined) throw new Error(name);
    const found = callPrimitive(primitive, args, meter);
    // Where the steps run out is not said: only that they do.
    if (found instanceof Fault) return { end: found.end, why: found.why };
    return { value: encode(found), left: meter.fuel };
  } finally {
    useColumnsFrom(before);
  }
}

test('columns give what the members give one by one, for the same steps', { timeout: 1e9 }, () => {
  const random = new Random(`${process.env.BATT_RANDOM_SEED ?? '1'}/columns`);
  const functions = new RandomFunctions(random, member);
  const ends = new Map<string, number>();
  for (let round = 0; round < ROUNDS; round++) {
    const kind = random.pick<Kind>(['int', 'vec', 'vec', 'cell', 'pair', 'obj']);
    const over = container(random, kind);
    const name = random.pick(OVER);
    const wanted: Kind =
      name === 'mapply'
        ? 'obj'
        : /filter/.test(name)
          ? 'bool'
          : random.pick(['int', 'vec', 'pair', 'cell', 'obj']);
    const { value, text } = functions.from(kind, wanted, 4);
    const args = /filter|^arg|^val|order/.test(name) ? [over, value] : [value, over];
    const fuel = random.bool(0.1) ? random.int(1, 600) : 1e6;
    const alone = outcome(name, args, fuel, Infinity);
    expect(outcome(name, args, fuel, 1), `${name} with ${text} over ${JSON.stringify(encode(over))}`).toEqual(
      alone,
    );
    const end = (alone as { end?: string }).end ?? 'value';
    ends.set(end, (ends.get(end) ?? 0) + 1);
  }
  // All kinds of ends were met, and many cases have values.
  expect([...ends.keys()].sort()).toEqual(['error', 'fuel', 'size', 'value']);
  expect(ends.get('value')).toBeGreaterThan(ROUNDS / 3);
});
