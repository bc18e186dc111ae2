/** What the components of the page keep to, so that each can be read at one sitting and restyled in one place. */
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { BREAKPOINTS, withBreakpoints } from '../../src/ui/breakpoints.ts';

const root = new URL('../../src/ui/', import.meta.url);
const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => /\.(svelte|css)$/.test(name))
  .map((name) => ({ name, text: readFileSync(new URL(name, root), 'utf8') }));

test('the components are there', () => expect(sources.length).toBeGreaterThan(40));

test('a component has at most 200 lines with its styles', () => {
  const long = sources.filter(({ name, text }) => name.endsWith('.svelte') && text.split('\n').length > 201);
  expect(long.map(({ name }) => name)).toEqual([]);
});

test('a width that has a name is called by it', () => {
  const widths = Object.values(BREAKPOINTS).flatMap((condition) => condition.match(/\d+/g) ?? []);
  const bare = new RegExp(`@media[^{]*\\b(${widths.flatMap((w) => [w, Number(w) + 1]).join('|')})px`);
  expect(sources.filter(({ text }) => bare.test(text)).map(({ name }) => name)).toEqual([]);
});

test('every name of a width is known', () => {
  for (const { text } of sources) expect(withBreakpoints(text)).not.toMatch(/@media[^{]*\(--/);
});

describe('the conditions of a name', () => {
  it('take its place, alone and among others', () => {
    expect(withBreakpoints('@media (--phone) { a { b: c } }')).toBe(
      '@media (max-width: 719px) { a { b: c } }',
    );
    expect(withBreakpoints('@media (--narrow) and (not (--phone)) {')).toBe(
      '@media (max-width: 1099px) and (not (max-width: 719px)) {',
    );
  });

  it('are not put elsewhere', () =>
    expect(withBreakpoints('a { b: var(--phone) }')).toBe('a { b: var(--phone) }'));

  it('must be known', () => expect(() => withBreakpoints('@media (--desk) {')).toThrow('--desk'));
});
