import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import { PRIMITIVES } from '../../src/core/dsl/catalogue.ts';
import type { Encoded } from '../../src/core/values/codec.ts';
import { outcomeOf, vectorFolders, withZeroWidthGrids, type Call } from './reference.ts';

type Vector = Call & { readonly result: Encoded };

for (const { folder, files } of vectorFolders()) {
  if (files === null) {
    test.skip(`recorded calls: no folder ${folder}`, () => {});
    continue;
  }
  describe(`recorded calls of ${folder}`, () => {
    test.each(files.map((path) => [basename(path, '.json'), path] as const))('%s', (name, path) => {
      const vectors: readonly Vector[] = JSON.parse(readFileSync(path, 'utf8'));
      expect(vectors.length).toBeGreaterThan(0);
      // A name without a family is reported once, not once a vector.
      expect(PRIMITIVES.has(name), `${name} is in the catalogue`).toBe(true);
      const wrong = vectors.flatMap(({ result: recorded, ...call }, i) => {
        const result = withZeroWidthGrids(recorded);
        const outcome = outcomeOf(name, call);
        return isDeepStrictEqual(outcome, { result })
          ? []
          : [`#${i} gave ${clip(outcome)} instead of ${clip({ result })}`];
      });
      expect(wrong.slice(0, 3), `${wrong.length} of ${vectors.length} wrong`).toEqual([]);
    });
  });
}

function clip(data: unknown): string {
  const text = JSON.stringify(data);
  return text.length > 400 ? `${text.slice(0, 400)}…` : text;
}
