import { readFileSync } from 'node:fs';
import { describe as group, expect, test } from 'vitest';
import { CATALOGUE } from '../../src/core/dsl/catalogue.ts';
import { compile } from '../../src/core/lang/compile.ts';
import { describe } from '../../src/core/lang/describe.ts';
import { COLOUR_NAMES } from '../../src/ui/parts/colour-names.ts';

function said(...lines: readonly string[]): string {
  const text = ['def solve_a(I):', ...lines.map((line) => `    ${line}`), '    return O', ''].join('\n');
  const { solvers, diagnostics } = compile(text);
  const program = solvers[0]?.program;
  if (!program) throw new Error(diagnostics[0]?.message ?? 'unreadable');
  return describe(program);
}

group('every primitive', () => {
  test('has a phrase that speaks of all that matters and of nothing else', () => {
    for (const { name, say, does, params } of CATALOGUE) {
      expect(say, name).not.toBe('');
      const known = new Set(params.map((param) => param.name));
      for (const [, named] of `${say} ${does}`.matchAll(/[{@](\w+)/g))
        expect(known, `${name}: ${named}`).toContain(named);
      expect(say, name).toMatch(/\{/);
      expect(say + does, name).not.toMatch(/[.;]$/);
    }
  });
});

group('a solver in words', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['leaves the input as it is', ['O = I']],
    ['mirrors it left to right', ['O = vmirror(I)']],
    ['mirrors it left to right, then replaces blue by red', ['O = replace(vmirror(I), ONE, TWO)']],
    [
      'fills the largest object with the colour of the smallest object',
      ['x1 = objects(I, T, F, T)', 'O = fill(I, color(argmin(x1, size)), argmax(x1, size))'],
    ],
    ['puts the input mirrored left to right to its right', ['O = hconcat(I, vmirror(I))']],
    ['crops to the largest object', ['O = subgrid(argmax(objects(I, T, T, T), size), I)']],
    [
      'fills the objects where the size is 3 taken together with green',
      ['x1 = sfilter(objects(I, T, F, T), matcher(size, THREE))', 'O = fill(I, THREE, merge(x1))'],
    ],
    ['fills the frame of each object with yellow', ['O = fill(I, FOUR, mapply(box, objects(I, T, F, T)))']],
    ['takes a grid of black of size (3, 3)', ['O = canvas(ZERO, THREE_BY_THREE)']],
    [
      'crops to the object where the colour is red',
      ['O = subgrid(extract(objects(I, T, F, T), matcher(color, TWO)), I)'],
    ],
  ];
  test.each(cases)('%s', (sentence, lines) => expect(said(...lines)).toBe(sentence));

  test('is one line of bearable length for every starter solver, with nothing left of the phrases', () => {
    const { solvers } = compile(readFileSync('public/tasks/starter.py', 'utf8'));
    expect(solvers.length).toBeGreaterThan(20);
    for (const { name, program } of solvers) {
      const sentence = describe(program!);
      expect(sentence, name).not.toMatch(/[{}[\]@]|undefined/);
      expect(sentence.length, `${name}: ${sentence}`).toBeLessThan(700);
    }
  });

  test('calls the colours what the page calls them', () => {
    const constants = ['ZERO', 'ONE', 'TWO', 'THREE', 'FOUR', 'FIVE', 'SIX', 'SEVEN', 'EIGHT', 'NINE'];
    constants.forEach((constant, i) =>
      expect(said(`O = fill(I, ${constant}, asindices(I))`)).toContain(`with ${COLOUR_NAMES[i]}`),
    );
  });
});
