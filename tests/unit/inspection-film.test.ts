import { describe, expect, test } from 'vitest';
import { printSteps } from '../../src/core/lang/print.ts';
import { Random } from '../../src/core/random.ts';
import { pairsOf } from '../../src/core/task/task.ts';
import { randomGrid } from '../support/random-grid.ts';
import { randomProgram } from '../support/random-programs.ts';
import { starterPool, starterTask } from '../support/starter.ts';
import { inspector, FUEL, grid, SMALL, solver, filmOf, line } from '../support/films.ts';

describe('a film', () => {
  const source = solver(
    'x1 = vmirror(I)',
    'x2 = add(ONE, TWO)',
    'x3 = height(I)',
    'O = hmirror(vmirror(x1))',
    'return O',
  );

  test('has the lines in the order of the source, the return last', () => {
    const { lines } = filmOf(source);
    expect(lines.map((each) => each.name)).toEqual(['x1', 'x2', 'x3', 'O', 'return']);
    expect(lines.map(({ span }) => source.slice(span.from, span.to))).toEqual([
      'x1 = vmirror(I)',
      'x2 = add(ONE, TWO)',
      'x3 = height(I)',
      'O = hmirror(vmirror(x1))',
      'O',
    ]);
    expect(lines.map(({ frames }) => frames.length)).toEqual([3, 3, 3, 3, 3]);
  });

  test('marks dead lines, and values that are the same on all pairs', () => {
    const { lines } = filmOf(source);
    expect(lines.map(({ dead }) => dead)).toEqual([false, true, true, false, false]);
    expect(lines.map(({ same }) => same)).toEqual([false, true, false, false, false]);
    expect(filmOf(source, { pairs: [1] }).lines.map(({ same }) => same)).toEqual([
      null,
      true,
      null,
      null,
      null,
    ]);
    expect(line(filmOf(solver('x1 = leastcolor(I)', 'return I'), { pairs: [1] }), 'x1').same).toBe(null);
    const uniform = filmOf(solver('x1 = mostcolor(I)', 'return I'), { pairs: [0, 1] });
    expect(line(uniform, 'x1').same).toBe(true);
  });

  test('shares the fuel among the lines: a nested call counts with its line, a dead one not at all', () => {
    const { lines, pairs } = filmOf(source);
    const shares = lines.map(({ frames }) => frames[0].share);
    expect(shares.reduce((a, b) => a + b)).toBeCloseTo(1);
    expect(shares.map((share) => share > 0)).toEqual([true, false, false, true, false]);
    expect(lines[0].frames[0].fuel + lines[3].frames[0].fuel).toBe(pairs[0].fuel);
    expect(lines[3].frames[0].fuel).toBe(2 * lines[0].frames[0].fuel);
    expect(lines[2].frames[0].fuel).toBeGreaterThan(0);
  });

  test('computes the pairs asked for, in that order, and no others', () => {
    const film = filmOf(source, { pairs: [2, 0, 7] });
    expect(film.pairs.map(({ pair }) => pair)).toEqual([2, 0]);
    expect(film.pairs.map(({ end, match }) => [end, match])).toEqual([
      ['ok', false],
      ['ok', true],
    ]);
  });

  test('shows a fault at the line that caused it; others wait for that line, or go on', () => {
    const film = filmOf(
      solver(
        'x1 = ofcolor(I, ONE)',
        'x2 = hsplit(I, size(x1))',
        'x3 = vmirror(I)',
        'x4 = first(x2)',
        'return x4',
      ),
      { pairs: [1] },
    );
    expect(film.lines.map(({ frames }) => frames[0].shown.kind)).toEqual([
      'value',
      'fault',
      'value',
      'waits',
      'waits',
    ]);
    expect(film.lines[1].frames[0].shown).toMatchObject({ kind: 'fault', end: 'error', primitive: 'hsplit' });
    expect(film.lines[4].frames[0].shown).toEqual({ kind: 'waits', line: 1, name: 'x2' });
    expect(film.pairs[0].end).toBe('error');
  });

  test('points at the nested expression that failed', () => {
    const text = solver('x1 = hmirror(first(hsplit(I, ZERO)))', 'return x1');
    const { shown } = line(filmOf(text), 'x1').frames[0];
    if (shown.kind !== 'fault') throw new Error(shown.kind);
    expect(text.slice(shown.span.from, shown.span.to)).toBe('hsplit(I, ZERO)');
  });

  test('tells where the fuel ran out', () => {
    const film = filmOf(solver('x1 = upscale(I, TEN)', 'x2 = upscale(x1, TEN)', 'return x2'), { fuel: 2000 });
    expect(film.pairs[0]).toMatchObject({ end: 'fuel', fuel: 2000 });
    expect(film.lines[1].frames[0].shown).toMatchObject({ kind: 'fault', end: 'fuel' });
    expect(film.lines[0].frames[0].shown.kind).toBe('value');
  });

  test('agrees with the score of every starter solver on every pair', () => {
    for (const { name, source: text } of starterPool) {
      const task = starterTask(name);
      const film = filmOf(text, { task });
      const score = inspector.inspect({ source: text, solver: null, task, fuel: FUEL }).result;
      expect(film.pairs.map(({ end, match, fuel }) => ({ end, match, fuel }))).toEqual(
        score?.pairs.map(({ end, match, fuel }) => ({ end, match, fuel })),
      );
      const last = film.lines[film.lines.length - 1];
      pairsOf(task).forEach(({ output }, i) => {
        expect(last.frames[i].shown).toMatchObject({
          kind: 'value',
          picture: { kind: 'grid', rows: output },
        });
      });
      expect(film.lines.every(({ dead }) => !dead)).toBe(true);
      expect(filmOf(text, { task, ties: false }).pairs).toEqual(film.pairs);
    }
  });
});

