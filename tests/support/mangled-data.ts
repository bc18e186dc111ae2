/** JSON that stays JSON, with values, keys and entries that are not what a reader expects. */
import type { Random } from '../../src/core/random.ts';
import { TRICKS } from './mangled-text.ts';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

const ODD: readonly Json[] = [
  ...[null, true, '', '0', -1, 0.5, 10, 1e300, 2 ** 53, [], {}, [[]], [[], []], [null], { length: 3 }],
  ...[{ train: [], test: [] }, [[0, 1], [2]], 'a'.repeat(300), Array.from({ length: 31 }, () => 0)],
];

/** A JSON text with one to three changes in its data. A text that is no JSON comes back as it is. */
export function mangledData(text: string, random: Random): string {
  let data: Json;
  try {
    data = JSON.parse(text) as Json;
  } catch {
    return text;
  }
  for (let n = random.int(1, 3); n > 0; n--) data = changed(data, random);
  const layout = random.bool(0.2) ? 1 : undefined;
  return JSON.stringify(data, null, layout).replaceAll('"own"', () => JSON.stringify(random.pick(TRICKS)));
}

/** Goes down at random, and changes what is there. */
function changed(data: Json, random: Random): Json {
  const isList = Array.isArray(data);
  if (typeof data !== 'object' || data === null || random.bool(0.15)) return random.pick([...ODD, 'own']);
  const entries = Object.entries(data as Record<string, Json>);
  if (entries.length === 0) return random.pick(ODD);
  const at = random.int(0, entries.length - 1);
  const [key, value] = entries[at];
  const all = (): [string, Json][] => entries.map(([name, one]) => [name, one]);
  let next = all();
  switch (random.int(0, 9)) {
    case 0:
      next.splice(at, 1);
      break;
    case 1:
      next.push([random.pick(TRICKS), value]);
      break;
    case 2:
      next[at] = [random.pick([...TRICKS, random.pick(entries)[0]]), value];
      break;
    case 3:
      next[at] = [key, random.pick(entries)[1]];
      break;
    case 4:
      next = isList && random.bool(0.2) ? Array.from({ length: 12 }, () => [key, value]) : next.toReversed();
      break;
    default:
      next[at] = [key, changed(value, random)];
  }
  return isList ? next.map(([, one]) => one) : fromEntries(next);
}

/** A key like `__proto__` is a key like any other. */
function fromEntries(entries: readonly [string, Json][]): Json {
  const made = Object.create(null) as Record<string, Json>;
  for (const [key, value] of entries)
    Object.defineProperty(made, key, { value, enumerable: true, configurable: true, writable: true });
  return made;
}
