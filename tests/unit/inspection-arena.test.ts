/** What the inspector reads in the arena, against the values that were put there. */
import { describe, expect, test } from 'vitest';
import { evaluate, type Outcome } from '../../src/core/inspection/film-run.ts';
import { primitiveOf, Tracer } from '../../src/core/inspection/tracer.ts';
import { PRIMITIVES } from '../../src/core/dsl/catalogue.ts';
import { compile } from '../../src/core/lang/compile.ts';
import { setOf, tuple } from '../../src/core/values/build.ts';
import { encode } from '../../src/core/values/codec.ts';
import type { Value } from '../../src/core/values/value.ts';
import { newArena, newGuardedArena } from '../support/arena.ts';

const arena = newArena();
const tracer = new Tracer(arena);
const { exports: core } = arena;

const t = (...items: Value[]): Value => tuple(items);
const s = (...items: Value[]): Value => setOf(items);
const fn = (name: string): Value => PRIMITIVES.get(name)!.fn;
const cell = (colour: Value, row: Value, column: Value): Value => t(colour, t(row, column));

/** Some are equal although they lie in memory in different ways. */
const VALUES: readonly Value[] = [
  ...[null, true, false, 0, 1, -1, 7, 2 ** 40, 2 ** 40 + 1, -(2 ** 31)],
  ...[t(), s(), t(0), t(false), t(1), t(true), t(null), t(-1), t(1, 0), t(true, 0), t(0, 1), t(5000, 0)],
  ...[t(t()), t(t(), t()), t(t(1, 2)), t(t(1, 2), t(3, 4)), t(t(1, 2, 3, 4)), t(t(true, 2), t(3, 4))],
  ...[t(t(1), t(2, 3)), t(t(5000, 0)), t(t(40_000))],
  ...[
    s(0),
    s(1),
    s(true),
    s(0, 1),
    s(t(1, 0)),
    s(t(true, 0)),
    s(t(5000, 0)),
    s(cell(1, 0, 0)),
    s(cell(true, 0, 0)),
  ],
  ...[
    s(cell(1, 0, 0), cell(2, 0, 1)),
    s(cell(1, 0, 0), t(1, 0)),
    cell(3, 1, 2),
    cell(true, 1, 2),
    cell(1, 1, 2),
  ],
  ...[t(s(t(1, 0))), s(s(t(1, 0))), fn('size'), fn('first'), t(fn('size')), s(fn('size'), 1)],
];

const WORDS: readonly (readonly [Value, string])[] = [
  [null, 'None'],
  [true, 'T'],
  [false, 'F'],
  [-7, 'the integer -7'],
  [2 ** 40, 'the integer 1099511627776'],
  [-(2 ** 40) - 1, 'the integer -1099511627777'],
  [t(), 'the empty tuple'],
  [t(1, 2), 'a tuple of 2'],
  [t(1, 2, 3), 'a tuple of 3'],
  [t(t(1, 2, 3)), 'a 1 x 3 grid'],
  [s(), 'the empty set'],
  [s(1, 2), 'a set of 2'],
  [s(t(1, 0), t(0, 1)), 'a set of 2 indices'],
  [s(cell(1, 0, 0)), 'an object of 1 cells'],
  [fn('size'), 'the function size'],
];

