import { describe, expect, test } from 'vitest';
import { fitting } from '../../src/ui/editor/fitting.ts';
import { hoverText } from '../../src/ui/editor/hover-text.ts';
import { frameOf, edgeOf, placesOf } from '../../src/ui/film/cells.ts';
import { drawValue, svgOf } from '../../src/ui/film/drawing.ts';
import { valueSvg } from '../../src/ui/film/figure.ts';
import { encodedText, pictureOf } from '../../src/ui/film/from-encoded.ts';
import { isDrawn, wordsOf } from '../../src/ui/film/words.ts';
import { GridDrawing } from '../../src/ui/state/grid-drawing.svelte.ts';
import type { Encoded } from '../../src/protocol/index.ts';

const cell = (colour: number, row: number, column: number): Encoded => ({
  t: [colour, { t: [row, column] }],
});

describe('encoded values as pictures', () => {
  const cases: readonly (readonly [Encoded, string, string])[] = [
    [7, 'number', '7'],
    [true, 'boolean', 'True'],
    [null, 'none', 'None'],
    [{ g: ['012', '345'] }, 'grid', '2 × 3'],
    [{ t: [-1, 2] }, 'vector', '(-1, 2)'],
    [{ s: [cell(3, 0, 0), cell(3, 0, 1)] }, 'object', '2 cells'],
    [{ s: [{ t: [0, 0] }] }, 'indices', '1 index'],
    [{ s: [{ s: [cell(1, 0, 0)] }, { s: [cell(2, 1, 1)] }] }, 'objects', '2 objects'],
    [{ t: [{ g: ['1'] }, { g: ['2'] }] }, 'tuple', '2 grids in order'],
    [{ s: [1, 2] }, 'set', '{1, 2}'],
    [{ s: [] }, 'set', 'empty set'],
    [{ call: ['compose', { f: 'size' }, { f: 'first' }] }, 'function', 'compose(size, first)'],
  ];
  test.each(cases)('%j is a %s: %s', (value, kind, words) => {
    const picture = pictureOf(value);
    expect(picture.kind).toBe(kind);
    expect(wordsOf(picture)).toBe(words);
  });

  test('a set of cells and indices is a set', () => {
    expect(pictureOf({ s: [cell(1, 0, 0), { t: [0, 0] }] }).kind).toBe('set');
    expect(encodedText({ s: [cell(1, 0, 0)] })).toBe('{(1, (0, 0))}');
  });
});

describe('drawings', () => {
  const input = [
    [0, 0, 0],
    [0, 5, 0],
  ];

  test('fit their box, whatever the size', () => {
    for (const side of [1, 7, 30, 200]) {
      const rows = Array.from({ length: side }, () => Array<number>(side).fill(1));
      const drawing = drawValue(
        { kind: 'grid', height: side, width: side, rows, colours: true, left: 0 },
        60,
        null,
      )!;
      expect(drawing.width).toBeLessThanOrEqual(60);
      expect(drawing.width).toBeGreaterThan(0);
    }
  });

  test('patches outside of the input make the picture larger, those far away do not', () => {
    expect(frameOf([{ row: -2, column: 5 }], input)).toMatchObject({ top: -2, left: 0, height: 4, width: 6 });
    expect(frameOf([{ row: 1000, column: 0 }], input)).toMatchObject({ height: 2, width: 3 });
  });

  test('the edge of a region leaves out what is between its cells', () => {
    expect(edgeOf(placesOf([0, 0])).match(/M/g)).toHaveLength(4);
    expect(edgeOf(placesOf([0, 0, 0, 1])).match(/M/g)).toHaveLength(6);
  });

  test('stand on their own in a file, alone or side by side', () => {
    const sizeOf = (svg: string) => /viewBox="0 0 (\d+) (\d+)"/.exec(svg)!.slice(1).map(Number);
    const one = valueSvg(pictureOf({ s: [{ t: [0, 1] }] }), input);
    expect(one).not.toContain('var(');
    const two = valueSvg(pictureOf({ t: [{ g: ['12'] }, { g: ['21'] }] }), null);
    expect(two.match(/<g /g)).toHaveLength(2);
    const single = sizeOf(valueSvg(pictureOf({ g: ['12'] }), null));
    expect(sizeOf(two)[0]).toBeGreaterThan(2 * (single[0] - 4));
    expect(sizeOf(two)[1]).toBe(single[1]);
    const many = valueSvg(pictureOf({ t: Array.from({ length: 40 }, () => ({ g: ['12'] })) }), null);
    expect(sizeOf(many)[0]).toBeLessThan(820);
    expect(valueSvg(pictureOf(7), input)).toBe('');
  });

  test('stand on their own in a hover: no variable is left', () => {
    const drawing = drawValue(pictureOf({ s: [{ t: [0, 1] }] }), 60, input)!;
    expect(svgOf(drawing)).not.toContain('var(');
    const hover = {
      span: { from: 0, to: 1 },
      kind: 'primitive',
      name: 'vmirror',
      title: 'vmirror(grid: Grid) -> Grid',
      generic: [],
      doc: 'Mirrored.',
      example: { args: [{ name: 'grid', value: { g: ['12'] } }], then: [], result: { g: ['21'] } },
      value: null,
    } as const;
    const text = hoverText(hover as unknown as Parameters<typeof hoverText>[0], null);
    expect(text.match(/data:image\/svg\+xml;base64,/g)).toHaveLength(2);
  });

  test('numbers that are no colours are told, not drawn', () => {
    const picture = { kind: 'grid', height: 1, width: 1, rows: [[12]], colours: false, left: 0 } as const;
    expect(isDrawn(picture)).toBe(false);
    expect(drawValue(picture, 60, null)).toBeNull();
  });
});

describe('what the editor takes', () => {
  test('text, up to a length', () => {
    expect(fitting('x = 1\n\tok')).toEqual({ text: 'x = 1\n\tok', said: '' });
    expect(fitting('abcdef', 4)).toMatchObject({
      text: 'abcd',
      said: expect.stringContaining('first 4 of 6'),
    });
    expect(fitting('a\u0000b\ufffdc')).toMatchObject({
      text: 'abc',
      said: expect.stringContaining('2 characters'),
    });
  });
});

describe('a grid under the hand', () => {
  test('a stroke is undone at once, and redone', () => {
    const draft = new GridDrawing([
      [0, 0],
      [0, 0],
    ]);
    draft.begin();
    draft.paint(0, 0, 3);
    draft.paint(0, 1, 3);
    draft.begin();
    draft.fill(1, 0, 2);
    expect(draft.rows).toEqual([
      [3, 3],
      [2, 2],
    ]);
    draft.undo();
    draft.undo();
    expect(draft.rows).toEqual([
      [0, 0],
      [0, 0],
    ]);
    expect(draft.canUndo).toBe(false);
    draft.redo();
    expect(draft.rows[0]).toEqual([3, 3]);
  });

  test('keeps to the sizes of ARC, and to the grid', () => {
    const draft = new GridDrawing([[1]]);
    draft.resize(99, 0);
    expect([draft.rows.length, draft.rows[0].length]).toEqual([30, 1]);
    draft.paint(40, 0, 1);
    draft.fill(-1, 0, 1);
    expect(draft.rows[0]).toEqual([1]);
    draft.copy([[4, 5]]);
    expect(draft.rows).toEqual([[4, 5]]);
  });
});
