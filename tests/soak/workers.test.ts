/**
 * A run whose workers are lost: in every stage, at random, for ever. It goes on with the others; each candidate is scored
 * once or told as lost; what comes out is what comes out undisturbed; nobody is left behind.
 */
import { afterEach, describe, expect, test, vi } from 'vitest';
import { codesOf } from '../../src/core/lang/program-batch.ts';
import type { ScoreJob } from '../../src/core/pipeline/jobs.ts';
import type { Candidate, RunEvent } from '../../src/core/pipeline/types.ts';
import { Random } from '../../src/core/random.ts';
import { poolExecutor, type EnginePool } from '../../src/host/pool/executor.ts';
import { Pool } from '../../src/host/pool/pool.ts';
import { startRun } from '../../src/host/run.ts';
import { frailEngines, type Birth, type Fate, type FrailWorkers } from '../support/frail-workers.ts';
import { lossyPlan as plan } from '../support/lossy-plan.ts';
import { processorTime } from '../support/processor-time.ts';
import { rounds, SOAK_SEED, tell } from '../support/soak.ts';

interface Outcome {
  readonly top: readonly Candidate[];
  readonly events: readonly RunEvent[];
  readonly end: Extract<RunEvent, { kind: 'end' }>;
  /** Candidates told as lost for good. */
  readonly lost: number;
  readonly scored: number;
  readonly distinct: number;
  readonly refused: number;
}

async function runOn(pool: EnginePool, chosen = plan): Promise<Outcome> {
  const events: RunEvent[] = [];
  await startRun(pool, chosen, (event) => events.push(event)).done;
  return outcomeOf(events);
}

function outcomeOf(events: readonly RunEvent[]): Outcome {
  const of = <K extends RunEvent['kind']>(kind: K) =>
    events.filter((event): event is Extract<RunEvent, { kind: K }> => event.kind === kind);
  expect(of('end').length).toBe(1);
  expect(events.at(-1)?.kind).toBe('end');
  const stages = of('progress').at(-1)?.stages;
  return {
    events,
    top: of('ranking').at(-1)?.top ?? [],
    end: of('end')[0],
    lost: of('lost').reduce((sum, { candidates }) => sum + candidates, 0),
    scored: stages?.score.out ?? 0,
    distinct: stages?.dedupe.out ?? 0,
    refused: of('rejected').reduce((sum, { count }) => sum + count, 0),
  };
}

const pools: EnginePool[] = [];

function poolOf(workers: FrailWorkers, size = 3, deadline = 60_000): EnginePool {
  const pool: EnginePool = new Pool({ size, hire: workers.hire, deadline });
  pools.push(pool);
  return pool;
}

afterEach(() => {
  workers.fate = () => 'answer';
  workers.birth = () => 'live';
  workers.most = 0;
  clearInterval(ticking);
  vi.useRealTimers();
  for (const pool of pools.splice(0)) pool.close();
});

const workers = frailEngines();
const undisturbed = runOn(new Pool({ size: 2, hire: frailEngines().hire }));

let ticking: ReturnType<typeof setInterval> | undefined;

/** Deadlines and pauses a hundred times as fast as in earnest. */
function hurry(): void {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  ticking = setInterval(() => vi.advanceTimersByTime(1000), 10);
}

/** Nobody is left once the pool is closed. */
function closed(pool: EnginePool): void {
  expect(pool.stats).toMatchObject({ busy: 0, queued: 0 });
  pool.close();
  expect(workers.alive).toBe(0);
}

