import { describe, expect, test } from 'vitest';
import { codesOf } from '../../src/core/lang/program-batch.ts';
import type { JobName, Jobs, ScoreJob } from '../../src/core/pipeline/jobs.ts';
import type { Executor, Answer } from '../../src/core/pipeline/executor.ts';
import { run } from '../../src/core/pipeline/run.ts';
import type { Candidate, RunEvent, RunPlan } from '../../src/core/pipeline/types.ts';
import { work } from '../../src/core/pipeline/work.ts';
import { GENERATORS, drawTask } from '../../src/core/starter/index.ts';
import { starterPool, starterTask } from '../support/starter.ts';
import { TOOLS } from '../support/tools.ts';

/** Does jobs in this thread, `width` at a time as far as the run can tell, each answer after a shuffled delay. */
function inline(width: number, lose: (job: object) => boolean = () => false): Executor {
  let count = 0;
  return {
    width,
    async submit<K extends JobName>(name: K, job: Jobs[K]['job']): Promise<Answer<Jobs[K]['result']>> {
      const number = count++;
      await new Promise((resolve) => setTimeout(resolve, (number * 7) % 3));
      return lose(job)
        ? { ok: false, why: 'killed' }
        : { ok: true, value: structuredClone(work(name, job, TOOLS)) };
    },
  };
}

function plan(id: string, changes: Partial<RunPlan> = {}): RunPlan {
  const pool = starterPool.slice(0, 32);
  const common = { task: starterTask(id), pool, leaveOut: null, seed: 42, perRound: 200, rounds: 2 };
  return { ...common, fuel: 1_000_000, stopWhenSolved: false, ...changes };
}

interface Outcome {
  readonly events: readonly RunEvent[];
  readonly top: readonly Candidate[];
}

async function collect(
  chosen: RunPlan,
  executor: Executor,
  stopped: (events: readonly RunEvent[]) => boolean = () => false,
): Promise<Outcome> {
  const events: RunEvent[] = [];
  await run(chosen, {
    executor,
    now: TOOLS.now,
    emit: (event) => events.push(event),
    stopped: () => stopped(events),
  });
  const rankings = events.filter((event) => event.kind === 'ranking');
  return { events, top: rankings.at(-1)?.top ?? [] };
}

const first = starterPool[0]?.name as string;

describe('a run', () => {
  test('gives the same candidates and ranking with 1, 2, 4 and 16 workers', async () => {
    const reference = await collect(plan(first), inline(1));
    expect(reference.top.length).toBeGreaterThan(20);
    for (const width of [2, 4, 16])
      expect((await collect(plan(first), inline(width))).top).toEqual(reference.top);
  });

  test('gives other candidates with another seed', async () => {
    const one = await collect(plan(first), inline(1));
    const other = await collect(plan(first, { seed: 43 }), inline(1));
    expect(other.top.map(({ hash }) => hash)).not.toEqual(one.top.map(({ hash }) => hash));
  });

  test('finds the task solved by its own solver, and ends as solved', async () => {
    const { events, top } = await collect(plan(first, { stopWhenSolved: true }), inline(2));
    expect(events.at(-1)).toMatchObject({ kind: 'end', reason: 'solved' });
    expect(top[0]?.matched).toBe(starterTask(first).train.length);
  });

  test('makes at least 150 candidates a round from a pool of 32, and the funnel only narrows', async () => {
    const { events } = await collect(plan(first, { rounds: 1 }), inline(2));
    const stages = events.findLast((event) => event.kind === 'progress')?.stages;
    if (stages === undefined) throw new Error('no progress was told');
    expect(stages.generate.out).toBe(200);
    expect(stages.dedupe.out).toBeGreaterThan(32);
    const outs = [
      stages.generate,
      stages.dedupe,
      stages.inline,
      stages.validate,
      stages.score,
      stages.rank,
    ].map(({ out }) => out);
    expect(outs).toEqual(outs.toSorted((a, b) => b - a));
  });

  test('leaves the task’s own solver out when asked to', async () => {
    const { top } = await collect(plan(first, { leaveOut: first, rounds: 1 }), inline(1));
    expect(top.some(({ origin }) => origin.kind === 'pool' && origin.solver === first)).toBe(false);
    expect(top.some(({ name }) => name === first)).toBe(false);
  });

  test('does not look at the answers of test pairs', async () => {
    const { train, test: tests } = starterTask(first);
    const blind = { train, test: tests.map(({ input }) => ({ input, output: null })) };
    const seeing = await collect(plan(first), inline(1));
    const blinded = await collect(plan(first, { task: blind }), inline(1));
    expect(blinded.top.map(({ hash, matched, accuracy }) => [hash, matched, accuracy])).toEqual(
      seeing.top.map(({ hash, matched, accuracy }) => [hash, matched, accuracy]),
    );
  });

  test('loses nothing when every worker is killed once', async () => {
    const seen = new WeakSet<object>();
    const lose = (job: object): boolean => !seen.has(job) && seen.add(job) !== undefined;
    const { events, top } = await collect(plan(first), inline(2, lose));
    expect(events.some((event) => event.kind === 'lost')).toBe(true);
    expect(top).toEqual((await collect(plan(first), inline(2))).top);
  });

  test('leaves out the one candidate that kills its worker, and ranks all others', async () => {
    const deadly = await collect(plan(first, { rounds: 1 }), inline(1));
    const victim = deadly.top[5] as Candidate;
    const holds = (job: object): boolean =>
      'limits' in job &&
      codesOf((job as ScoreJob).programs).some((code) => code.join() === victim.code.join());
    const { top } = await collect(plan(first, { rounds: 1 }), inline(2, holds));
    expect(top.some(({ hash }) => hash === victim.hash)).toBe(false);
    expect(top.length).toBeGreaterThanOrEqual(deadly.top.length - 1);
  });

  test('ends as failed, and says so, where no job ever succeeds', async () => {
    const { events } = await collect(
      plan(first),
      inline(2, () => true),
    );
    expect(events.at(-1)).toMatchObject({ kind: 'end', reason: 'failed' });
  });

  test('ends as stopped when asked to', async () => {
    const { events } = await collect(plan(first), inline(2), (told) =>
      told.some(({ kind }) => kind === 'progress'),
    );
    expect(events.at(-1)).toMatchObject({ kind: 'end', reason: 'stopped' });
  });

  test('names the pool solvers that cannot be read and goes on without them', async () => {
    const pool = [
      { name: 'broken', source: 'def solve_broken(I):\n    O = vmirorr(I)\n    return O\n' },
      ...starterPool.slice(0, 3),
    ];
    const { events, top } = await collect(plan(first, { pool, rounds: 1, perRound: 20 }), inline(1));
    expect(events.filter(({ kind }) => kind === 'unreadable')).toMatchObject([{ solver: 'broken' }]);
    expect(top.length).toBeGreaterThan(0);
  });
});

describe('mutation', () => {
  test('makes many different changes', async () => {
    let kinds = new Set<string>();
    for (const generator of GENERATORS.slice(0, 4)) {
      const task = drawTask(generator, 'mutation test');
      const { top } = await collect(plan(first, { task, rounds: 1 }), inline(1));
      kinds = new Set([
        ...kinds,
        ...top.flatMap(({ origin }) => (origin.kind === 'mutation' ? [origin.change] : [])),
      ]);
    }
    expect(kinds.size).toBeGreaterThan(30);
  });
});
