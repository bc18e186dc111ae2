import { describe, expect, test } from 'vitest';
import { changes } from '../bench/kept.ts';
import { meanRatio, peerTotal, type Work } from '../bench/peer/contest.ts';
import { measured, takeTurns, timed, total } from '../bench/measure.ts';
import { plainRow, rateRow, ratioOf, reached, timeRow, type Row } from '../bench/row.ts';
import type { Report } from '../bench/report.ts';
import { geometricMean, statOf } from '../bench/stats.ts';
import { aligned, number, tableOf } from '../bench/table.ts';

const samples = (...walls: number[]) => walls.map((wall) => ({ wall, cpu: wall / 2 }));
const yard = samples(2, 2, 2);

test('a figure is its median with the quartiles', () => {
  expect(statOf([5])).toEqual({ median: 5, low: 5, high: 5 });
  expect(statOf([4, 1, 3, 2, 5])).toEqual({ median: 3, low: 2, high: 4 });
  expect(statOf([1, 2])).toEqual({ median: 1.5, low: 1.25, high: 1.75 });
});

describe('rounds', () => {
  test('the sides take turns, every other round backwards', async () => {
    const log: string[] = [];
    const side = (name: string) => () => {
      log.push(name);
      return Promise.resolve({ wall: log.length, cpu: null });
    };
    const { sides, yard: yards } = await takeTurns([side('a'), side('b')], { rounds: 2, least: 0 });
    expect(log.join('')).toBe('ab' + 'ba');
    expect(sides.map((side) => side.map(({ wall }) => wall))).toEqual([
      [1, 4],
      [2, 3],
    ]);
    expect(yards).toHaveLength(2);
  });

  test('work is done once, to its end', async () => {
    let runs = 0;
    const work = () => new Promise((resolve) => setTimeout(() => resolve(runs++), 20));
    const { wall } = await measured(work);
    expect(runs).toBe(1);
    expect(wall).toBeGreaterThan(15);
  });

  test('short work is repeated until it can be timed, and told for once', async () => {
    let runs = 0;
    const side = timed(() => runs++, 5);
    await side();
    expect(runs).toBe(1);
    const { wall } = await side();
    expect(runs).toBeGreaterThan(10);
    expect(wall).toBeLessThan(5);
  });

  test('times add up', () => {
    expect(total(samples(1, 2))).toEqual({ wall: 3, cpu: 1.5 });
    expect(total([...samples(1), { wall: 1, cpu: null }])).toEqual({ wall: 2, cpu: null });
  });
});

test('in a geometric mean no figure outweighs the others', () => {
  expect(geometricMean([1, 100])).toBeCloseTo(10);
  expect(geometricMean([7])).toBeCloseTo(7);
});

describe('a contest', () => {
  const solver = (name: string) => ({ name }) as Work['solvers'][number];
  const task = (id: string) => ({ id }) as Exclude<Work['on'], 'own'>[number];
  const took = (wall: number, cut = 0) => ({ wall, cpu: wall / 2, right: 0, cut });
  const times = new Map([
    ['a s', took(10)],
    ['a t', took(30, 1)],
    ['b s', took(400)],
    ['b t', took(500)],
    ['a a', took(3)],
  ]);
  const work: Work = { solvers: [solver('a'), solver('b')], on: [task('s'), task('t')] };

  test('adds up what CPython took for the solvers of a work on its tasks', () => {
    expect(peerTotal(times, work)).toEqual({ wall: 940, cpu: 470, cut: 1 });
    expect(peerTotal(times, { solvers: [solver('a')], on: 'own' })).toEqual({ wall: 3, cpu: 1.5, cut: 0 });
  });

  test('takes the mean over solvers, whatever they weigh', () => {
    const each = [
      ['a', { wall: 10, cpu: null }],
      ['b', { wall: 9, cpu: null }],
    ] as const;
    expect(meanRatio(times, work, each, 'wall')).toBeCloseTo(20); // of 4 and 100
    expect(meanRatio(times, work, each, 'cpu')).toBeNull();
    expect(meanRatio(times, work, [], 'wall')).toBeNull();
  });
});

