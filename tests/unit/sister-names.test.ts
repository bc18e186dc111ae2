/** The names of another dialect lead to names of this one, and hide none of them. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isReserved } from '../../src/core/lang/names.ts';
import { nameHere } from '../../src/core/lang/sister-names.ts';

const source = readFileSync(new URL('../../src/core/lang/sister-names.ts', import.meta.url), 'utf8');
const names = [...source.matchAll(/^ {2}(\w+): '/gm)].map(([, name]) => name);

test('every name', () => {
  expect(names.length).toBeGreaterThan(90);
  expect(names.filter((name) => isReserved(name))).toEqual([]);
  expect(names.filter((name) => !isReserved(nameHere(name) ?? ''))).toEqual([]);
  expect(names.toSorted()).toEqual(names);
});

test('colours, and what is none', () => {
  expect(
    ['COLOR_ZERO', 'COLOR_NINE', 'COLOR_RED', 'constructor', '__proto__', 'vmirror'].map(nameHere),
  ).toEqual(['ZERO', 'NINE', ...[null, null, null, null]]);
});
