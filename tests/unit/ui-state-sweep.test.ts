/** A sweep on the page that is paused, left or followed by another one in the middle of what it does. */
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Inspector } from '../../src/host/inspector.ts';
import type { KeptSolver } from '../../src/host/library/record.ts';
import { Pool } from '../../src/host/pool/pool.ts';
import { claimSweep } from '../../src/host/sweep/alone.ts';
import { SweepStore } from '../../src/host/sweep/store.ts';
import { nameTask } from '../../src/host/tasks/named-task.ts';
import { Settings } from '../../src/ui/state/settings.svelte.ts';
import { SweepState, type SweepHost } from '../../src/ui/state/sweep.svelte.ts';
import { frailEngines } from '../support/frail-workers.ts';
import { inspectHere } from '../support/inspector-here.ts';
import { spokenNotices } from '../support/page.ts';
import { starterPool, starterTask } from '../support/starter.ts';

/** A task that its own solver in the pool solves, and one that nothing solves. */
const IDS = ['hollow_blocks', 'fence_with_moat'];
const pool = starterPool.filter(({ name }) => name === 'hollow_blocks' || name === 'solve_hollow_blocks');

/** The moment: what was found is being scored, and is so until it is let go. */
let scoring: Promise<void>;
let letGo: () => void;
const sweeps: SweepState[] = [];

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  vi.stubGlobal('navigator', {}); // no locks: each sweep may
  let begun = (): void => {};
  scoring = new Promise((resolve) => (begun = resolve));
  const held = new Promise<void>((resolve) => (letGo = resolve));
  inspectHere(() => (begun(), held));
});

afterEach(() => {
  for (const sweep of sweeps.splice(0)) sweep.dispose();
  vi.unstubAllGlobals();
});

function swept(): { sweep: SweepState; kept: KeptSolver[] } {
  const kept: KeptSolver[] = [];
  const host = {
    tasks: IDS.map((id) => nameTask(id, starterTask(id), 'Starter', { dataset: 'starter' })),
    bench: null,
    settings: new Settings(),
    solvers: { list: pool } as never,
    workers: { pool: new Pool({ size: 2, hire: frailEngines().hire }), searchers: () => [] } as never,
    inspector: new Inspector(),
    notices: spokenNotices() as never,
    dialog: 'sweep',
    running: false,
    library: { add: async (solver: KeptSolver) => void kept.push(solver), try: () => {} },
  } satisfies SweepHost;
  const sweep = new SweepState(host);
  sweeps.push(sweep);
  Object.assign(sweep.plan, { rounds: 1, perRound: 5, secondsPerTask: 600, leaveOwnOut: false });
  return { sweep, kept };
}

test('what it has found is kept where it is paused and left while that is scored', async () => {
  const { sweep, kept } = swept();
  await sweep.start();
  await scoring;
  sweep.pause();
  sweep.leave();
  letGo();
  await expect.poll(() => kept.map(({ task }) => task)).toEqual(['hollow_blocks']);
  const store = new SweepStore();
  await expect
    .poll(async () => (await store.restore())?.results.map(({ task }) => task))
    .toEqual(IDS.slice(0, 1));
  await store.close();
});

test('it goes on after a pause while what it has found is scored', async () => {
  const { sweep, kept } = swept();
  await sweep.start();
  await scoring;
  sweep.pause();
  letGo();
  await expect.poll(() => sweep.results.length).toBe(1);
  expect([sweep.phase, kept.length]).toEqual(['paused', 1]);
  await sweep.resume();
  await expect.poll(() => sweep.phase).toBe('done');
  expect(sweep.results.map(({ task }) => task)).toEqual(IDS);
});

test('a result that comes when its sweep was left is none of what is shown next', async () => {
  const { sweep, kept } = swept();
  await sweep.start();
  await scoring;
  sweep.pause();
  sweep.leave();
  await sweep.start();
  letGo();
  await expect.poll(() => sweep.phase).toBe('done');
  expect(kept.length).toBe(2);
  expect(sweep.results.map(({ task }) => task)).toEqual(IDS);
  expect(sweep.summary.done).toBe(IDS.length);
});

/** Locks as a browser has them, of one name alone. */
function oneLock(): LockManager {
  let last: Promise<unknown> = Promise.resolve();
  const request = (_: string, { signal }: LockOptions, use: () => Promise<void>): Promise<unknown> => {
    const before = last;
    const ended = new Promise((_resolve, reject) => {
      signal!.addEventListener('abort', () => reject(signal!.reason as Error));
    });
    const mine = Promise.race([before, ended]).then(use);
    last = Promise.all([before, mine.catch(() => {})]);
    return mine;
  };
  return { request } as never;
}

test('it waits a moment for a tab that has just been closed, however often it is asked', async () => {
  const locks = oneLock();
  vi.stubGlobal('navigator', { locks });
  const ended = (await claimSweep(locks))!;
  const { sweep, kept } = swept();
  letGo();
  const asked = [sweep.start(), sweep.start()];
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect([sweep.phase, sweep.message]).toEqual(['setup', '']);
  ended();
  await Promise.all(asked);
  await expect.poll(() => sweep.phase).toBe('done');
  expect([sweep.message, kept.length]).toEqual(['', 1]);
  expect(sweep.results.map(({ task }) => task)).toEqual(IDS);
});

test('it says so where another tab goes on', async () => {
  const locks = oneLock();
  const others = await claimSweep(locks);
  expect(await claimSweep(locks, 50)).toBeNull();
  others!();
  expect(await claimSweep(locks, 50)).not.toBeNull();
});