/** Random programs: film and score end alike, whether ties are watched or not, with little fuel and with much. */
test('a film ends as the score does on random programs', () => {
  const random = new Random('film');
  let faults = 0;
  for (let round = 0; round < 150; round++) {
    const input = randomGrid(random);
    const source = printSteps(randomProgram(random, input), 'a');
    const request = { source, solver: null, task: { train: [{ input, output: input }], test: [] } };
    for (const fuel of [1_000_000, 500]) {
      const score = inspector.inspect({ ...request, fuel }).result?.pairs[0];
      const film = inspector.film({ ...request, fuel });
      if (score === undefined || !film.ok) {
        expect([score, film.ok]).toEqual([undefined, false]);
        continue;
      }
      const [pair] = film.film.pairs;
      expect([source, fuel, pair.end, pair.match]).toEqual([source, fuel, score.end, score.match]);
      expect(pair.fuel).toBeGreaterThanOrEqual(score.fuel);
      faults += score.end === 'error' || score.end === 'fuel' ? 1 : 0;
      const unwatched = inspector.film({ ...request, fuel, ties: false });
      expect(unwatched.ok && unwatched.film.pairs).toEqual(film.film.pairs);
      structuredClone(film);
    }
  }
  expect(faults).toBeGreaterThan(20);
});

