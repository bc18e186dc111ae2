/**
 * Packages with known faults are not used. The list is kept by hand, for machines without a network: after a change of
 * dependencies `npm audit` is asked as well, and what it tells of is written down in tests/fixtures/advisories.json.
 */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface Advisory {
  readonly package: string;
  readonly id: string;
  /** Versions from this one, included, to the other, excluded, are at fault. */
  readonly from: string;
  readonly before: string;
}

const read = (path: string) => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'));
const advisories: readonly Advisory[] = read('tests/fixtures/advisories.json');
type Packages = Readonly<Record<string, { readonly version?: string }>>;

/** A version that is not released yet counts as the one that it comes before. */
function compare(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split(/[-+]/)[0].split('.').map(Number));
  const at = left.findIndex((part, i) => part !== right[i]);
  return at < 0 ? 0 : left[at] - right[at];
}

function faulty(packages: Packages): string[] {
  return Object.entries(packages).flatMap(([path, { version = '' }]) =>
    advisories
      .filter((one) => path.replace(/^.*node_modules\//, '') === one.package)
      .filter(({ from, before }) => compare(version, from) >= 0 && compare(version, before) < 0)
      .map(({ id }) => `${path} ${version}: ${id}`),
  );
}

test('no package that is used has a known fault', () => {
  const { packages } = read('package-lock.json') as { readonly packages: Packages };
  expect(Object.keys(packages).length).toBeGreaterThan(300);
  expect(faulty(packages)).toEqual([]);
});

test('one that has would be found, wherever it lies', () => {
  expect(
    faulty({
      'node_modules/a/node_modules/dompurify': { version: '3.2.3' },
      'node_modules/dompurify': { version: '3.2.4' },
      'node_modules/@babel/traverse': { version: '7.9.10' },
      'node_modules/glob': { version: '10.1.0' },
    }),
  ).toEqual([
    'node_modules/a/node_modules/dompurify 3.2.3: CVE-2025-26791',
    'node_modules/@babel/traverse 7.9.10: CVE-2023-45133',
  ]);
  for (const { from, before } of advisories) expect(compare(from, before)).toBeLessThan(0);
});