describe('one loss', () => {
  const stages = ['load', 'generate', 'check', 'score'];
  const fates: Fate[] = ['die', 'die-late', 'silence', 'throw'];

  test.each(stages.flatMap((stage) => fates.map((fate) => [stage, fate] as const)))(
    'in %s: %s',
    async (stage, fate) => {
      let left = 1;
      workers.fate = (asked) => (asked.stage === stage && left-- > 0 ? fate : 'answer');
      const pool = poolOf(workers, 3);
      if (fate === 'silence') hurry();
      const { top, end, events, lost } = await runOn(pool);
      workers.fate = () => 'answer';
      expect(top).toEqual((await undisturbed).top);
      expect([end.reason, lost]).toEqual([(await undisturbed).end.reason, 0]);
      expect(events.filter(({ kind }) => kind === 'lost')).toMatchObject([{ again: true }]);
      expect(workers.most).toBeLessThanOrEqual(3);
      closed(pool);
    },
  );

  test.each<Birth>(['throw', 'not-loaded'])('the first two workers do not start: %s', async (birth) => {
    let left = 2;
    workers.birth = () => (left-- > 0 ? birth : 'live');
    const pool = poolOf(workers);
    pool.warm();
    const { top } = await runOn(pool);
    workers.birth = () => 'live';
    expect(top).toEqual((await undisturbed).top);
    closed(pool);
  });
});

test('workers killed at random moments', { timeout: 1e9 }, async () => {
  const wanted = rounds(40, 1000);
  const random = new Random(`${SOAK_SEED}/kills`);
  let [runs, whole, told] = [0, 0, 0];
  const before = workers.killed;
  while (workers.killed - before < wanted) {
    const [often, most] = [random.pick([0.02, 0.1, 0.3]), workers.killed + random.int(1, 30)];
    const fates: Fate[] = ['die', 'die-late', 'throw'];
    workers.fate = () => (workers.killed < most && random.bool(often) ? random.pick(fates) : 'answer');
    const pool = poolOf(workers, random.int(2, 6));
    const killing = setInterval(() => {
      if (workers.killed < most) workers.killOne((count) => random.int(0, count - 1));
    }, 4);
    hurry();
    const outcome = await runOn(pool);
    clearInterval(ticking);
    vi.useRealTimers();
    clearInterval(killing);
    workers.fate = () => 'answer';
    runs++;
    told += outcome.lost;
    const { distinct, refused, scored, lost, end } = outcome;
    if (end.reason === 'failed')
      expect(end.message).toMatch(/could not be read|No worker answers|No candidate/);
    else {
      // Each candidate is scored once, refused, or told as lost; some may have been lost before they were made.
      expect(scored + refused + lost).toBeGreaterThanOrEqual(distinct);
      expect(scored + refused).toBeLessThanOrEqual(distinct);
      // Who was lost once and done again leaves no trace.
      if (outcome.events.every((event) => event.kind !== 'lost' || event.again)) {
        whole++;
        expect(outcome.top).toEqual((await undisturbed).top);
      }
    }
    const ids = outcome.top.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    closed(pool);
  }
  tell('killed at random', {
    kills: workers.killed - before,
    runs,
    withoutAnyLoss: whole,
    candidatesTold: told,
  });
  // A few runs may all be unlucky.
  if (runs > 10) expect(whole).toBeGreaterThan(0);
});

test('a candidate that takes every worker along is left out alone, and told once', async () => {
  const { top, distinct, scored, refused } = await undisturbed;
  const victim = top.filter(({ id }) => id < plan.perRound)[4];
  const deadly = victim.code.join();
  workers.fate = ({ stage, args }) =>
    stage === 'score' && codesOf((args[1] as ScoreJob).programs).some((code) => code.join() === deadly)
      ? 'die'
      : 'answer';
  const pool = poolOf(workers, 8);
  hurry();
  const outcome = await runOn(pool, { ...plan, rounds: 1 });
  workers.fate = () => 'answer';
  expect(outcome.lost).toBe(1);
  expect(outcome.scored + outcome.refused + 1).toBe(outcome.distinct);
  expect(scored + refused).toBe(distinct);
  expect(outcome.top.some(({ hash }) => hash === victim.hash)).toBe(false);
  closed(pool);
}, 60_000);