describe('rows', () => {
  test('a time, per part of it, in yards', () => {
    expect(timeRow('t', 'ms', samples(10, 20, 30), yard, {}, 10)).toMatchObject({
      figure: { median: 2, low: 1.5, high: 2.5 },
      cpu: { median: 1 },
      yards: { median: 1 },
      better: 'less',
    });
  });

  test('a rate', () => {
    expect(rateRow('r', 'things/s', 5, samples(10, 20, 40), yard)).toMatchObject({
      figure: { median: 250 },
      cpu: { median: 500 },
      better: 'more',
    });
  });

  test('a ratio is taken within each round', () => {
    expect(ratioOf('a / b', samples(10, 40, 90), samples(10, 20, 30))).toMatchObject({
      wall: { median: 2, low: 1.5, high: 2.5 },
      cpu: { median: 2 },
    });
    expect(ratioOf('a / b', samples(4), [{ wall: 2, cpu: null }])).toMatchObject({
      wall: { median: 2 },
      cpu: null,
    });
  });

  test('a bar is reached or not, by both clocks', () => {
    const ratio = { of: '', better: null, wall: statOf([39]), cpu: statOf([41]) };
    const bar = (at: 'least' | 'most', value: number) =>
      reached(plainRow('', '', [1], { ratio, bar: { of: 'ratio', at, value } }));
    expect(bar('least', 40)).toEqual({ wall: false, cpu: true });
    expect(bar('most', 40)).toEqual({ wall: true, cpu: false });
    expect(reached(plainRow('', '', [1], { bar: { of: 'figure', at: 'most', value: 1 } }))).toEqual({
      wall: true,
      cpu: null,
    });
    expect(reached(plainRow('', '', [1]))).toBeNull();
  });
});

describe('the table', () => {
  test.each([
    [0, '0'],
    [0.00012, '1.2e-4'],
    [0.0123, '0.0123'],
    [1, '1.00'],
    [12.34, '12.3'],
    [999.6, '1000'],
    [123456, '123456'],
  ])('%s is written %s', (value, text) => {
    expect(number(value)).toBe(text);
  });

  test('columns are aligned, and nothing trails', () => {
    expect(
      aligned(
        [
          ['a', '1', 'x'],
          ['long', '100', ''],
        ],
        new Set([0, 2]),
      ),
    ).toEqual(['a       1  x', 'long  100']);
  });

  test('sections share their columns', () => {
    const bar = { of: 'ratio', at: 'least', value: 3 } as const;
    const fast = timeRow('fast', 'ms', samples(5, 5, 5), yard, {
      ratio: ratioOf('slow / fast', samples(10, 10, 10), samples(5, 5, 5)),
      bar,
    });
    const text = tableOf([
      {
        id: 'a',
        title: 'One',
        notes: ['A note.'],
        rows: [timeRow('slow', 'ms', samples(10, 10, 10), yard), fast],
      },
      { id: 'b', title: 'Two', notes: ['Not measured.'], rows: [] },
    ]);
    expect(text).toBe(
      [
        'One',
        '        median         spread   CPU  yards   ratio     spread     CPU  bar',
        '  slow    10.0  ms  10.0-10.0  5.00   5.00',
        '  fast    5.00  ms  5.00-5.00  2.50   2.50  2.00 x  2.00-2.00  2.00 x  >= 3 missed',
        '  Ratio: slow / fast.',
        '  A note.',
        '',
        'Two',
        '  Not measured.',
        '',
      ].join('\n'),
    );
  });
});

describe('comparing', () => {
  const report = (...rows: Row[]): Report => ({
    ...{ version: 1, date: '', commit: '', machine: '', corpus: '', key: 'k' },
    sections: [{ id: 's', title: '', notes: [], rows }],
  });
  const verdict = (before: Row, after: Row) =>
    changes(report(before), report(after)).map(({ by, factor, verdict }) => [by, factor, verdict]);

  test('gives a verdict only where the spreads do not overlap', () => {
    const time = (...walls: number[]) => timeRow('t', 'ms', samples(...walls), yard);
    expect(verdict(time(10, 11, 12), time(5, 5.5, 6))).toEqual([['yards', 0.5, 'better']]);
    expect(verdict(time(10, 10, 10), time(20, 20, 20))).toEqual([['yards', 2, 'worse']]);
    expect(verdict(time(10, 20, 30), time(5, 10, 25))).toEqual([['yards', 0.5, '']]);
  });

  test('goes by time also where the figure is a rate', () => {
    const rate = (...walls: number[]) => rateRow('r', 'things/s', 5, samples(...walls), yard);
    expect(verdict(rate(10, 10, 10), rate(5, 5, 5))).toEqual([['yards', 0.5, 'better']]);
  });

  test('knows ratios that should grow and ratios that should not', () => {
    const row = (better: 'less' | 'more' | null, value: number) => {
      const stat = statOf([value]);
      return plainRow('p', '%', [1], { ratio: { of: 'a / b', better, wall: stat, cpu: null } });
    };
    expect(verdict(row('more', 1), row('more', 2))).toContainEqual(['ratio', 2, 'better']);
    expect(verdict(row('less', 1), row('less', 2))).toContainEqual(['ratio', 2, 'worse']);
    expect(verdict(row(null, 1), row(null, 2))).toEqual([['figure', 1, '']]);
  });

  test('says nothing where different things were measured', () => {
    const before = report(plainRow('p', 'MB', [1]));
    expect(changes(before, { ...before, key: 'other' })).toEqual([]);
  });

  test('leaves out what only one of them has', () => {
    expect(verdict(plainRow('old', 'MB', [1]), plainRow('new', 'MB', [1]))).toEqual([]);
  });
});
