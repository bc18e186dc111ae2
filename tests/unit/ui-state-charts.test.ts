import { describe, expect, test } from 'vitest';
import type { TaskResult } from '../../src/host/sweep/results.ts';
import type { RunEvent, SourceName } from '../../src/protocol/index.ts';
import { MOST_PLACES, timesAcross } from '../../src/ui/state/chart.ts';
import { readHistory } from '../../src/ui/state/kept-history.ts';
import { keptRun } from '../../src/ui/state/kept-run.ts';
import { runCharts } from '../../src/ui/state/run-charts.ts';
import { NO_COUNTS, NO_SOURCES } from '../../src/ui/state/run-counts.ts';
import { RunHistory } from '../../src/ui/state/run-history.svelte.ts';
import { sweepCharts } from '../../src/ui/state/sweep-charts.ts';
import { candidate, named } from '../support/page.ts';

const progress = (made: number, scored: number, ms = 0): RunEvent => ({
  kind: 'progress',
  stages: { ...NO_COUNTS, generate: { out: made, ms }, score: { out: scored, ms: 2 * ms } },
  sources: NO_SOURCES,
  done: 0,
  jobs: 0,
});
const ranking = (...top: readonly (readonly [SourceName, number])[]): RunEvent => ({
  kind: 'ranking',
  top: top.map(([source, accuracy], i) => ({
    ...candidate(String(i), { accuracy }),
    origin:
      source === 'pool'
        ? { kind: 'pool', solver: 'a' }
        : source === 'mutation'
          ? { kind: 'mutation', parent: 'a', parentHash: '', change: '' }
          : { kind: 'search', generator: source, cost: 1, steps: [], words: '', layers: 1, round: 1 },
  })),
  behaviours: top.length,
});
const round = (round: number): RunEvent => ({ kind: 'round', round, rounds: 3 });
const END: RunEvent = { kind: 'end', reason: 'finished', ms: 0, message: '' };

describe('the history of a run', () => {
  test('notes what is better at once, and what is not at its pace', () => {
    const history = new RunHistory();
    history.take(progress(10, 5), 20); // too soon after the start
    history.take(ranking(['pool', 0.5]), 30);
    history.take(ranking(['pool', 0.4], ['blocks', 0.2]), 40);
    history.take(ranking(['pool', 0.5], ['blocks', 0.1]), 50); // nothing better
    history.take(progress(30, 20), 200);
    expect(history.moments).toEqual([
      { ms: 0, made: 0, scored: 0, best: {} },
      { ms: 30, made: 10, scored: 5, best: { pool: 0.5 } },
      { ms: 40, made: 10, scored: 5, best: { pool: 0.5, blocks: 0.2 } },
      { ms: 200, made: 30, scored: 20, best: { pool: 0.5, blocks: 0.2 } },
    ]);
    expect(history.reached).toEqual({ pool: 30, blocks: 40 });
  });

  test('keeps to its bound however long a run is, from its start to its end', () => {
    const history = new RunHistory();
    for (let i = 1; i <= 5000; i++) {
      history.take(progress(i, i), 100 * i);
      expect(history.moments.length).toBeLessThanOrEqual(MOST_PLACES);
    }
    history.take(END, 500_050);
    const { moments } = history;
    expect(moments.length).toBeGreaterThan(MOST_PLACES / 2 - 1);
    expect([moments[0].ms, moments.at(-1)]).toEqual([0, { ms: 500_050, made: 5000, scored: 5000, best: {} }]);
    // No gap is much wider than another: what is left is spread over the whole run.
    const gaps = moments.slice(1, -1).map(({ ms }, i) => ms - moments[i].ms);
    expect(Math.max(...gaps)).toBeLessThanOrEqual(500_000 / (MOST_PLACES / 4));
  });

  test('tells what each round took, and what came after the last', () => {
    const history = new RunHistory();
    history.take(round(0), 0);
    history.take(progress(1, 1, 100), 200);
    history.take(round(1), 300);
    history.take(progress(1, 1, 150), 500);
    history.take({ kind: 'waiting' }, 600);
    history.take(progress(1, 1, 157), 800);
    history.take(END, 900);
    expect(history.rounds.map(({ round, stages }) => [round, stages.generate, stages.score])).toEqual([
      [1, 100, 200],
      [2, 50, 100],
      [null, 7, 14],
    ]);
  });
});

describe('the history of a run that is kept', () => {
  const history = new RunHistory();
  history.take(round(0), 0);
  history.take(progress(10, 5, 100), 200);
  history.take(ranking(['pool', 0.5], ['blocks', 1]), 300);
  history.take({ kind: 'waiting' }, 400);
  history.take(END, 500);
  const run = { top: [candidate('0')], behaviours: 1, stages: NO_COUNTS, history };
  const kept = (): Record<string, unknown> =>
    (JSON.parse(JSON.stringify(keptRun(named('a'), run))) as { history: Record<string, unknown> }).history;

  test('gives the same charts', () => {
    const read = readHistory(kept());
    expect(read && runCharts(read).map(({ lines, summary }) => [lines, summary])).toEqual(
      runCharts(history).map(({ lines, summary }) => [lines, summary]),
    );
  });

  test('is left where it cannot be drawn', () => {
    const { moments, rounds } = kept() as { moments: object[]; rounds: object[] };
    const broken: unknown[] = [
      null,
      7,
      {},
      { ...kept(), moments: [] },
      { ...kept(), moments: Array.from({ length: MOST_PLACES + 1 }, () => moments[0]) },
      { ...kept(), moments: [{ ...moments[0], ms: 'soon' }] },
      { ...kept(), moments: [{ ...moments[0], best: { pool: -1 } }] },
      { ...kept(), rounds: [{ ...rounds[0], stages: { score: 1 } }] },
      { ...kept(), reached: { pool: null } },
    ];
    expect(broken.map(readHistory)).toEqual(broken.map(() => null));
  });
});

