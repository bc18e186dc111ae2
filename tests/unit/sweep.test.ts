import { describe, expect, test } from 'vitest';
import type { Executor } from '../../src/core/pipeline/executor.ts';
import { attemptGrids, standingOf } from '../../src/core/pipeline/sweep-record.ts';
import { tasks, planOf, Inline, timeless, prepare, swept } from '../support/sweeps.ts';

describe('a sweep', () => {
  test('gives each task the same with 1, 2 and 5 workers, with other tasks and without', async () => {
    const one = timeless(await swept(planOf(), 1));
    expect(one.map(({ task }) => task)).toEqual(tasks.map(({ id }) => id).toSorted());
    for (const width of [2, 5]) expect(timeless(await swept(planOf(), width))).toEqual(one);
    const [alone] = timeless(await swept(planOf({ tasks: tasks.slice(3, 4) })));
    expect(alone).toEqual(one.find(({ task }) => task === alone.task));
  });

  test('tries every solver of the pool, or leaves the own one out', async () => {
    const first = tasks.slice(0, 1);
    const withOwn = await swept(planOf({ tasks: first }, { leaveOwnOut: false, perRound: 1, rounds: 1 }));
    expect(withOwn).toMatchObject([{ solved: true, ended: 'solved', test: [true] }]);
    expect(withOwn[0].solver).toMatch(/^def solve_complete_butterfly\(I\):\n/);
    expect(attemptGrids(withOwn[0])[0][0]).toEqual(first[0].task.test[0].output);
    const without = await swept(planOf({ tasks: first }, { perRound: 1, rounds: 1 }));
    expect(without).toMatchObject([{ solved: false, ended: 'finished', matched: 0 }]);
    expect(without[0].candidates).toBeGreaterThan(10);
    const [[attempt, other]] = without[0].attempts;
    expect(attempt).not.toEqual(other);
  });

  test('does not look at the answers of test pairs', async () => {
    const blind = tasks.map(({ id, task }) => ({
      id,
      task: { ...task, test: task.test.map(({ input }) => ({ input, output: null })) },
    }));
    const seen = timeless(await swept(planOf()));
    const unseen = timeless(await swept(planOf({ tasks: blind })));
    expect(unseen.map(({ test }) => test)).toEqual(seen.map(({ test }) => test.map(() => null)));
    expect(unseen.map(({ solver, attempts }) => [solver, attempts])).toEqual(
      seen.map(({ solver, attempts }) => [solver, attempts]),
    );
  });

  test('keeps all workers busy with one task, and begins none before the result of the last is kept', async () => {
    const executor = new Inline(4);
    const begun = new Set<string>();
    const kept: string[] = [];
    const watching: Executor = {
      width: 4,
      submit(name, job) {
        if ('task' in job) begun.add(JSON.stringify(job.task));
        expect(begun.size - kept.length).toBeLessThanOrEqual(1);
        return executor.submit(name, job);
      },
    };
    const { sweep } = prepare(planOf(), watching, {
      async onResult({ task }) {
        await new Promise((resolve) => setTimeout(resolve, 10));
        kept.push(task);
      },
    });
    expect(await sweep.start()).toBe('finished');
    expect([executor.most, begun.size, kept]).toEqual([4, 5, tasks.map(({ id }) => id)]);
  });

  test('ends a task when its time is up, and keeps the best until then', async () => {
    const executor = new Inline(1, (name) => (name === 'score' ? 400 : 0));
    const { sweep, results } = prepare(
      planOf({ tasks: tasks.slice(0, 2) }, { secondsPerTask: 1.5, rounds: 50 }),
      executor,
      {
        now: () => executor.ms,
      },
    );
    expect(await sweep.start()).toBe('finished');
    expect(results.map(({ ended }) => ended)).toEqual(['time', 'time']);
    for (const { seconds, candidates, solver, attempts } of results) {
      expect(seconds).toBeGreaterThanOrEqual(1.5);
      expect(seconds).toBeLessThan(2.4);
      expect(candidates).toBeGreaterThan(0);
      expect(solver).toContain('def solve_');
      expect(attempts[0].length).toBe(2);
    }
  });

  test('ends a task whose worker does not come back, where the caller ticks', async () => {
    let clock = 0;
    const stuck: Executor = {
      width: 1,
      submit: (name, job) => (name === 'generate' ? new Promise(() => {}) : new Inline(1).submit(name, job)),
    };
    const { sweep, results } = prepare(planOf({ tasks: tasks.slice(0, 1) }), stuck, { now: () => clock });
    const end = sweep.start();
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(results).toEqual([]);
    clock = 60_000;
    sweep.tick();
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(sweep.progress.running).toBe(tasks[0].id); // its outputs wait for the worker
    sweep.stop();
    expect(await end).toBe('stopped');
  });

  test('pauses without losing anything, and its clock stands still', async () => {
    const executor = new Inline(2);
    let clock = 0;
    const { sweep, results } = prepare(planOf(), executor, {
      now: () => clock,
      onResult(result) {
        results.push(result);
        if (results.length === 2) sweep.pause();
      },
    });
    const end = sweep.start();
    while (!sweep.paused) await new Promise((resolve) => setTimeout(resolve, 5));
    await new Promise((resolve) => setTimeout(resolve, 40));
    const { count } = executor;
    clock = 1_000_000;
    sweep.tick();
    await new Promise((resolve) => setTimeout(resolve, 40));
    expect(executor.count).toBe(count);
    expect(sweep.progress).toMatchObject({ total: 5, ms: 0 });
    sweep.resume();
    expect(await end).toBe('finished');
    expect(timeless(results)).toEqual(timeless(await swept(planOf())));
  });

  test('stops at once, and another one does what is left', async () => {
    const { sweep, results } = prepare(planOf(), new Inline(2), {
      onResult(result) {
        results.push(result);
        if (results.length === 2) sweep.stop();
      },
    });
    expect(await sweep.start()).toBe('stopped');
    expect(results.length).toBe(2);
    const rest = prepare(planOf(), new Inline(2), {}, new Set(results.map(({ task }) => task)));
    expect(await rest.sweep.start()).toBe('finished');
    expect(rest.sweep.progress).toMatchObject({ total: 5, done: 5, left: 0, running: null });
    expect(timeless([...results, ...rest.results])).toEqual(timeless(await swept(planOf())));
  });

  test('says what could not be done', async () => {
    const broken: Executor = {
      width: 2,
      submit: (name, job) =>
        name === 'load' ? new Inline(1).submit(name, job) : Promise.resolve({ ok: false, why: 'killed' }),
    };
    const { sweep, results } = prepare(planOf({ tasks: tasks.slice(0, 1) }), broken);
    expect(await sweep.start()).toBe('finished');
    expect(results).toMatchObject([
      { solved: false, ended: 'failed', solver: '', error: expect.stringMatching(/killed/) },
    ]);
    expect(standingOf(results[0])).toBe('error');
    const unread: string[] = [];
    const faulty = planOf({ pool: [{ name: 'x', source: 'def solve_x(I):\n    return nothing(I)\n' }] });
    const none = prepare(faulty, new Inline(1), { onUnreadable: (solver) => unread.push(solver) });
    expect([await none.sweep.start(), unread, none.results]).toEqual(['failed', ['x'], []]);
  });
});
