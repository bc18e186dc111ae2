import { describe, expect, test } from 'vitest';
import { MOST_CELLS, MOST_MEMBERS } from '../../src/core/inspection/drawing.ts';
import type { Picture } from '../../src/core/inspection/picture.ts';
import { grid, solver, filmOf, line } from '../support/films.ts';

/** What a line is on the first pair, with its lights. */
function drawn(expression: string): { picture: Picture; lights: readonly number[]; type: string } {
  const { frames, type } = line(filmOf(solver(`x1 = ${expression}`, 'return I')), 'x1');
  const { shown } = frames[0];
  if (shown.kind !== 'value') throw new Error(JSON.stringify(shown));
  return { picture: shown.picture, lights: shown.lights, type };
}

const cells = [1, 1, 1, 1, 1, 2];

const PICTURES: [expression: string, type: string, picture: Picture, lights: number[]][] = [
  [
    'hmirror(I)',
    'Grid',
    { kind: 'grid', height: 3, width: 4, rows: grid('0003', '0110', '0000'), colours: true, left: 0 },
    [],
  ],
  ['ofcolor(I, ONE)', 'Indices', { kind: 'indices', cells: [1, 1, 1, 2], count: 2, left: 0 }, [1, 1, 1, 2]],
  ['first(objects(I, T, F, T))', 'Object', { kind: 'object', cells, count: 2, left: 0 }, [1, 1, 1, 2]],
  [
    'objects(I, T, F, T)',
    'Set Object',
    {
      kind: 'objects',
      ordered: false,
      patches: [
        { kind: 'object', cells, count: 2, left: 0 },
        { kind: 'object', cells: [3, 2, 3], count: 1, left: 0 },
      ],
      count: 2,
      left: 0,
    },
    [1, 1, 1, 2, 2, 3],
  ],
  [
    'order(objects(I, T, F, T), size)',
    'Tuple Object',
    {
      kind: 'objects',
      ordered: true,
      patches: [
        { kind: 'object', cells: [3, 2, 3], count: 1, left: 0 },
        { kind: 'object', cells, count: 2, left: 0 },
      ],
      count: 2,
      left: 0,
    },
    [1, 1, 1, 2, 2, 3],
  ],
  ['shape(I)', 'Vec', { kind: 'vector', row: 3, column: 4 }, []],
  ['ulcorner(ofcolor(I, ONE))', 'Vec', { kind: 'vector', row: 1, column: 1 }, [1, 1]],
  ['first(toobject(ofcolor(I, THREE), I))', 'Cell', { kind: 'cell', colour: 3, row: 2, column: 3 }, [2, 3]],
  ['height(I)', 'Int', { kind: 'number', value: 3 }, []],
  ['portrait(I)', 'Bool', { kind: 'boolean', value: false }, []],
  [
    'palette(I)',
    'Set Int',
    {
      kind: 'set',
      members: [0, 1, 3].map((value) => ({ kind: 'number', value })),
      count: 3,
      left: 0,
    },
    [],
  ],
  [
    'totuple(ofcolor(I, ONE))',
    'Tuple Vec',
    {
      kind: 'tuple',
      members: [
        { kind: 'vector', row: 1, column: 1 },
        { kind: 'vector', row: 1, column: 2 },
      ],
      count: 2,
      left: 0,
    },
    [1, 1, 1, 2],
  ],
  [
    'matcher(color, ONE)',
    'Object -> Bool',
    { kind: 'function', signature: 'Object -> Bool', text: 'matcher(color, 1)' },
    [],
  ],
];

describe('pictures', () => {
  test.each(PICTURES)('%s', (expression, type, picture, lights) => {
    expect(drawn(expression)).toEqual({ type, picture, lights });
  });

  test('are cut where a value is large, and say what was left out', () => {
    const { picture } = drawn('upscale(upscale(I, TEN), FIVE)');
    if (picture.kind !== 'grid') throw new Error(picture.kind);
    expect([picture.height, picture.width]).toEqual([150, 200]);
    const shown = picture.rows.length * picture.rows[0].length;
    expect(shown).toBeLessThanOrEqual(MOST_CELLS);
    expect(shown).toBeGreaterThan(MOST_CELLS / 2);
    expect(picture.left).toBe(150 * 200 - shown);
    const { picture: many } = drawn('totuple(asobject(upscale(I, TEN)))');
    if (many.kind !== 'tuple') throw new Error(many.kind);
    expect(many.count).toBe(1200);
    expect(many.members.length).toBe(MOST_MEMBERS);
    expect(many.left).toBe(1200 - MOST_MEMBERS);
  });

  test('of lines that nobody asked for are left out', () => {
    const film = filmOf(solver('x1 = hmirror(I)', 'x2 = vmirror(x1)', 'return x2'), { lines: [1] });
    const kinds = film.lines.map(({ frames: [{ shown }] }) => shown.kind === 'value' && shown.picture.kind);
    expect(kinds).toEqual(['undrawn', 'grid', 'undrawn']);
  });
});