describe('the charts of a run', () => {
  const charts = (...events: readonly (readonly [RunEvent, number])[]) => {
    const history = new RunHistory();
    for (const [event, ms] of events) history.take(event, ms);
    return runCharts(history);
  };

  test('show nothing but the axes before anything has come', () => {
    const [best, rate, stages] = charts();
    expect([best.lines, best.across.places]).toEqual([[], [0]]);
    expect(rate.lines.map(({ values }) => values)).toEqual([[null], [null]]);
    expect(stages.across.places).toEqual([]);
    expect(best.summary).toContain('none so far');
  });

  test('tell the best of each generator, and when it came', () => {
    const [best] = charts([ranking(['mutation', 0.25]), 400], [ranking(['goals', 1]), 1500], [END, 2000]);
    expect(best.lines.map(({ name, values }) => [name, values])).toEqual([
      ['Mutation', [null, 0.25, 0.25, 0.25]],
      ['Last step', [null, null, 1, 1]],
    ]);
    expect(best.across.places.map(best.across.text)).toEqual(['0 s', '0.4 s', '1.5 s', '2 s']);
    expect(best.summary).toContain('Mutation 25 % after 400 ms, Last step 100 % after 1.5 s');
  });

  test('tell rates over some time, since workers answer in batches', () => {
    const [, rate] = charts([progress(100, 0), 100], [progress(100, 50), 200], [progress(300, 90), 400]);
    expect(rate.lines.map(({ values }) => values)).toEqual([
      [null, 1000, 500, (1000 * 200) / 300],
      [null, 0, 250, (1000 * 90) / 300],
    ]);
  });

  test('leave out what came after the rounds where that took nothing', () => {
    const events = [
      [round(0), 0],
      [progress(1, 1, 30), 200],
      [{ kind: 'waiting' }, 300],
    ] as const;
    expect(charts(...events, [END, 400])[2].across.places).toEqual([1]);
    const stages = charts(...events, [progress(1, 1, 50), 500], [END, 600])[2];
    expect(stages.across.places.map(stages.across.text)).toEqual(['1', 'after']);
    expect(stages.lines.find(({ name }) => name === 'Score')?.values).toEqual([60, 40]);
    expect(stages.summary).toContain('Generate 33 %');
  });
});

describe('the charts of a sweep', () => {
  const result = (task: string, seconds: number, solved: boolean) =>
    ({ task, seconds, solved }) as unknown as TaskResult;

  test('add up the time of work, and sort the solved by theirs', () => {
    const results = [result('a', 4, true), result('b', 10, false), result('c', 1, true)];
    const [progress, solved] = sweepCharts(results, 5);
    expect(progress.across.places).toEqual([0, 4, 14, 15]);
    expect(progress.lines.map(({ name, values }) => [name, values])).toEqual([
      ['Done', [0, 1, 2, 3]],
      ['Solved', [0, 1, 1, 2]],
    ]);
    expect(progress.summary).toBe('3 of 5 tasks done in 15.0 s of work, 2 solved.');
    expect([solved.across.places, solved.lines[0].values]).toEqual([
      [0, 1, 4, 10],
      [0, 1, 2, 2],
    ]);
    expect(solved.summary).toContain('at most 1.0 s each, the longest 4.0 s');
  });

  test('are bounded, and end where the sweep is', () => {
    const results = Array.from({ length: 1000 }, (_, i) => result(String(i), 1, i % 2 === 0));
    const [progress, solved] = sweepCharts(results, 1000);
    expect(progress.across.places.length).toBeLessThanOrEqual(MOST_PLACES);
    expect(progress.lines.map(({ values }) => values.at(-1))).toEqual([1000, 500]);
    expect(solved.lines[0].values.at(-1)).toBe(500);
  });

  test('stand without any result', () => {
    const [progress, solved] = sweepCharts([], 5);
    expect([progress.across.places, solved.lines[0].values.at(-1)]).toEqual([[0], 0]);
    expect(solved.summary).toBe('No task is solved so far.');
  });
});

test('times are told in the unit that suits the longest', () => {
  expect(timesAcross([0, 60_000]).name).toBe('seconds');
  const minutes = timesAcross([90_000, 600_000]);
  expect([minutes.name, ...minutes.places.map(minutes.text)]).toEqual(['minutes', '1.5 min', '10 min']);
  expect(timesAcross([7.2e7]).places).toEqual([20]);
});
