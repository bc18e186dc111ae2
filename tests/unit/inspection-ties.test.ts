import { expect, test } from 'vitest';
import { inspectorOf } from '../../src/core/inspection/inspector.ts';
import type { Choice, Film } from '../../src/core/inspection/film-types.ts';
import { DECIDING, holdsFunctions, watchedCall } from '../../src/core/inspection/ties.ts';
import { primitiveOf, Tracer } from '../../src/core/inspection/tracer.ts';
import type { Handle } from '../../src/core/engine/arena.ts';
import type { GridRows, Task } from '../../src/core/task/task.ts';
import { newArena } from '../support/arena.ts';
import { starterPrograms, starterTask } from '../support/starter.ts';

const arena = newArena();
const inspector = inspectorOf(arena);

function grid(...rows: string[]): GridRows {
  return rows.map((row) => [...row].map(Number));
}

/** Two objects of one size, and as much 1 as 2. */
const TASK: Task = { train: [{ input: grid('1100', '0000', '0220'), output: grid('11') }], test: [] };

function filmOf(lines: readonly string[], choices: readonly Choice[] = [], task = TASK): Film {
  const source = ['def solve_a(I):', ...lines.map((line) => `    ${line}`), ''].join('\n');
  const answer = inspector.film({ source, solver: null, task, fuel: 1_000_000, choices });
  if (!answer.ok) throw new Error(answer.why);
  return structuredClone(answer.film);
}

const LARGEST = ['x1 = objects(I, T, F, T)', 'x2 = argmax(x1, size)', 'x3 = subgrid(x2, I)', 'return x3'];

test('argmax over objects of one size is decided by canonical order: winner and losers are shown', () => {
  const film = filmOf(LARGEST);
  expect(film.lines.map(({ frames }) => frames[0].tieCount)).toEqual([0, 1, 0, 0]);
  const [tie] = film.lines[1].frames[0].ties;
  expect(tie).toMatchObject({ ordinal: 0, primitive: 'argmax', count: 2, pick: 0 });
  expect(tie.tied).toEqual([
    {
      pick: 0,
      picture: { kind: 'object', cells: [1, 0, 0, 1, 0, 1], count: 2, left: 0 },
      lights: [0, 0, 0, 1],
    },
    {
      pick: 1,
      picture: { kind: 'object', cells: [2, 2, 1, 2, 2, 2], count: 2, left: 0 },
      lights: [2, 1, 2, 2],
    },
  ]);
  expect(film.pairs[0].changed).toBe(null);
});

test('a swap is computed through, and tells that the result hangs on it', () => {
  const film = filmOf(LARGEST, [{ line: 1, pair: 0, ordinal: 0, pick: 1 }]);
  expect(film.pairs[0]).toMatchObject({ match: false, changed: true });
  expect(film.lines[2].frames[0].shown).toMatchObject({ picture: { rows: grid('22') } });
  expect(film.lines[1].frames[0].ties[0].pick).toBe(1);
});

test('a swap on which nothing hangs says so', () => {
  const film = filmOf(
    [
      'x1 = objects(I, T, F, T)',
      'x2 = argmin(x1, size)',
      'x3 = size(x2)',
      'x4 = canvas(x3, UNITY)',
      'return x4',
    ],
    [{ line: 1, pair: 0, ordinal: 0, pick: 1 }],
  );
  expect(film.lines[1].frames[0].shown).toMatchObject({ picture: { cells: [2, 2, 1, 2, 2, 2] } });
  expect(film.pairs[0].changed).toBe(false);
});

test('choices for other pairs and picks that do not exist change nothing', () => {
  const away = filmOf(LARGEST, [{ line: 1, pair: 3, ordinal: 0, pick: 1 }]);
  expect(away.pairs[0]).toMatchObject({ match: true, changed: null });
  const none = filmOf(LARGEST, [{ line: 1, pair: 0, ordinal: 0, pick: 9 }]);
  expect(none.pairs[0]).toMatchObject({ match: true, changed: false });
});

test('equally frequent colours are a tie; a watched count does not stay with the grid', () => {
  const task = { train: [{ input: grid('12', '21'), output: grid('1') }], test: [] };
  const lines = [
    'x1 = mostcolor(I)',
    'x2 = canvas(x1, UNITY)',
    'x3 = mostcolor(I)',
    'x4 = hmirror(x2)',
    'return x4',
  ];
  const film = filmOf(lines, [], task);
  expect(film.lines[0].frames[0].ties[0]).toMatchObject({
    primitive: 'mostcolor',
    tied: [{ picture: { value: 1 } }, { picture: { value: 2 } }],
  });
  const swapped = filmOf(lines, [{ line: 0, pair: 0, ordinal: 0, pick: 1 }], task);
  expect(swapped.pairs[0]).toMatchObject({ changed: true, match: false });
  // Another line asks the same grid for its background: it still gets the first in canonical order.
  const apart = [
    'x1 = mostcolor(I)',
    'x2 = cover(I, asindices(I))',
    'x3 = paint(x2, recolor(x1, initset(ORIGIN)))',
    'return x3',
  ];
  const both = filmOf(apart, [{ line: 0, pair: 0, ordinal: 0, pick: 1 }], task);
  expect(both.lines[1].frames[0].shown).toMatchObject({ picture: { rows: grid('11', '11') } });
  expect(both.lines[2].frames[0].shown).toMatchObject({ picture: { rows: grid('21', '11') } });
});

test('a tie within a function is laid to the primitive that decided, and counted for each call', () => {
  const film = filmOf(['x1 = objects(I, T, F, T)', 'x2 = apply(first, x1)', 'return I']);
  const { ties, tieCount } = film.lines[1].frames[0];
  expect(tieCount).toBe(2);
  expect(ties.map(({ primitive, ordinal, count }) => [primitive, ordinal, count])).toEqual([
    ['first', 0, 2],
    ['first', 1, 2],
  ]);
});

test('a clear winner is no tie', () => {
  const task = { train: [{ input: grid('1110', '0000', '0220'), output: grid('111') }], test: [] };
  expect(filmOf(LARGEST, [], task).lines.map(({ frames }) => frames[0].tieCount)).toEqual([0, 0, 0, 0]);
});

test('very many ties are neither all listed nor all looked for', () => {
  const film = filmOf([
    'x1 = asindices(upscale(I, TEN))',
    'x2 = apply(dneighbors, x1)',
    'x3 = apply(first, x2)',
    'return I',
  ]);
  const { ties, tieCount } = film.lines[2].frames[0];
  expect(ties.length).toBe(8);
  expect(tieCount).toBe(50);
});

test('every primitive that asks a watch is known as one', () => {
  const tracer = new Tracer(arena);
  const unknown = new Set<string>();
  let asked = 0;
  for (const [name, { nodes }] of starterPrograms) {
    tracer.within(starterTask(name).train[0].input, (input) => {
      const values: Handle[] = [];
      for (const { op, args } of nodes) {
        const given = args.map((arg) => values[arg]);
        const made = tracer.compute(op, given, input, 1e9);
        const hasFunctions = given.some((each) => holdsFunctions(tracer.reader, each));
        if (made.cost > 0)
          watchedCall(tracer, op, given, 1e9, () => {
            asked++;
            const primitive = primitiveOf(op);
            if (primitive !== '' && !hasFunctions && !DECIDING.has(primitive)) unknown.add(primitive);
            return 0;
          });
        values.push(made.value);
      }
    });
  }
  expect(asked).toBeGreaterThan(0);
  expect([...unknown]).toEqual([]);
});
