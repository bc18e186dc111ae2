/** The tables of the arena core, read as text, against those of the TypeScript around it. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { CATALOGUE } from '../../src/core/dsl/catalogue.ts';
import { family, type Primitive, type PrimitiveSpec } from '../../src/core/dsl/primitive.ts';
import { SET } from '../../src/core/dsl/shapes.ts';
import { NAMES } from '../../src/core/engine/codes.ts';
import { REASONS, type Details } from '../../src/core/engine/reasons.ts';

const source = (file: string): string =>
  readFileSync(new URL(`../../src/arena/${file}`, import.meta.url), 'utf8');

/** The texts of the files in a folder and below. */
function sources(folder: string): string[] {
  const root = new URL(`../../${folder}/`, import.meta.url);
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  return files.map((file) => readFileSync(new URL(file, root), 'utf8'));
}

/** The numbered constants of a namespace, in order. */
function constants(text: string): [name: string, number: number][] {
  return [...text.matchAll(/^ *export const ([A-Z0-9_]+) = (\d+);$/gm)].map(([, name, number]) => [
    name,
    Number(number),
  ]);
}

describe('src/arena/codes.ts', () => {
  const all = constants(source('codes.ts'));
  const codes = all.filter(([name]) => name !== 'PRIMITIVES');

  test('numbers the primitives of the catalogue in order', () => {
    expect(codes.map(([name]) => name.toLowerCase())).toEqual(NAMES);
    expect(codes.map(([, code]) => code)).toEqual(NAMES.map((_, code) => code));
    expect(all.at(-1)).toEqual(['PRIMITIVES', CATALOGUE.length]);
  });
});

describe('src/arena/dispatch.ts', () => {
  const text = source('dispatch.ts');
  const arityOf = new Map(CATALOGUE.map(({ name, params }) => [name, params.length]));

  test('knows how many arguments each takes', () => {
    const [, list] = /ARITIES = memory\.data<u8>\(\[([^\]]*)\]\)/.exec(text) ?? [];
    const arities = list
      .split(',')
      .map((item) => item.trim())
      .filter((item) => item !== '')
      .map(Number);
    expect(arities).toEqual(NAMES.map((name) => arityOf.get(name)));
  });

  test.each([1, 2, 3, 4])('runs by code all that take %i', (count) => {
    const [, body] = new RegExp(`^export function run${count}\\(([\\s\\S]*?)^}`, 'm').exec(text) ?? [];
    const cases = [...body.matchAll(/case Code\.(\w+):\s+return (\w+)\(([^)]*)\);/g)];
    const args = ['a', 'b', 'c', 'd'].slice(0, count).join(', ');
    const found = cases.map(([, code, name, given]) => [code.toLowerCase(), name.replace(/_$/, ''), given]);
    const wanted = NAMES.filter((name) => arityOf.get(name) === count);
    expect(found).toEqual(wanted.map((name) => [name, name, args]));
  });
});

describe('a family', () => {
  const folder = '../../src/core/dsl/';
  const families = readdirSync(new URL(folder, import.meta.url)).filter((file) =>
    /^export const \w+ = family\(/m.test(readFileSync(new URL(folder + file, import.meta.url), 'utf8')),
  );
  const imports = new Map(
    [...source('dispatch.ts').matchAll(/^import \{ ([^}]*) \} from '\.\/dsl\/(.*)';$/gm)].map(
      ([, names, file]) => [`${file}.ts`, names.split(', ').map((name) => name.replace(/_$/, ''))],
    ),
  );

  test('has its entries and its kernels in files of one name', async () => {
    expect([...imports.keys()].sort()).toEqual(families.sort());
    for (const file of families) {
      const [entries] = Object.values<readonly Primitive[]>(await import(folder + file));
      expect(imports.get(file), file).toEqual(entries.map(({ name }) => name).sort());
    }
  });

  test.each<[string, Partial<PrimitiveSpec>]>([
    ['takes', { takes: { b: SET } }],
    ['patient', { patient: ['a', 'b'] }],
  ])('has no entry that says of a parameter that it lacks what it %s', (_, more) => {
    const specs = {
      one: { params: 'a: Grid', returns: 'Grid', doc: '', say: '', example: { args: [], result: 1 } },
    };
    expect(family('line', specs)).toHaveLength(1);
    expect(() => family('line', { one: { ...specs.one, ...more } })).toThrow('one has no parameter b');
  });
});

describe('the modules', () => {
  const exportsOf = (name: string): string[] => {
    const bytes = readFileSync(new URL(`../../src/arena/build/${name}.wasm`, import.meta.url));
    return WebAssembly.Module.exports(new WebAssembly.Module(bytes))
      .map((one) => one.name)
      .sort();
  };
  const [, declared] =
    /export interface ArenaExports \{([\s\S]*?)\n\}/.exec(source('../core/engine/arena-exports.ts')) ?? [];
  const members = [...declared.matchAll(/^ {2}(?:readonly )?(\w+)[(:]/gm)].map(([, name]) => name).sort();

  test('export what the engine declares, the debug build what tests look at as well', () => {
    const checks = ['checkInvariants', 'checkValue', 'clear', 'equal', 'hashOf', 'setMostShared'];
    expect(exportsOf('arena')).toEqual(members);
    expect(exportsOf('arena.debug')).toEqual([...members, ...checks].sort());
  });

  test('export nothing that nobody calls', () => {
    const called = sources('src/core').join('').replace(declared, '');
    expect(members.filter((name) => !called.includes(`.${name}`))).toEqual([]);
  });
});

describe('src/arena/reason.ts', () => {
  const all = constants(source('reason.ts'));
  const reasons = all.filter(([name]) => name !== 'LAST_SIZE');
  const numberOf = new Map(all);

  const details: Details = {
    a: 1,
    b: 2,
    cap: 10,
    defect: 'a trap',
    describe: (handle) => `value ${handle}`,
    name: (code) => `function ${code}`,
    arity: () => 1,
  };
  const words = (name: string): string => REASONS[numberOf.get(name) ?? 0](details);

  test('numbers the reasons from 1, each of which has its words', () => {
    expect(reasons.map(([, number]) => number)).toEqual(reasons.map((_, at) => at + 1));
    expect(REASONS).toHaveLength(reasons.length + 1);
  });

  test.each([
    ['FUEL', 'the fuel ran out'],
    ['TOO_DEEP', 'functions or values are nested too deeply'],
    ['NEED_FUNCTION', 'a function is needed, not value 1'],
    ['NEED_INDICES', 'a set of indices is needed, not value 1'],
    ['ARITY', 'function 1 takes 1 argument and was called with 2'],
    ['DIVISION', 'division by zero'],
    ['NO_CHOICE', 'an empty container has no members to choose from'],
    ['NO_MATCH', 'no member meets the condition'],
    ['NO_COLUMN', 'row 1 of the grid has no column 2'],
  ])('%s is "%s"', (name, text) => expect(words(name)).toBe(text));
});
