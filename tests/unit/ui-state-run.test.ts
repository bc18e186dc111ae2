import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { RunEvent } from '../../src/protocol/index.ts';
import { TaskRun } from '../../src/ui/state/task-run.svelte.ts';
import { candidate } from '../support/page.ts';

const runs: { emit: (event: RunEvent) => void; did: string[]; broke: (why: unknown) => void }[] = [];
/** Stands for what drives a run. */
function begin(emit: (event: RunEvent) => void) {
  const did: string[] = [];
  let broke: (why: unknown) => void = () => {};
  const done = new Promise<void>((_resolve, reject) => (broke = reject));
  runs.push({ emit, did, broke });
  return {
    done,
    stop: () => void did.push('stop'),
    pause: () => void did.push('pause'),
    resume: () => void did.push('resume'),
  };
}

const ranking = (...matched: number[]): RunEvent => ({
  kind: 'ranking',
  top: matched.map((each, i) => candidate(String(i), { matched: each })),
  behaviours: matched.length,
});
const END: RunEvent = { kind: 'end', reason: 'done', ms: 1234, message: '' } as unknown as RunEvent;

/** A run on a task of two train pairs, under way. */
function started() {
  const run = new TaskRun(2);
  const rankings: number[] = [];
  run.onRanking = () => rankings.push(run.top.length);
  run.prepare();
  run.start(3, begin);
  return { run, rankings, ...runs.at(-1)! };
}

describe('a run on a task', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test('shows events that come at once as one change', () => {
    const { run, rankings, emit } = started();
    emit(ranking(1));
    emit(ranking(2, 1));
    expect([run.top.length, rankings]).toEqual([0, []]);
    vi.advanceTimersByTime(50);
    expect([run.top.length, run.solved, rankings]).toEqual([2, 1, [2]]);
  });

  test('shows the end at once, with all that came before it', () => {
    const { run, emit } = started();
    emit(ranking(2, 2, 1));
    emit(END);
    expect([run.phase, run.active, run.solved, run.elapsed]).toEqual(['ended', false, 2, 1234]);
    vi.advanceTimersByTime(5000);
    expect(run.elapsed).toBe(1234);
  });

  test('hears nothing of an earlier run', () => {
    const { run, emit } = started();
    run.fail('broken');
    run.prepare();
    run.start(1, begin);
    emit(ranking(2));
    vi.advanceTimersByTime(50);
    expect(run.top).toEqual([]);
  });

  test('is stopped before there is a plan as well as after', () => {
    const early = new TaskRun(1);
    early.prepare();
    early.stop();
    expect([early.phase, early.reason]).toEqual(['ended', 'stopped']);
    const { run, did } = started();
    run.stop();
    expect([run.phase, did]).toEqual(['running', ['stop']]); // until the last event is here
  });

  test('counts what was lost for good, and keeps some of what was refused', () => {
    const { run, emit } = started();
    const lost = { kind: 'lost', candidates: 8, why: 'late' } as const;
    emit({ ...lost, again: true } as RunEvent);
    emit({ ...lost, candidates: 1, again: false } as RunEvent);
    const first = Array.from({ length: 150 }, (_, id) => ({ id }));
    for (let i = 0; i < 2; i++) emit({ kind: 'rejected', count: 300, first } as unknown as RunEvent);
    vi.advanceTimersByTime(50);
    expect(run.lost).toEqual({ jobs: 2, candidates: 1, why: 'late' });
    expect([run.rejected.count, run.rejected.first.length]).toEqual([600, 200]);
  });

  test('pauses its search, and goes on with it', () => {
    const { run, emit, did } = started();
    const search = (phase: string) => emit({ kind: 'search', progress: { phase } } as RunEvent);
    search('searching');
    vi.advanceTimersByTime(50);
    run.pauseSearch();
    search('paused');
    vi.advanceTimersByTime(50);
    run.pauseSearch();
    expect(did).toEqual(['pause', 'resume']);
  });

  test('fails where its driver breaks', async () => {
    const { run, broke } = started();
    broke('out of memory');
    await vi.advanceTimersByTimeAsync(0);
    expect([run.reason, run.message]).toEqual(['failed', 'out of memory']);
  });
});
