/** One worked example of a primitive. */
import { PRIMITIVES } from '../dsl/catalogue.ts';
import { decode, encode, type Encoded } from '../values/codec.ts';
import { Fn } from '../values/value.ts';
import type { Example } from './types.ts';

/** null where there is none. */
export function exampleOf(name: string): Example | null {
  const primitive = PRIMITIVES.get(name);
  if (primitive === undefined) return null;
  const { args, then = [], result } = primitive.example;
  const named = args.map((arg, i) => ({ name: primitive.params[i].name, value: inOrder(arg) }));
  return { args: named, then: then.map(inOrder), result: inOrder(result) };
}

/** Sets in canonical order: they are written down as they look. */
function inOrder(data: Encoded): Encoded {
  return encode(decode(data, namedFunction, namedFunction));
}

function namedFunction(name: string): Fn {
  const primitive = PRIMITIVES.get(name);
  if (primitive === undefined) throw new RangeError(`${name} is no primitive`);
  return primitive.fn;
}