describe('values in the arena', () => {
  test('have prints that are equal where the values are', () => {
    const arena = newGuardedArena();
    const tracer = new Tracer(arena);
    tracer.within([[0]], () => {
      const handles = VALUES.map((value) => arena.put(value));
      for (const a of handles)
        for (const b of handles) {
          const [x, y] = [tracer.printOf(a), tracer.printOf(b)];
          expect(x).not.toBeNull();
          expect([encode(arena.get(a)), encode(arena.get(b)), x === y]).toEqual([
            encode(arena.get(a)),
            encode(arena.get(b)),
            arena.exports.equal(a, b) !== 0,
          ]);
        }
    });
  });

  test('are told in the words of messages', () => {
    tracer.within([[0]], () => {
      const told = WORDS.map(([value]) => tracer.reader.describe(arena.put(value)));
      expect(told).toEqual(WORDS.map(([, words]) => words));
    });
  });

  test('too large to be read have no print; there is room again afterwards', () => {
    tracer.within([[0]], () => {
      const large = arena.putGrid(1000, 1000, new Int16Array(1_000_000));
      const prints = Array.from({ length: 8 }, () => tracer.printOf(large));
      expect(prints.map((print) => print !== null)).toEqual([
        true,
        true,
        true,
        true,
        true,
        false,
        false,
        false,
      ]);
      expect(tracer.printOf(arena.put(t(1, 2)))).toBeNull();
    });
    tracer.within([[0]], () => expect(tracer.printOf(arena.put(t(1, 2)))).not.toBeNull());
  });

  test('that are made of one another are read once', () => {
    tracer.within([[0]], () => {
      let pair = arena.put(t(null, s(1, 2), null));
      for (let i = 0; i < 150; i++) {
        const items = core.beginItems(2);
        arena.ints().set([pair, pair], (items + 16) >> 2);
        pair = core.makeTuple(items);
      }
      expect(tracer.printOf(pair)).not.toBeNull();
    });
  });
});

describe('an evaluation', () => {
  const nodesOf = (...lines: string[]) => {
    const [{ program }] = compile(
      ['def solve_a(I):', ...lines.map((line) => `    ${line}`), ''].join('\n'),
    ).solvers;
    return program!.nodes;
  };

  test('ends where its values are too large together, and gives all of it back', () => {
    const nodes = nodesOf(
      'x0 = asindices(I)',
      's0 = initset(ZERO)',
      ...[
        'DOWN',
        'UP',
        'RIGHT',
        'LEFT',
        'UNITY',
        'NEG_UNITY',
        'UP_RIGHT',
        'DOWN_LEFT',
        'ZERO_BY_TWO',
        'TWO_BY_ZERO',
      ].flatMap((by, i) => [
        `x${i + 1} = product(x0, shift(x0, ${by}))`,
        `s${i + 1} = insert(size(x${i + 1}), s${i})`,
      ]),
      'return s10',
    );
    const input = Array.from({ length: 30 }, () => Array<number>(30).fill(0));
    const before = [...Array(3)].map(() => {
      const ends: (Outcome & { kind: 'fault' })[] = [];
      evaluate(tracer, { nodes, live: nodes.length }, input, 1e9, (_, outcome) => {
        if (outcome.kind === 'fault') ends.push(outcome);
      });
      expect(ends.map(({ fault }) => [fault.end, fault.primitive, fault.why])).toEqual([
        ['size', '', 'the values of the lines so far are too large together'],
      ]);
      return arena.exports.memory.buffer.byteLength;
    });
    expect(before[2]).toBe(before[1]);
    expect(before[2]).toBeLessThan(700 << 20);
  }, 60_000);

  test('in groups has the outcomes of one that keeps all', () => {
    const nodes = nodesOf(
      'x1 = objects(I, T, F, T)',
      'x2 = order(x1, size)',
      'x3 = first(x2)',
      'x4 = last(x2)',
      'x5 = subgrid(x3, I)',
      'x6 = subgrid(x4, I)',
      'x7 = hconcat(x5, x6)',
      'return x7',
    );
    const input = [
      [1, 1, 0],
      [0, 0, 0],
      [2, 0, 3],
    ];
    const last = Int32Array.from(nodes, (_, node) =>
      Math.max(node, ...nodes.map(({ args }, user) => (args.includes(node) ? user : 0))),
    );
    const groups = { of: Int32Array.from(nodes, (_, node) => node), last };
    const seen = (course: Parameters<typeof evaluate>[1]): unknown[] => {
      const found: unknown[] = [];
      evaluate(tracer, course, input, 1e6, (node, outcome, cost) => {
        const what = outcome.kind === 'value' ? arena.get(outcome.value) : outcome.kind;
        found.push([primitiveOf(nodes[node].op), cost, JSON.stringify(what)]);
      });
      return found;
    };
    expect(seen({ nodes, live: nodes.length, groups })).toEqual(seen({ nodes, live: nodes.length }));
  });
});
