import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';

/** What the build of the page must keep to. `npm run bundle` builds first when the sources changed. */

type Chunk = { file: string; isEntry?: boolean; imports?: string[]; css?: string[] };

const dist = fileURLToPath(new URL('../../dist/', import.meta.url));
const read = (file: string) => readFileSync(dist + file, 'utf8');
const manifest: Record<string, Chunk> = JSON.parse(read('.vite/manifest.json'));
const html = read('index.html');

/** The entry and whatever it imports statically: what a visitor loads before anything can be done. */
function initialScripts(): string[] {
  const seen = new Set<string>();
  const visit = (key: string): void => {
    if (seen.has(key)) return;
    seen.add(key);
    manifest[key].imports?.forEach(visit);
  };
  Object.keys(manifest)
    .filter((key) => manifest[key].isEntry)
    .forEach(visit);
  return [...seen].map((key) => manifest[key].file);
}

const initial = initialScripts();
const all = readdirSync(`${dist}assets`)
  .filter((name) => name.endsWith('.js'))
  .map((name) => `assets/${name}`);

/** Strings that survive minifying, and stand for a part. */
const marks = {
  engine: ['underpaint', 'prapply'], // primitives' names
  editor: ['monaco-aria-container', 'monaco-mouse-cursor-text'],
};
const holds = (file: string, words: string[]) => words.some((word) => read(file).includes(word));

describe('what loads first', () => {
  test('is there', () => {
    expect(initial.length).toBeGreaterThan(0);
    for (const file of initial) expect(existsSync(dist + file)).toBe(true);
  });

  test('is all that index.html asks for', () => {
    const asked = [...html.matchAll(/(?:src|href)="\.?\/?(assets\/[^"]+\.js)"/g)].map((match) => match[1]);
    expect(asked.filter((file) => !initial.includes(file))).toEqual([]);
  });

  test('has no engine and no editor in it', () => {
    expect(initial.filter((file) => holds(file, marks.engine))).toEqual([]);
    expect(initial.filter((file) => holds(file, marks.editor))).toEqual([]);
  });

  test('is small: at most 90 kB of script, compressed', () => {
    const bytes = initial.reduce(
      (sum, file) => sum + gzipSync(readFileSync(dist + file), { level: 9 }).length,
      0,
    );
    expect(bytes).toBeLessThanOrEqual(90_000);
  });
});

describe('the arena core', () => {
  const modules = readdirSync(`${dist}assets`).filter((name) => name.endsWith('.wasm'));

  test('is emitted once, and is small', () => {
    expect(modules).toEqual([expect.stringMatching(/^arena-/)]);
    const bytes = readFileSync(`${dist}assets/${modules[0]}`);
    expect(WebAssembly.validate(bytes)).toBe(true);
    expect(bytes.length).toBeLessThan(100_000);
    expect(gzipSync(bytes, { level: 9 }).length).toBeLessThan(35_000);
  });

  test('is for workers: what loads first does not name it', () => {
    const naming = all.filter((file) => holds(file, modules));
    expect(naming.length).toBeGreaterThan(0);
    expect(naming.filter((file) => !/\.worker-/.test(file))).toEqual([]);
    expect(html).not.toContain('.wasm');
  });
});

describe('the marks above still mean something', () => {
  const root = fileURLToPath(new URL('../../', import.meta.url));
  const sources = (folder: string) =>
    existsSync(root + folder) ? readdirSync(root + folder, { recursive: true, encoding: 'utf8' }) : [];
  const somewhere = (word: string) => all.some((file) => holds(file, [word]));

  const hasEngine = sources('workers').some((name) => name.endsWith('.worker.ts'));
  test.runIf(hasEngine)('the engine is in another file', () => {
    expect(marks.engine.filter((word) => !somewhere(word))).toEqual([]);
  });

  const hasEditor = sources('src/ui/editor').some(
    (name) =>
      name.endsWith('.ts') && readFileSync(`${root}src/ui/editor/${name}`, 'utf8').includes('monaco-editor'),
  );
  test.runIf(hasEditor)('the editor is in another file', () => {
    expect(marks.editor.filter((word) => !somewhere(word))).toEqual([]);
  });
});

