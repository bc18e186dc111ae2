import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import { CATALOGUE } from '../../src/core/dsl/catalogue.ts';
import { CONSTANTS } from '../../src/core/dsl/constants.ts';
import { encode, type Encoded } from '../../src/core/values/codec.ts';
import { decodeNaive, encodeNaive } from '../support/naive/codec.ts';
import { NAIVE_CONSTANTS, NAIVE_PRIMITIVES, primitive } from '../support/naive/primitives.ts';
import { call, NaiveFault } from '../support/naive/values.ts';
import { referenceEntries, vectorFolders, withZeroWidthGrids, type Call } from './reference.ts';

// The slow reference implementation has to agree with the reference before it may judge anything else.

const entries = referenceEntries();

test('it has the primitives, parameters and constants of the dialect', () => {
  const arities = new Map(CATALOGUE.map(({ name, params }) => [name, params.length]));
  expect(new Map([...NAIVE_PRIMITIVES].map(([name, { arity }]) => [name, arity]))).toEqual(arities);
  expect(Object.fromEntries([...NAIVE_CONSTANTS].map(([name, value]) => [name, encodeNaive(value)]))).toEqual(
    Object.fromEntries(Object.entries(CONSTANTS).map(([name, value]) => [name, encode(value)])),
  );
});

describe.skipIf(entries === null)('the naive primitives (skipped where ../shared/dsl is missing)', () => {
  test.each((entries ?? []).map((entry) => [entry.name, entry] as const))('%s', (name, entry) => {
    for (const { result, ...example } of entry.examples) {
      expect(outcomeOf(name, example), JSON.stringify(example)).toStrictEqual(result);
    }
    for (const error of entry.errors ?? []) {
      expect(outcomeOf(name, error), JSON.stringify(error)).toMatchObject({ end: 'error' });
    }
  });
});

for (const { folder, files } of vectorFolders()) {
  if (files === null) {
    test.skip(`recorded calls: no folder ${folder}`, () => {});
    continue;
  }
  describe(`recorded calls of ${folder}`, () => {
    test.each(files.map((path) => [basename(path, '.json'), path] as const))('%s', (name, path) => {
      const vectors: readonly (Call & { readonly result: Encoded })[] = JSON.parse(
        readFileSync(path, 'utf8'),
      );
      const wrong = vectors.flatMap(({ result, ...vector }, i) => {
        const outcome = outcomeOf(name, vector);
        if (isDeepStrictEqual(outcome, withZeroWidthGrids(result))) return [];
        return [`#${i} gave ${JSON.stringify(outcome)} instead of ${JSON.stringify(result)}`.slice(0, 800)];
      });
      expect(wrong.slice(0, 3), `${wrong.length} of ${vectors.length} wrong`).toEqual([]);
    });
  });
}

function outcomeOf(name: string, { args, apply }: Call): Encoded | NaiveFault {
  try {
    const value = call(primitive(name), ...args.map(decodeNaive));
    return encodeNaive(apply === undefined ? value : call(value, ...apply.map(decodeNaive)));
  } catch (fault) {
    if (fault instanceof NaiveFault) return fault;
    throw fault;
  }
}
