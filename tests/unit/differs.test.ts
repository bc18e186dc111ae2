import { describe, expect, test } from 'vitest';
import { differencesOf } from '../../src/core/task/differs.ts';
import type { GridRows, Task } from '../../src/core/task/task.ts';
import { differenceTexts } from '../../src/ui/state/difference-sentences.ts';

/** Digits, rows apart by blanks: "012 340". */
const grid = (text: string): GridRows => text.split(' ').map((row) => Array.from(row, Number));

function taskOf(...pairs: readonly (readonly [string, string])[]): Task {
  const train = pairs.map(([input, output]) => ({ input: grid(input), output: grid(output) }));
  return { train, test: [{ input: grid('9'), output: grid('8') }] };
}

const said = (...pairs: readonly (readonly [string, string])[]): string =>
  differenceTexts(differencesOf(taskOf(...pairs))).join(' ');

describe('how outputs differ from inputs', () => {
  test('colours that come and go, and the cells that change', () => {
    expect(said(['050 000', '020 000'], ['505 000', '202 000'])).toBe(
      'Every output has its input’s size. Red appears. Grey vanishes. 1 to 2 cells change. ' +
        'All of these were grey. All of these become red. As many objects as before.',
    );
  });

  test('what holds on some pairs only is said so', () => {
    const text = said(['00 01', '00 02'], ['00 01', '00 03'], ['00 01', '00 01']);
    expect(text).toContain('Red or green appears on some pairs.');
    expect(text).toContain('Blue vanishes on some pairs.');
    expect(text).toContain('0 to 1 cells change.');
    expect(text).not.toContain('become');
  });

  test.each([
    [
      'a constant size',
      'Every output is 1 × 2.',
      [
        ['000 010', '11'],
        ['0 1', '22'],
      ],
    ],
    [
      'a multiple',
      'Every output is 2 × 1 times as large as its input.',
      [
        ['01', '01 01'],
        ['0 1', '0 1 0 1'],
      ],
    ],
    [
      'a part',
      'Every input is 1 × 2 times as large as its output.',
      [
        ['0101', '01'],
        ['00 11', '0 1'],
      ],
    ],
    [
      'a turned one',
      'Every output is as high as its input is wide.',
      [
        ['012', '0 1 2'],
        ['01', '0 1'],
      ],
    ],
    [
      'none',
      'The size of the outputs follows no simple rule.',
      [
        ['012', '01'],
        ['01 10', '1'],
        ['0', '000'],
      ],
    ],
  ] as const)('a size that is %s', (_, text, pairs) => {
    expect(said(...pairs)).toContain(text);
  });

  test('cells that only move keep their number by colour', () => {
    expect(said(['010', '100'], ['002', '200'])).toContain('as many cells of each colour as before');
    expect(said(['010', '110'], ['002', '200'])).not.toContain('as many cells of each colour');
  });

  test.each([
    [
      'One object is left.',
      [
        ['10010 00000', '10000 00000'],
        ['20200 00002', '20000 00000'],
      ],
    ],
    [
      'Fewer objects than before.',
      [
        ['10101 00000', '10100 00000'],
        ['20202 00000', '20002 00000'],
      ],
    ],
    [
      'More objects than before.',
      [
        ['10000 00000', '10010 00000'],
        ['20200 00000', '20202 00000'],
      ],
    ],
    // Cells that touch by a corner are one object.
    [
      'As many objects as before.',
      [
        ['100 010 000', '110 000 000'],
        ['000 020 000', '200 000 000'],
      ],
    ],
  ] as const)('%s', (text, pairs) => {
    expect(said(...pairs)).toContain(text);
  });

  test('the test pairs are not looked at, and an unknown output leaves nothing to say', () => {
    const task = taskOf(['12', '21'], ['31', '13']);
    const other = { ...task, test: [{ input: grid('0'), output: null }] };
    expect(differencesOf(other)).toEqual(differencesOf(task));
    expect(differencesOf({ ...task, train: [{ input: grid('0'), output: null }] })).toEqual([]);
  });
});
