import { describe, expect, test } from 'vitest';
import { CATALOGUE, PRIMITIVES } from '../../src/core/dsl/catalogue.ts';
import { outcomeOf, referenceEntries, type ReferenceEntry } from './reference.ts';

const entries = referenceEntries();

describe.skipIf(entries === null)(
  'the catalogue and the reference (skipped where ../shared/dsl is missing)',
  () => {
    const families = [...new Set((entries ?? []).map(({ category }) => category))];

    test('the same primitives', () => {
      expect(CATALOGUE.map(({ name }) => name).sort()).toEqual(
        (entries ?? []).map(({ name }) => name).sort(),
      );
    });

    describe.each(families)('family %s', (family) => {
      const ofFamily = (entries ?? []).filter(({ category }) => category === family);
      describe.each(ofFamily.map((entry) => [entry.name, entry] as const))('%s', (_, entry) => {
        test('signature', () => {
          expect(signatureOf(entry.name)).toEqual(signature(entry));
        });

        test.each(entry.examples.map((example, i) => [i + 1, example] as const))(
          'example %i',
          (_, { result, ...call }) => {
            expect(outcomeOf(entry.name, call)).toStrictEqual({ result });
          },
        );

        test.each((entry.errors ?? []).map((call, i) => [i + 1, call] as const))('error %i', (_, call) => {
          expect(outcomeOf(entry.name, call)).toEqual({
            fault: 'error',
            why: expect.stringMatching(/^\w*: ./),
          });
        });
      });
    });
  },
);

function signature({ category, params, returns, generic }: ReferenceEntry) {
  return { family: category, params, returns, generic: [generic ?? []].flat() };
}

function signatureOf(name: string) {
  const primitive = PRIMITIVES.get(name);
  if (primitive === undefined) return 'missing in the catalogue';
  const { family, params, returns, generic, fn } = primitive;
  expect(fn).toMatchObject({ name, arity: params.length, parts: [] });
  expect(primitive.doc).toMatch(/^\S.*\.$/);
  const declared = params.map(({ name: parameter, type }) => ({ name: parameter, type }));
  return { family, params: declared, returns, generic: [...generic] };
}
