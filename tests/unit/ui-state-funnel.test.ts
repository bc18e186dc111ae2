import { describe, expect, test } from 'vitest';
import type { StageCounts } from '../../src/protocol/index.ts';
import { funnelSteps, type FunnelRun } from '../../src/ui/state/funnel.ts';
import { underWayText } from '../../src/ui/state/sweep-brief.ts';

const stages = (...outs: number[]): StageCounts => {
  const [generate, dedupe, inline, validate, score] = outs.map((out) => ({ out, ms: 1 }));
  return { generate, dedupe, inline, validate, score, rank: { out: 0, ms: 0 } };
};

const run = (changes: Partial<FunnelRun>): FunnelRun => ({
  active: true,
  stages: stages(0, 0, 0, 0, 0),
  solved: 0,
  rejected: { count: 0 },
  lost: { candidates: 0 },
  ...changes,
});

const told = (changes: Partial<FunnelRun>) =>
  funnelSteps(run(changes)).map(({ out, underWay, lost, most }) => [out, underWay, lost, most]);

describe('the funnel', () => {
  test('shows what is at work as under way, and only what was refused as lost', () => {
    const half = { stages: stages(200, 177, 90, 88, 40), rejected: { count: 5 } };
    expect(told(half)).toEqual([
      [200, 0, 0, 200],
      [177, 0, 23, 177],
      [90, 84, 3, 174], // 177 went in, 88 passed, 5 were refused: 3 of them here
      [88, 0, 2, 172],
      [40, 48, 0, 172],
      [0, 0, 0, 0],
    ]);
  });

  test('counts what was lost with a worker while others are at work', () => {
    const changes = { stages: stages(10, 10, 10, 10, 4), lost: { candidates: 2 } };
    expect(told(changes)[4]).toEqual([4, 4, 2, 8]);
  });

  test('has nothing under way once the run is over', () => {
    const over = { active: false, stages: stages(200, 177, 170, 170, 160), solved: 1 };
    expect(told(over)).toEqual([
      [200, 0, 0, 200],
      [177, 0, 23, 177],
      [170, 0, 7, 170],
      [170, 0, 0, 170],
      [160, 0, 10, 160],
      [1, 0, 0, 1],
    ]);
  });
});

test('a sweep in the background says how far it is, and what it waits for', () => {
  const summary = { done: 3, tasks: 75, solved: 1 } as Parameters<typeof underWayText>[0];
  expect(underWayText(summary, false)).toBe('Sweep: 3 of 75 tasks, 1 solved');
  expect(underWayText(summary, true)).toBe('Sweep waits for this run: 3 of 75 tasks, 1 solved');
});
