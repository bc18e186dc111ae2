/** One worked example of a primitive. */
import { PRIMITIVES } from '../dsl/catalogue.ts';
import { decode, encode, type Encoded } from '../values/codec.ts';
import { callWith, toFn } from '../values/fn.ts';
import { fail, Fault, Meter } from '../values/meter.ts';
import type { Value } from '../values/value.ts';
import { EXAMPLES } from './example-args.ts';
import type { Example } from './types.ts';

/** More than any of the examples needs. */
const FUEL = 100_000;

const known = new Map<string, Example | null>();

/** null where there is none, or the primitive cannot do it. */
export function exampleOf(name: string): Example | null {
  let example = known.get(name);
  if (example === undefined) known.set(name, (example = work(name)));
  return example;
}

function work(name: string): Example | null {
  const primitive = PRIMITIVES.get(name);
  if (primitive === undefined || !Object.hasOwn(EXAMPLES, name)) return null;
  const entry = EXAMPLES[name];
  const { args, then } = 'then' in entry ? entry : { args: entry, then: [] };
  const meter = new Meter(FUEL);
  try {
    const given = args.map((arg) => valueOf(arg, meter));
    const further = then.map((arg) => valueOf(arg, meter));
    const first = callWith(primitive.fn, given, meter);
    const result = further.length === 0 ? first : callWith(toFn(first), further, meter);
    const named = given.map((value, i) => ({ name: primitive.params[i].name, value: encode(value) }));
    return { args: named, then: further.map(encode), result: encode(result) };
  } catch (fault) {
    if (fault instanceof Fault) return null;
    throw fault;
  }
}

function valueOf(data: Encoded, meter: Meter): Value {
  const primitive = (name: string) => PRIMITIVES.get(name)?.fn ?? fail(`${name} is no primitive`);
  return decode(data, primitive, (name, parts) => callWith(primitive(name), parts, meter));
}