describe('the first difference', () => {
  const mine = solver('x1 = vmirror(I)', 'x2 = hmirror(x1)', 'O = vmirror(x2)', 'return O');
  const against = (...lines: string[]) => {
    const film = filmOf(mine, { compare: { source: solver(...lines), solver: null } });
    return film.pairs.map(({ difference }) => difference);
  };

  test('is none between solvers whose lines agree', () => {
    expect(against('x1 = vmirror(I)', 'x2 = hmirror(x1)', 'O = vmirror(x2)', 'return O')).toEqual([
      null,
      null,
      null,
    ]);
  });

  test('is found per pair, at the line of that name', () => {
    // The third pair has one row only: hmirror changes nothing there.
    const found = against('x1 = vmirror(I)', 'x2 = x1', 'O = vmirror(x2)', 'return O');
    expect(found[0]).toMatchObject({ line: 1 });
    expect(found[0]?.theirs).toMatchObject({
      kind: 'value',
      picture: { rows: grid('0000', '0110', '3000') },
    });
    expect(found[2]).toBe(null);
  });

  test('goes by the place where a variable was renamed', () => {
    expect(against('y = vmirror(I)', 'x2 = hmirror(y)', 'O = vmirror(x2)', 'return O')[0]).toBe(null);
    const found = against('y = rot90(I)', 'x2 = hmirror(vmirror(I))', 'O = vmirror(x2)', 'return O')[0];
    expect(found).toMatchObject({ line: 0, theirs: { kind: 'value' } });
  });

  test('is a line that the other one does not have, unless its value is there', () => {
    const found = against('x2 = hmirror(vmirror(I))', 'O = vmirror(x2)', 'return O')[0];
    expect(found).toEqual({ line: 0, theirs: null });
    expect(against('x2 = hmirror(vmirror(I))', 'O = vmirror(x2)', 'z = vmirror(I)', 'return O')[0]).toBe(
      null,
    );
  });

  test('is a fault of one of them', () => {
    const found = against('x1 = first(hsplit(I, ZERO))', 'x2 = hmirror(x1)', 'O = x2', 'return O')[0];
    expect(found).toMatchObject({ line: 0, theirs: { kind: 'fault', primitive: 'hsplit' } });
  });

  test('cannot be told where the other solver cannot be run', () => {
    const film = filmOf(mine, { compare: { source: solver('return vmirorr(I)'), solver: null } });
    expect(film.compareFault).toContain('vmirror');
    expect(film.pairs[0].difference).toBe(null);
  });
});

describe('bad input', () => {
  const many = (count: number, of: (i: number) => string) => Array.from({ length: count }, (_, i) => of(i));

  test.each([
    ['a text of 1 MB', 'x = 1\n'.repeat(170_000)],
    ['a solver of 1 MB', solver(...many(60_000, (i) => `x${i} = hmirror(I)`), 'return I')],
    ['a binary', '\u0000\ufffd\u0001'.repeat(1000)],
    ['nothing', ''],
    ['an unfinished line', solver('x1 = hmirror(', 'return x1')],
    ['a name that is not known', solver('x1 = vmirorr(I)', 'return x1')],
  ])('%s is refused with a reason', (_, source) => {
    const answer = inspector.film({ source, solver: null, task: SMALL, fuel: FUEL });
    expect(answer).toMatchObject({ ok: false, why: expect.stringMatching(/./) as string });
  });

  test('a solver that needs all its fuel ends with it on every pair', () => {
    const film = filmOf(
      solver(
        'x1 = power(vmirror, TEN)',
        'x2 = power(x1, TEN)',
        'x3 = power(x2, TEN)',
        'x4 = power(x3, TEN)',
        'O = x4(I)',
        'return O',
      ),
      { fuel: 10_000 },
    );
    expect(film.pairs.map(({ end, fuel }) => [end, fuel])).toEqual(Array(3).fill(['fuel', 10_000]));
  });

  test.each([
    [
      'grids',
      ['x0 = upscale(upscale(I, TEN), TEN)', ...many(60, (i) => `x${i + 1} = rot90(x${i})`), 'return x60'],
    ],
    [
      'tuples in tuples',
      [
        'x0 = totuple(asindices(upscale(I, TEN)))',
        ...many(60, (i) => `x${i + 1} = apply(lbind(astuple, TWO), x${i})`),
        'return x60',
      ],
    ],
    [
      'pairs of pairs',
      ['x0 = astuple(I, I)', ...many(60, (i) => `x${i + 1} = astuple(x${i}, x${i})`), 'return x60'],
    ],
    [
      'functions of functions',
      [
        'x0 = compose(size, first)',
        ...many(60, (i) => `x${i + 1} = compose(x${i}, x${i})`),
        'O = x60(I)',
        'return O',
      ],
    ],
  ])('large values on every line are cut: %s', (_, lines) => {
    const film = filmOf(solver(...lines), { fuel: 20_000_000 });
    expect(film.lines.length).toBeGreaterThan(60);
    expect(JSON.stringify(film).length).toBeLessThan(4_000_000);
  });
});
