import { expect, test } from 'vitest';
import { compile } from '../../src/core/lang/compile.ts';
import { legible } from '../../src/core/task/legible.ts';

test('a sentence stays as it is', () => {
  const sentence = 'vmiror is not known. Did you mean vmirror? \u{1f600} [[1, 2]]';
  expect(legible(sentence)).toBe(sentence);
});

test('what cannot be seen is written as its number, and what has no end is cut', () => {
  expect(legible('a\u202eb\u200b, \ud800 and\n')).toBe('a<U+202E>b<U+200B>, <U+D800> and<U+000A>');
  expect(legible(`${'a'.repeat(9000)} is not known`)).toBe(`${'a'.repeat(80)}… is not known`);
  expect(legible('\u{1f600}'.repeat(200))).toBe(`${'\u{1f600}'.repeat(40)}…`);
  expect(legible(`a${'\u{1f600}'.repeat(200)}`)).toBe(`a${'\u{1f600}'.repeat(39)}…`);
});

test('a fault in a solver says so', () => {
  const { diagnostics } = compile(`def solve_a(I):\n    return ${'a'.repeat(9000)}\n`);
  expect(diagnostics.map(({ message }) => message)).toEqual([
    `${'a'.repeat(80)}… is no variable, primitive or constant.`,
  ]);
});