describe('index.html', () => {
  const policy = /<meta\s+http-equiv="Content-Security-Policy"\s+content="([^"]+)"/;

  test('carries the content security policy, as written, before anything it governs', () => {
    const source = readFileSync(new URL('../../index.html', import.meta.url), 'utf8');
    const built = policy.exec(html);
    expect(built?.[1]).toBe(policy.exec(source)?.[1]);
    expect(built?.[1]).toContain("default-src 'self'; script-src 'self' 'wasm-unsafe-eval';");
    // Elsewhere only data is asked for, and only the public data sets.
    expect(built?.[1]).toMatch(
      /; connect-src 'self' https:\/\/raw\.githubusercontent\.com https:\/\/api\.github\.com;/,
    );
    // No text becomes markup or the address of a script by accident.
    expect(built?.[1]).toMatch(/; require-trusted-types-for 'script'; trusted-types [A-Za-z -]+$/);
    expect(built?.[1].replace(/connect-src [^;]*/, '')).not.toMatch(/ 'unsafe-eval'|https?:|\*/);
    expect(built!.index).toBeLessThan(html.search(/<script|<link|<style/));
  });

  test('loads nothing from elsewhere, and nothing by an absolute path', () => {
    const urls = [...html.matchAll(/\b(?:src|href|action|srcset|data)\s*=\s*["']?([^"'\s>]+)/g)].map(
      (m) => m[1],
    );
    expect(urls.length).toBeGreaterThan(0);
    expect(urls.filter((url) => !url.startsWith('./'))).toEqual([]);
  });

  test('has no script of its own', () => {
    expect([...html.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g)].map((m) => m[1].trim()).join('')).toBe(
      '',
    );
  });
});

describe('the page without the network', () => {
  const worker = read('sw.js');

  test('is all kept: whatever the build made but pictures for others', () => {
    const made = readdirSync(dist, { recursive: true, encoding: 'utf8' })
      .map((name) => name.replaceAll('\\', '/'))
      .filter((name) => /\.\w+$/.test(name) && !/^(\.vite(\/|$)|sw\.js$|preview\.png$)/.test(name));
    expect(made.length).toBeGreaterThan(20);
    expect(made.filter((name) => !worker.includes(`url:"${name}"`))).toEqual([]);
  });

  test('asks before a new version takes its place, and loads nothing from elsewhere', () => {
    // skipWaiting is called for a message only.
    expect(worker.match(/skipWaiting\(\)/g)).toHaveLength(1);
    expect(worker).toMatch(
      /"SKIP_WAITING"===?\w+\.data\.type&&self\.skipWaiting\(\)|SKIP_WAITING.{0,60}skipWaiting\(\)/,
    );
    expect(worker).not.toMatch(/importScripts\(["'`]https?:/);
  });
});

describe('licences', () => {
  const list = read('licences.txt');
  const named = [...list.matchAll(/^---- (\S+) (\S+): (.+)$/gm)];

  test('of all that is built in are listed with their texts, the workers’ part included', () => {
    const names = named.map(([, name]) => name);
    for (const known of ['svelte', 'monaco-editor', 'comlink', 'fflate', '@lezer/lr', 'idb', 'uqr'])
      expect(names).toContain(known);
    expect(new Set(names).size).toBe(names.length);
    for (const part of list.split(/^---- /m).slice(1))
      expect(part.length, part.slice(0, 40)).toBeGreaterThan(500);
  });

  test('ask for no more than that they are named', () => {
    const lenient = [
      'MIT',
      'ISC',
      'Apache-2.0',
      'BSD-2-Clause',
      'BSD-3-Clause',
      '(MPL-2.0 OR Apache-2.0)',
      '0BSD',
    ];
    expect(named.filter(([, , , licence]) => !lenient.includes(licence)).map(([line]) => line)).toEqual([]);
  });
});
