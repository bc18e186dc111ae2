/** Real worker threads that are ended at random moments, in runs and in searches; and how many are left after many. */
import type { Remote } from 'comlink';
import { afterEach, expect, test } from 'vitest';
import { run } from '../../src/core/pipeline/run.ts';
import type { Candidate } from '../../src/core/pipeline/types.ts';
import { Random } from '../../src/core/random.ts';
import { poolExecutor, type EnginePool } from '../../src/host/pool/executor.ts';
import { Pool } from '../../src/host/pool/pool.ts';
import { searchTask } from '../../src/host/pool/search.ts';
import { Supervisor, type Hire, type Hired } from '../../src/host/pool/supervisor.ts';
import type { EngineApi } from '../../src/protocol/engine.ts';
import { lossyPlan as plan } from '../support/lossy-plan.ts';
import { rounds, SOAK_SEED, tell } from '../support/soak.ts';
import { starterTask } from '../support/starter.ts';
import { hireBuiltThread } from './built.ts';

const living = new Set<Hired<Remote<EngineApi>>>();
let started = 0;

/** Threads of which we know who lives. */
const hire: Hire<Remote<EngineApi>> = (died) => {
  started++;
  const { api, terminate } = hireBuiltThread((why) => {
    living.delete(known);
    died(why);
  });
  const known = {
    api,
    terminate: () => {
      living.delete(known);
      terminate();
    },
  };
  living.add(known);
  return known;
};

/** Ends one as the system would: nobody is told, but by the thread's own end. */
function killOne(random: Random): void {
  const [victim] = random.shuffle([...living]);
  if (victim === undefined) return;
  living.delete(victim);
  victim.terminate();
}

const pools: EnginePool[] = [];

afterEach(() => {
  for (const pool of pools.splice(0)) pool.close();
  expect(living.size).toBe(0);
});

async function topOf(
  pool: EnginePool,
  chosen = plan,
): Promise<{ top: readonly Candidate[]; lost: number; unread: number; whole: boolean }> {
  let top: readonly Candidate[] = [];
  let [lost, unread, whole] = [0, 0, true];
  await run(chosen, {
    executor: poolExecutor(pool),
    now: () => performance.now(),
    emit: (event) => {
      if (event.kind === 'ranking') top = event.top;
      if (event.kind === 'unreadable') unread++;
      if (event.kind !== 'lost') return;
      lost += event.candidates;
      whole &&= event.again;
    },
    stopped: () => false,
  });
  return { top, lost, unread, whole };
}

function poolOf(size: number): EnginePool {
  const pool: EnginePool = new Pool({ size, hire });
  pools.push(pool);
  return pool;
}

/** Ends threads at random moments until it is called off. */
function killing(random: Random, most: number): { stop: () => number } {
  let kills = 0;
  let timer: ReturnType<typeof setTimeout>;
  const next = (): void => {
    timer = setTimeout(
      () => {
        if (kills < most && living.size > 0) {
          kills++;
          killOne(random);
        }
        next();
      },
      random.int(5, rounds(120, 250)),
    );
  };
  next();
  return {
    stop: () => {
      clearTimeout(timer);
      return kills;
    },
  };
}

test('a run goes on without the threads that are ended', { timeout: 1e9 }, async () => {
  const random = new Random(`${SOAK_SEED}/thread kills`);
  const whole = await topOf(poolOf(2));
  const figures = { runs: 0, kills: 0, same: 0, candidatesTold: 0 };
  // On a slow machine all of a run's threads may be ended more than once: another run is whole.
  while (figures.kills < rounds(4, 300) || (figures.same === 0 && figures.runs < 20)) {
    const deaths = killing(random, random.int(1, 4));
    const outcome = await topOf(poolOf(random.int(2, 4)));
    figures.kills += deaths.stop();
    figures.runs++;
    figures.candidatesTold += outcome.lost;
    // What was lost for good, with two threads, is told.
    if (!outcome.whole) {
      expect(outcome.lost + outcome.unread).toBeGreaterThan(0);
      continue;
    }
    expect(outcome.top).toEqual(whole.top);
    figures.same++;
  }
  tell('threads ended in runs', figures);
  expect(figures.same).toBeGreaterThan(0);
});

test(
  'a search goes on without the threads that are ended, and finds the same',
  { timeout: 1e9 },
  async () => {
    const random = new Random(`${SOAK_SEED}/search thread kills`);
    const asked = { key: 'kills', task: starterTask('fence_with_moat') };
    const fuel = rounds(5e6, 6e7);
    const search = async (count: number): Promise<unknown> => {
      const supervisors = Array.from({ length: count }, () => new Supervisor<Remote<EngineApi>>(hire));
      const outcome = await searchTask(supervisors, asked, { fuel });
      for (const supervisor of supervisors) supervisor.close();
      if (!outcome.ok) throw new Error(outcome.why);
      const { answers, partials, done } = outcome.value;
      return { done, hashes: [...answers, ...partials].map(({ hash, rank }) => [hash, rank]) };
    };
    const whole = await search(1);
    const figures = { searches: 0, kills: 0 };
    while (figures.kills < rounds(4, 300)) {
      // A place in a search that costs three threads in a row is given up: so many are never ended.
      const deaths = killing(random, 2);
      expect(await search(random.int(1, 3))).toEqual(whole);
      figures.kills += deaths.stop();
      figures.searches++;
    }
    tell('threads ended in searches', figures);
  },
);

test('after many runs there are no more threads and no more memory', { timeout: 1e9 }, async () => {
  const runs = rounds(6, 500);
  const small = { ...plan, perRound: 60, rounds: 1 };
  const pool = poolOf(2);
  const sizes: number[] = [];
  const before = started;
  for (let i = 0; i < runs; i++) {
    await topOf(pool, small);
    if (i % 5 === 4) {
      pool.stop();
      living.forEach((worker) => worker.terminate());
      // A thread that was ended is noticed when it is next asked: the pool is as after a crash of all.
      await topOf(pool, small);
    }
    expect(living.size).toBeLessThanOrEqual(2);
    sizes.push(process.memoryUsage.rss() / 2 ** 20);
  }
  // The first fifth is for what is loaded, compiled and grown once.
  const middle = (part: readonly number[]): number => part.toSorted((a, b) => a - b)[part.length >> 1];
  const early = middle(sizes.slice(runs / 5, (2 * runs) / 5));
  const late = middle(sizes.slice((-1 * runs) / 5));
  const figures = { runs, started: started - before, earlyMB: Math.round(early), lateMB: Math.round(late) };
  tell('runs in a row on threads', figures);
  if (runs > 100) expect(late).toBeLessThan(1.05 * early);
});
