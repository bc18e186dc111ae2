/**
 * A search from nothing whose workers are lost at random moments: it goes on and finds what it finds undisturbed, or says
 * that its workers were lost; it stops at once; nobody and nothing is left behind.
 */
import type { Remote } from 'comlink';
import { afterEach, expect, test, vi } from 'vitest';
import { Random } from '../../src/core/random.ts';
import type { SearchReport } from '../../src/core/search/searcher.ts';
import { searchTask } from '../../src/host/pool/search.ts';
import { Supervisor } from '../../src/host/pool/supervisor.ts';
import { Searching } from '../../src/host/searching.ts';
import type { SearchProgress } from '../../src/core/pipeline/sources.ts';
import type { EngineApi } from '../../src/protocol/engine.ts';
import { frailSearchers, type Fate, type FrailWorkers } from '../support/frail-workers.ts';
import { processorTime } from '../support/processor-time.ts';
import { rounds, SOAK_SEED, tell } from '../support/soak.ts';
import { starterTask } from '../support/starter.ts';

const FATES: readonly Fate[] = ['die', 'die-late', 'silence', 'throw'];
const TASKS = ['fence_with_moat', 'hollow_blocks'].map((id) => ({ key: id, task: starterTask(id) }));
const FUEL = rounds(3e6, 1.2e7);

type Supervisors = readonly Supervisor<Remote<EngineApi>>[];

const supervisorsOf = (workers: FrailWorkers, count: number): Supervisors =>
  Array.from({ length: count }, () => new Supervisor<Remote<EngineApi>>(workers.hire));

/** All that must be the same: how long the workers took and what they hold is their own. */
const comparable = ({ bytes: _, ...report }: SearchReport): unknown => report;

const undisturbed = Promise.all(
  TASKS.map(async (plan) => {
    const supervisors = supervisorsOf(frailSearchers(), 1);
    const outcome = await searchTask(supervisors, plan, { fuel: FUEL });
    supervisors[0].close();
    return outcome.ok ? comparable(outcome.value) : outcome.why;
  }),
);

let ticking: ReturnType<typeof setInterval> | undefined;

/** Deadlines and pauses a hundred times as fast as in earnest. */
function hurry(): void {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  ticking = setInterval(() => vi.advanceTimersByTime(10_000), 10);
}

afterEach(() => {
  clearInterval(ticking);
  vi.useRealTimers();
});

test('killed at random moments, it finds the same', { timeout: 1e9 }, async () => {
  const wanted = rounds(12, 1000);
  const random = new Random(`${SOAK_SEED}/search kills`);
  const figures = { kills: 0, searches: 0, same: 0, toldAsLost: 0 };
  hurry();
  while (figures.kills < wanted) {
    const workers = frailSearchers();
    const often = random.pick([0.03, 0.1, 0.25]);
    let losses = 0;
    workers.fate = () => (random.bool(often) ? random.pick(FATES) : 'answer');
    const at = random.int(0, TASKS.length - 1);
    const supervisors = supervisorsOf(workers, random.int(1, 3));
    for (const supervisor of supervisors) {
      const { ask } = supervisor;
      let inARow = 0;
      supervisor.ask = async (...question: Parameters<typeof ask>) => {
        const outcome = await ask.apply(supervisor, question);
        inARow = outcome.ok ? 0 : inARow + 1;
        losses = Math.max(losses, inARow);
        return outcome as never;
      };
    }
    const killing = setInterval(() => {
      if (random.bool(often)) workers.killOne((count) => random.int(0, count - 1));
    }, 5);
    const outcome = await searchTask(supervisors, TASKS[at], { fuel: FUEL });
    clearInterval(killing);
    for (const supervisor of supervisors) supervisor.close();
    figures.searches++;
    figures.kills += workers.killed;
    // A place in the search that costs three workers in a row is given up.
    if (losses > 2) figures.toldAsLost++;
    else {
      expect(outcome.ok && comparable(outcome.value)).toEqual((await undisturbed)[at]);
      figures.same++;
    }
    expect(workers.alive).toBe(0);
    expect(workers.most).toBeLessThanOrEqual(3);
  }
  tell('searches whose workers are killed', figures);
  expect(figures.same).toBeGreaterThan(figures.searches / 3);
});

test('closed at any moment it is over at once, with everything settled', { timeout: 1e9 }, async () => {
  const random = new Random(`${SOAK_SEED}/search stops`);
  const stops = rounds(6, 500);
  let slowest = 0;
  for (let i = 0; i < stops; i++) {
    const workers = frailSearchers();
    workers.fate = () => (random.bool(0.1) ? random.pick(['die', 'throw']) : 'answer');
    const supervisors = supervisorsOf(workers, random.int(1, 2));
    const told: SearchProgress[] = [];
    const { task } = TASKS[i % TASKS.length];
    const searching = new Searching({ supervisors, task, ms: Infinity }, (progress) => told.push(progress));
    let ended = false;
    const reading = (async () => {
      while ((await searching.next()) !== null);
      ended = true;
    })();
    for (let turns = random.int(0, 40); turns > 0; turns--)
      await new Promise((resolve) => setImmediate(resolve));
    if (random.bool(0.3)) searching.pause();
    const before = processorTime();
    searching.close();
    await reading;
    slowest = Math.max(slowest, processorTime() - before);
    expect([ended, workers.alive, told.at(-1)?.phase]).toEqual([true, 0, 'over']);
    expect(supervisors.some(({ busy }) => busy)).toBe(false);
  }
  tell('searches closed', { stops, slowestMs: Math.round(slowest) });
  expect(slowest).toBeLessThan(100);
});
