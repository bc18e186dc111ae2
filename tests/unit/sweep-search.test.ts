import { describe, expect, test } from 'vitest';
import { bodyHash } from '../../src/core/lang/body-hash.ts';
import { canonicalise } from '../../src/core/lang/3-canonical.ts';
import { compile } from '../../src/core/lang/compile.ts';
import { encodeProgram } from '../../src/core/lang/program-code.ts';
import type { HeldBeside } from '../../src/core/pipeline/executor.ts';
import type { Task } from '../../src/core/task/task.ts';
import { starterPool } from '../support/starter.ts';
import { tasks, planOf, Inline, timeless, prepare, swept } from '../support/sweeps.ts';

describe('a sweep that searches from nothing', () => {
  /** A search that gives a solver of the pool for its task, or nothing, and ends or does not. */
  function search(ends: boolean, gives = true) {
    const state = { begun: 0, closed: 0, held: false };
    const of = (task: Task): HeldBeside => {
      state.begun++;
      const own = tasks.find((each) => each.task === task)!.id;
      const { source } = starterPool.find(({ name }) => name === own)!;
      const program = canonicalise(compile(source).solvers[0]!.program!);
      const making = { generator: 'bank', cost: 1, round: 1, steps: [], words: '', layers: 0 } as const;
      const found = { code: encodeProgram(program), hash: bodyHash(program) };
      const waiting = gives ? [{ ...found, origin: { kind: 'search' as const, ...making } }] : [];
      let over = (): void => {};
      const end = new Promise<null>((resolve) => (over = () => resolve(null)));
      return {
        next: async () => (waiting.length > 0 ? waiting.splice(0) : ends ? null : await end),
        pause: () => void (state.held = true),
        resume: () => void (state.held = false),
        close() {
          state.closed++;
          over();
        },
      };
    };
    return { of, state };
  }

  test('in the place of the pool: what it finds is the result', async () => {
    const { of, state } = search(true);
    const plan = planOf({ pool: [] }, { search: 'alone' });
    const { sweep, results } = prepare(plan, new Inline(2), { search: of });
    expect(await sweep.start()).toBe('finished');
    expect(results.map(({ solved, ended }) => [solved, ended])).toEqual(tasks.map(() => [true, 'solved']));
    expect(results[0]?.solver).toContain('def solve_');
    expect(state).toMatchObject({ begun: tasks.length, closed: tasks.length });
  });

  test('beside the pool: what the pool gives alone is there as well', async () => {
    const nothing = search(true, false);
    const plan = planOf({}, { search: 'beside' });
    const { sweep, results } = prepare(plan, new Inline(2), { search: nothing.of });
    expect(await sweep.start()).toBe('finished');
    const pooled = await swept(planOf());
    expect(timeless(results)).toEqual(timeless(pooled));
    const found = prepare(plan, new Inline(2), { search: search(true).of });
    expect(await found.sweep.start()).toBe('finished');
    expect(found.results.every(({ solved }) => solved)).toBe(true);
    expect(pooled.every(({ solved }) => solved)).toBe(false);
  });

  test('ends it when the time of the task is up, and holds it while it pauses', async () => {
    let clock = 0;
    const { of, state } = search(false, false);
    const plan = planOf({ pool: [], tasks: tasks.slice(0, 1) }, { search: 'alone', secondsPerTask: 2 });
    const { sweep, results } = prepare(plan, new Inline(1), { search: of, now: () => clock });
    const end = sweep.start();
    while (state.begun === 0) await new Promise((resolve) => setTimeout(resolve, 2));
    sweep.pause();
    expect(state.held).toBe(true);
    clock = 60_000;
    sweep.tick();
    expect(state.closed).toBe(0); // the pause is not counted
    sweep.resume();
    expect(state.held).toBe(false);
    clock += 2_000;
    sweep.tick();
    expect(await end).toBe('finished');
    expect(results[0]).toMatchObject({ solved: false, ended: 'time', seconds: 2 });
  });
});
