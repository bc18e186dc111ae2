/** No dependency with a known advisory, as far as docs/advisories.json knows; scripts/advisories.mjs renews it. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isInRange } from '../support/versions.ts';

interface Advisory {
  readonly package: string;
  readonly range: string;
  readonly id: string;
}

const read = (path: string) => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'));

const { advisories, renewed } = read('docs/advisories.json') as {
  readonly advisories: readonly Advisory[];
  readonly renewed: string;
};

/** What of a lock file is in the range of an advisory. */
function affected(packages: Readonly<Record<string, { readonly version?: string }>>): string[] {
  return Object.entries(packages).flatMap(([path, { version }]) => {
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    return advisories
      .filter((one) => one.package === name && version !== undefined && isInRange(version, one.range))
      .map(({ id, range }) => `${path} ${version}: ${id} (${range})`);
  });
}

describe('advisories', () => {
  test('package-lock.json has no package that one is about', () => {
    expect(affected(read('package-lock.json').packages)).toEqual([]);
  });

  test('one that is about a package would be found, wherever it lies', () => {
    const planted = {
      '': {},
      'node_modules/rollup': { version: '4.58.0' },
      'node_modules/a/node_modules/semver': { version: '7.5.1' },
      'node_modules/semver': { version: '7.8.6' },
    };
    expect(affected(planted)).toEqual([
      expect.stringContaining('node_modules/rollup 4.58.0: GHSA-mw96-cpmx-2vgc'),
      expect.stringContaining('node_modules/a/node_modules/semver 7.5.1: GHSA-c2qf-rxjj-qqgw'),
    ]);
  });

  test('the list is readable, says when it was renewed, and is about what is used', () => {
    expect(renewed).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    const used = Object.keys(read('package-lock.json').packages).map((path) =>
      path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
    );
    for (const one of advisories) {
      expect(one.id).toMatch(/^(GHSA(-[0-9a-z]{4}){3}|CVE-\d{4}-\d+)$/);
      expect(() => isInRange('1.0.0', one.range)).not.toThrow();
      expect(used, `${one.package} of ${one.id}`).toContain(one.package);
    }
  });
});

describe('ranges', () => {
  test.each([
    ['1.2.3', '<1.2.4', true],
    ['1.2.4', '<1.2.4', false],
    ['1.2.10', '<1.2.9', false],
    ['4.4.2', '=4.4.2', true],
    ['10.4.0', '>=10.2.0 <10.5.0 || >=11.0.0 <11.1.0', true],
    ['11.1.0', '>=10.2.0 <10.5.0 || >=11.0.0 <11.1.0', false],
    ['2.0.0-beta.2', '<2.0.0', true],
    ['2.0.0', '<=2.0.0-beta.2', false],
    ['2.0.0-beta.10', '>= 2.0.0-beta.9', true],
  ])('%s in %s: %s', (version, range, is) => expect(isInRange(version, range)).toBe(is));
});