test.each<Birth>(['throw', 'not-loaded'])(
  'workers that start no longer end the run, with the reason: %s',
  async (birth) => {
    const pool = poolOf(workers, 2);
    let scored = 0;
    workers.fate = ({ stage }) => {
      if (stage !== 'score' || ++scored < 3) return 'answer';
      workers.birth = () => birth;
      return 'die';
    };
    hurry();
    const { end, events } = await runOn(pool, plan);
    workers.fate = () => 'answer';
    workers.birth = () => 'live';
    expect(end).toMatchObject({ reason: 'failed', message: 'No worker answers any longer.' });
    expect(events.filter(({ kind }) => kind === 'lost').length).toBeLessThan(150);
    closed(pool);
  },
  60_000,
);

test('stop at any moment: at once, everything settled, and the pool goes on', { timeout: 1e9 }, async () => {
  const random = new Random(`${SOAK_SEED}/stops`);
  const stops = rounds(15, 300);
  let slowest = 0;
  const pool = poolOf(workers, 4);
  for (let i = 0; i < stops; i++) {
    const events: RunEvent[] = [];
    let unsettled = 0;
    const { submit } = pool;
    pool.submit = (question, priority) => {
      unsettled++;
      return submit.call(pool, question, priority).finally(() => unsettled--) as never;
    };
    const handle = startRun(pool, { ...plan, perRound: 5000 }, (event) => events.push(event));
    const turns = random.int(0, 30);
    for (let turn = 0; turn < turns; turn++) await new Promise((resolve) => setImmediate(resolve));
    const before = processorTime();
    handle.stop();
    await handle.done;
    slowest = Math.max(slowest, processorTime() - before);
    pool.submit = submit;
    expect(outcomeOf(events).end.reason).toBe('stopped');
    expect([unsettled, pool.stats.busy, pool.stats.queued]).toEqual([0, 0, 0]);
    expect(workers.alive).toBeLessThanOrEqual(4);
  }
  tell('stops', { stops, slowestMs: Math.round(slowest) });
  expect(slowest).toBeLessThan(100);
  expect((await poolExecutor(pool).submit('scoreMany', { jobs: [], outputs: false })).ok).toBe(true);
  closed(pool);
});

test('the number of workers changed ten times a second while running', async () => {
  const random = new Random(`${SOAK_SEED}/slider`);
  workers.most = workers.alive;
  const pool = poolOf(workers, 2);
  const times = rounds(30, 300);
  const sliding = (async () => {
    for (let i = 0; i < times; i++) {
      pool.resize(random.int(1, 6));
      await new Promise((resolve) => setTimeout(resolve, rounds(2, 100)));
    }
  })();
  const tops: (readonly Candidate[])[] = [];
  let done = false;
  void sliding.then(() => (done = true));
  // Batches follow the width, and so what is refused by name; the ranking does not.
  do tops.push((await runOn(pool)).top);
  while (!done);
  await sliding;
  for (const top of tops) expect(top).toEqual((await undisturbed).top);
  tell('slider', { changes: times, runs: tops.length, mostWorkers: workers.most });
  expect(workers.most).toBeLessThanOrEqual(6);
  closed(pool);
}, 1e9);

test('no worker is left behind', { timeout: 1e9 }, async () => {
  const runs = rounds(10, 500);
  const small = { ...plan, perRound: 40, rounds: 1 };
  const pool = poolOf(workers, 3);
  const before = workers.started;
  for (let i = 0; i < runs; i++) {
    let left = 1;
    workers.fate = () => (left-- > 0 ? 'die' : 'answer');
    await runOn(pool, small);
    expect(workers.alive).toBeLessThanOrEqual(3);
  }
  workers.fate = () => 'answer';
  tell('runs in a row', { runs, started: workers.started - before, left: workers.alive });
  expect(workers.started - before).toBeLessThanOrEqual(runs + 3);
  closed(pool);
});
