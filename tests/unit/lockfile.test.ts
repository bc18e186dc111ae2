import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

type Entry = {
  resolved?: string;
  extraneous?: boolean;
  version?: string;
  optionalDependencies?: Record<string, string>;
};
type Packages = Record<string, Entry>;

const read = (path: string) => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'));

/** Where node would look for `name` from the package at `from`: its own node_modules, then each one further up. */
function candidates(from: string, name: string): string[] {
  const places = [`${from}/node_modules/${name}`];
  for (
    let end = from.lastIndexOf('/node_modules/');
    end > 0;
    end = from.lastIndexOf('/node_modules/', end - 1)
  ) {
    places.push(`${from.slice(0, end)}/node_modules/${name}`);
  }
  return [...places, `node_modules/${name}`];
}

/** Optional platform packages that the lock leaves out: with one missing, `npm ci` stops on every machine. */
function missing(packages: Packages): string[] {
  return Object.entries(packages).flatMap(([path, entry]) =>
    Object.keys(entry.optionalDependencies ?? {})
      .filter((name) => !candidates(path, name).some((place) => place in packages))
      .map((name) => `${path} needs ${name}`),
  );
}

describe('package-lock.json', () => {
  const packages: Packages = read('package-lock.json').packages;

  test('names no place that packages come from', () => {
    expect(Object.keys(packages).filter((path) => packages[path].resolved)).toEqual([]);
  });

  test('lists nothing that nobody asked for', () => {
    expect(Object.keys(packages).filter((path) => packages[path].extraneous)).toEqual([]);
  });

  test('has every optional platform package', () => {
    expect(missing(packages)).toEqual([]);
  });

  test('is the lock of this package.json, whose versions are exact', () => {
    const manifest = read('package.json');
    for (const kind of ['dependencies', 'devDependencies'] as const) {
      expect((packages[''] as typeof manifest)[kind]).toEqual(manifest[kind]);
      for (const version of Object.values(manifest[kind]))
        expect(version).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?$/);
    }
  });

  test('a missing platform package would be found, and one further up is enough', () => {
    const tool: Entry = { optionalDependencies: { 'tool-linux': '1.0.0', 'tool-mac': '1.0.0' } };
    const planted = { '': {}, 'node_modules/a/node_modules/tool': tool, 'node_modules/tool-linux': {} };
    expect(missing(planted)).toEqual(['node_modules/a/node_modules/tool needs tool-mac']);
    expect(missing({ ...planted, 'node_modules/a/node_modules/tool-mac': {} })).toEqual([]);
  });
});
