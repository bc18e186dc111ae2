/** The codes of primitives in the arena core: places among the names in ascending order, as in src/arena/codes.ts. */
import { CATALOGUE } from '../dsl/catalogue.ts';

/** The names of the primitives by code. */
export const NAMES: readonly string[] = CATALOGUE.map(({ name }) => name).sort((a, b) => (a < b ? -1 : 1));

const CODES = new Map(NAMES.map((name, code) => [name, code]));

/** The code of a primitive of the catalogue. */
export function codeOf(name: string): number {
  const code = CODES.get(name);
  if (code === undefined) throw new RangeError(`no primitive ${name}`);
  return code;
}
