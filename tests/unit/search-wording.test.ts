import { describe, expect, test } from 'vitest';
import { MACROS } from '../../src/core/search/library.ts';
import { chainText, stepWords } from '../../src/core/search/wording.ts';

describe('how a found program came about', () => {
  test.each([
    ['objects(x, T, F, T)', 'objects'],
    ['argmax(x, size)', 'largest'],
    ['argmin(x, leftmost)', 'leftmost'],
    ['color(argmin(x, size))', 'smallest → color'],
    ['replace(x, c, d)', 'recolour'],
    ['shoot(urcorner(asindices(x)), DOWN_LEFT)', 'all cells → urcorner → shoot'],
    ['sfilter(x, compose(flip, rbind(bordering, I)))', 'those that fit'],
    ['x', 'x'],
  ])('%s is said as "%s"', (macro, words) => {
    expect(stepWords(macro)).toBe(words);
  });

  test('no step is said as nothing', () => expect(chainText([])).toBe(''));

  test('steps are a chain, of which a long one is cut in the middle', () => {
    const steps = ['objects(x, T, F, T)', 'argmax(x, size)', 'subgrid(x, I)'];
    expect(chainText(steps)).toBe('objects → largest → subgrid');
    const many = ['delta(x)', 'box(x)', 'inbox(x)', 'outbox(x)', 'hmirror(x)', 'rot90(x)', 'trim(x)'];
    expect(chainText(many)).toBe('inside its box → its outline → inner outline → … → trim');
  });

  test('every macro of the library has words that fit a line', () => {
    const long = MACROS.map(({ text }) => stepWords(text)).filter(
      (words) => words.length > 70 || words === '',
    );
    expect(long).toEqual([]);
  });
});
