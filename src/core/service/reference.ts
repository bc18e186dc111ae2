/** All names of the dialect, with what the catalogue says of them. */
import { CATALOGUE } from '../dsl/catalogue.ts';
import { CONSTANTS } from '../dsl/constants.ts';
import { encode } from '../values/codec.ts';
import { exampleOf } from './examples.ts';
import type { Entry } from './types.ts';
import { valueText } from './value-text.ts';

/** Primitives by family, then the constants. */
export function reference(): readonly Entry[] {
  const primitives = CATALOGUE.map(({ name, family, params, returns, generic, doc }): Entry => {
    const given = params.map((param) => `${param.name}: ${param.type}`).join(', ');
    const call = `${name}(${params.map(() => '??').join(', ')})`;
    const types = [...params.map(({ type }) => type), returns];
    const title = `${name}(${given}) -> ${returns}`;
    return { name, family, title, call, types, generic, doc, example: exampleOf(name), value: null };
  });
  const constants = Object.entries(CONSTANTS).map(([name, constant]): Entry => {
    const value = encode(constant);
    const type =
      typeof constant === 'boolean' ? 'Boolean' : typeof constant === 'number' ? 'Integer' : 'IntegerTuple';
    const title = `${name} = ${valueText(value)}`;
    const about = { doc: `The constant ${valueText(value)}.`, generic: [], types: [type], example: null };
    return { name, family: 'constant', title, call: name, value, ...about };
  });
  return [...primitives, ...constants];
}
