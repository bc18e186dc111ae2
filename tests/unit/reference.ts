/**
 * The reference of the dialect: data in a folder beside the project, which may be absent. `BATT_VECTORS` names
 * the folders of recorded calls, separated by colons and relative to the project root.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { Failure } from '../../src/core/engine/failure.ts';
import { encode, type Encoded } from '../../src/core/values/codec.ts';
import { members } from '../../src/core/values/container.ts';
import { compare } from '../../src/core/values/order.ts';
import { setOf, tuple } from '../../src/core/values/build.ts';
import { Grid, isContainer, isTuple, Patch, type Value } from '../../src/core/values/value.ts';
import { Budget, callEncoded, type ValueWatch } from '../support/calls.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const PRIMITIVES_FILE = '../shared/dsl/primitives.json';

/** One primitive as the reference describes it. */
export interface ReferenceEntry {
  readonly name: string;
  readonly category: string;
  readonly params: readonly { readonly name: string; readonly type: string }[];
  readonly returns: string;
  readonly generic?: string | readonly string[];
  readonly examples: readonly (Call & { readonly result: Encoded })[];
  readonly errors?: readonly Call[];
}

/** Arguments of a primitive, and of the function that it returns where `apply` is given. */
export interface Call {
  readonly args: readonly Encoded[];
  readonly apply?: readonly Encoded[];
}

/** The entries of the reference, or null where it is absent. */
export function referenceEntries(): readonly ReferenceEntry[] | null {
  const path = resolve(ROOT, PRIMITIVES_FILE);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null;
}

/** The folders of recorded calls, each with the files in it; null where a folder is absent. */
export function vectorFolders(): readonly { folder: string; files: readonly string[] | null }[] {
  const folders = (process.env.BATT_VECTORS ?? '../shared/dsl/vectors')
    .split(':')
    .filter((folder) => folder !== '');
  return folders.map((folder) => {
    const path = resolve(ROOT, folder);
    if (!existsSync(path)) return { folder, files: null };
    const names = readdirSync(path).filter((name) => name.endsWith('.json'));
    return { folder, files: names.sort().map((name) => resolve(path, name)) };
  });
}

/** Recorded calls write a tuple of empty tuples as such; the codec writes the zero-width grid that it is. */
export function withZeroWidthGrids(data: Encoded): Encoded {
  if (typeof data !== 'object' || data === null || 'g' in data || 'f' in data || 'call' in data) return data;
  if ('s' in data) return { s: data.s.map(withZeroWidthGrids) };
  const emptyRows = data.t.length > 0 && data.t.every((item) => isDeepStrictEqual(item, { t: [] }));
  return emptyRows ? { g: data.t.map(() => '') } : { t: data.t.map(withZeroWidthGrids) };
}

/** What a call came to: its encoded result, or the fault as data. */
export type Outcome = { readonly result: Encoded } | { readonly fault: string; readonly why: string };

/** Runs the named primitive on encoded arguments, and then the function it returns where `apply` is given. */
export function outcomeOf(name: string, { args, apply }: Call, watch: ValueWatch | null = null): Outcome {
  try {
    const result = callEncoded(name, args, apply, new Budget(1e9, undefined, watch));
    checkCanonical(result);
    return { result: encode(result) };
  } catch (failure) {
    if (failure instanceof Failure)
      return { fault: failure.end, why: `${failure.primitive}: ${failure.why}` };
    throw failure;
  }
}

/** Throws unless the value and all in it stand in the one representation that values.ts prescribes. */
export function checkCanonical(value: Value): void {
  if (typeof value === 'number' && (!Number.isSafeInteger(value) || Object.is(value, -0)))
    throw new Error(`bad integer ${value}`);
  if (!isContainer(value)) return;
  const items = members(value);
  const rebuilt = isTuple(value) ? tuple(items) : setOf(items);
  if (rebuilt.constructor !== value.constructor) {
    throw new Error(
      `a ${value.constructor.name} that should be a ${rebuilt.constructor.name}: ${JSON.stringify(encode(value))}`,
    );
  }
  if (!isTuple(value)) {
    const ascending = items.every((item, i) => i === 0 || compare(items[i - 1], item) < 0);
    if (!ascending) throw new Error(`a set out of order: ${JSON.stringify(encode(value))}`);
  }
  if (!(value instanceof Grid) && !(value instanceof Patch)) items.forEach(checkCanonical);
}
