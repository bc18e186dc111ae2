import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { bodyHash } from '../../src/core/lang/body-hash.ts';
import { canonicalise } from '../../src/core/lang/3-canonical.ts';
import { compile } from '../../src/core/lang/compile.ts';
import { printSteps } from '../../src/core/lang/print.ts';
import { decodeProgram, encodeProgram } from '../../src/core/lang/program-code.ts';
import type { JobName, Jobs } from '../../src/core/pipeline/jobs.ts';
import type { Executor, HeldBeside, Answer } from '../../src/core/pipeline/executor.ts';
import {
  attemptGrids,
  readResult,
  standingOf,
  type TaskResult,
} from '../../src/core/pipeline/sweep-record.ts';
import { reportCsv, reportJson } from '../../src/core/pipeline/sweep-report.ts';
import { summaryOf } from '../../src/core/pipeline/sweep-summary.ts';
import { Sweep, type SweepEnvironment, type SweepPlan } from '../../src/core/pipeline/sweep.ts';
import { work } from '../../src/core/pipeline/work.ts';
import type { Task } from '../../src/core/task/task.ts';
import { SweepStore, type KeptSweep } from '../../src/host/sweep/store.ts';
import { starterPool, starterTasks } from '../support/starter.ts';
import { TOOLS } from '../support/tools.ts';

const OPTIONS = { seed: 7, rounds: 2, perRound: 60, fuel: 300_000, secondsPerTask: 60, leaveOwnOut: true };

const tasks = [...starterTasks].slice(0, 5).map(([id, task]) => ({ id, task }));

function planOf(changes: Partial<SweepPlan> = {}, options: Partial<SweepPlan['options']> = {}): SweepPlan {
  return { tasks, pool: starterPool.slice(0, 16), options: { ...OPTIONS, ...options }, ...changes };
}

/** Does jobs in this thread; tells how many it has at once, and of how many tasks they were. */
class Inline implements Executor {
  readonly width: number;
  most = 0;
  count = 0;
  ms = 0;
  private readonly cost: (name: JobName) => number;
  private now = 0;

  constructor(width: number, cost: (name: JobName) => number = () => 0) {
    this.width = width;
    this.cost = cost;
  }

  async submit<K extends JobName>(name: K, job: Jobs[K]['job']): Promise<Answer<Jobs[K]['result']>> {
    this.most = Math.max(this.most, ++this.now);
    await new Promise((resolve) => setTimeout(resolve, (this.count++ * 7) % 3));
    this.ms += this.cost(name);
    this.now--;
    return { ok: true, value: structuredClone(work(name, job, TOOLS)) };
  }
}

const timeless = (results: readonly TaskResult[]): TaskResult[] =>
  results.map((result) => ({ ...result, seconds: 0 })).toSorted((a, b) => (a.task < b.task ? -1 : 1));

interface Swept {
  readonly sweep: Sweep;
  readonly results: TaskResult[];
}

function prepare(
  plan: SweepPlan,
  executor: Executor,
  environment: Partial<SweepEnvironment> = {},
  done?: Set<string>,
): Swept {
  const results: TaskResult[] = [];
  const sweep = new Sweep(
    plan,
    {
      executor,
      now: () => 0,
      print: (code, name) => Promise.resolve(printSteps(decodeProgram(code), name)),
      onResult: (result) => void results.push(result),
      ...environment,
    },
    done,
  );
  return { sweep, results };
}

async function swept(plan: SweepPlan, width = 2): Promise<TaskResult[]> {
  const { sweep, results } = prepare(plan, new Inline(width));
  expect(await sweep.start()).toBe('finished');
  return results;
}

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

const RESULT: TaskResult = {
  task: 'a,"b"',
  solved: false,
  matched: 1,
  train: 2,
  accuracy: 0.5,
  test: [true, null],
  solver: 'def solve_x(I):\n    return I\n',
  candidates: 3,
  seconds: 0.25,
  ended: 'time',
  attempts: [[['12', '34']], []],
};

describe('what is kept', () => {
  test('is read back, and what is not a result is refused', () => {
    expect(readResult(JSON.parse(JSON.stringify(RESULT)))).toEqual({ ok: true, value: RESULT });
    for (const bad of [
      null,
      [],
      { ...RESULT, ended: 'never' },
      { ...RESULT, test: [1] },
      { ...RESULT, attempts: [[['1', '12']]] },
    ])
      expect(readResult(bad).ok).toBe(false);
  });

  test('makes a report', () => {
    const risky = { ...RESULT, task: '=1+1', solved: true, matched: 2, error: undefined };
    expect(reportCsv({ dataset: 'a set', count: 9 }, [RESULT, risky])).toBe(
      [
        'task,result,matched,train,accuracy,test,candidates,seconds,ended,solver,error,dataset',
        '"a,""b""",partly,1,2,0.5,1 ?,3,0.25,time,"def solve_x(I):\n    return I\n",,a set',
        '\'=1+1,solved,2,2,0.5,1 ?,3,0.25,time,"def solve_x(I):\n    return I\n",,a set',
        '',
      ].join('\r\n'),
    );
    const marked = { dataset: 'a set', count: 9, faulty: [RESULT.task] };
    expect(reportCsv(marked, [RESULT, risky]).match(/a set.*|dataset.*/g)).toEqual([
      'dataset,marked',
      'a set,faulty',
      'a set,',
    ]);
    expect(JSON.parse(reportJson(marked, OPTIONS, [RESULT]))).toMatchObject({ faulty: [RESULT.task] });
    expect(summaryOf([RESULT, risky], 9)).toMatchObject({
      tasks: 9,
      done: 2,
      solved: 1,
      partly: 1,
      testKnown: 2,
      testRight: 2,
      seconds: 0.5,
    });
    expect(JSON.parse(reportJson({ dataset: 'a set', count: 1 }, OPTIONS, [RESULT]))).toMatchObject({
      version: 1,
      dataset: 'a set',
      options: OPTIONS,
      results: [RESULT],
    });
  });

  test('lasts in the browser, for one sweep at a time', async () => {
    const kept = (id: string): KeptSweep => ({
      ...{ version: 1, id, label: 'starter', dataset: 'starter', pool: [], options: OPTIONS },
      tasks: [{ id: RESULT.task, task: tasks[0].task }],
    });
    const store = new SweepStore('one');
    expect(await store.restore()).toBe(null);
    await store.begin(kept('first'));
    await store.add(kept('first'), RESULT);
    await store.add(kept('other'), RESULT);
    await store.close();
    const again = new SweepStore('one');
    expect(await again.restore()).toEqual({ sweep: kept('first'), results: [RESULT] });
    await again.begin(kept('second'));
    expect(await again.restore()).toEqual({ sweep: kept('second'), results: [] });
    expect(again.why).toBe('');
    await again.close();
  });
});

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
