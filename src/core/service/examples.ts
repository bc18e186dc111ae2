/** One worked example of a primitive. */
import { PRIMITIVES } from '../dsl/catalogue.ts';
import { decode, encode, type Encoded } from '../values/codec.ts';
import { Fn } from '../values/value.ts';
import { EXAMPLES_OF_SHAPES } from './examples-of-shapes.ts';
import { EXAMPLES_OF_VALUES } from './examples-of-values.ts';
import type { ExampleData } from './example-notation.ts';
import type { Example } from './types.ts';

const EXAMPLES: ReadonlyMap<string, ExampleData> = new Map([
  ...Object.entries(EXAMPLES_OF_VALUES),
  ...Object.entries(EXAMPLES_OF_SHAPES),
]);

/** null where there is none. */
export function exampleOf(name: string): Example | null {
  const primitive = PRIMITIVES.get(name);
  const example = EXAMPLES.get(name);
  if (primitive === undefined || example === undefined) return null;
  const { args, then = [], result } = example;
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
