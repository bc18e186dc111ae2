import { expect, test } from 'vitest';
import { decodeProgram } from '../../src/core/lang/program-code.ts';
import { bodyHash } from '../../src/core/lang/body-hash.ts';
import type { JobName, Jobs } from '../../src/core/pipeline/jobs.ts';
import type { Answer } from '../../src/core/pipeline/executor.ts';
import { run } from '../../src/core/pipeline/run.ts';
import type { Candidate, RunEvent, RunPlan } from '../../src/core/pipeline/types.ts';
import { work } from '../../src/core/pipeline/work.ts';
import { starterPool, starterTask } from '../support/starter.ts';
import { TOOLS } from '../support/tools.ts';

async function runOf(changes: Partial<RunPlan> = {}): Promise<RunEvent[]> {
  const name = starterPool[0].name;
  const events: RunEvent[] = [];
  const plan = { task: starterTask(name), pool: starterPool.slice(0, 20), leaveOut: null, seed: 7 };
  const executor = {
    width: 2,
    async submit<K extends JobName>(job: K, data: Jobs[K]['job']): Promise<Answer<Jobs[K]['result']>> {
      await Promise.resolve();
      return { ok: true, value: structuredClone(work(job, data, TOOLS)) };
    },
  };
  await run(
    { ...plan, perRound: 300, rounds: 2, fuel: 1_000_000, stopWhenSolved: false, ...changes },
    { executor, now: () => 0, emit: (event) => events.push(event), stopped: () => false },
  );
  return events;
}

const events = await runOf();
const top = events.findLast((event) => event.kind === 'ranking')?.top as readonly Candidate[];
const stages = events.findLast((event) => event.kind === 'progress')?.stages;

test('a mutation names the very parent that it was made from', () => {
  const known = new Map(top.map((candidate) => [candidate.hash, candidate]));
  const mutations = top.flatMap(({ origin, round }) =>
    origin.kind === 'mutation' ? [{ ...origin, round }] : [],
  );
  expect(mutations.every(({ parentHash }) => /^[0-9a-f]{16}$/.test(parentHash))).toBe(true);
  const found = mutations.filter(({ parentHash }) => known.get(parentHash)?.origin.kind === 'mutation');
  expect(found.length).toBeGreaterThan(0);
  for (const { parentHash, parent, round } of found) {
    expect(known.get(parentHash)?.name).toBe(parent);
    expect(known.get(parentHash)?.round).toBeLessThan(round);
  }
});

test('a candidate tells which others behave like it, as far as they are kept', () => {
  const crowd = top.filter(({ alike }) => alike > 1);
  expect(crowd.length).toBeGreaterThan(0);
  for (const { alike, peers, hash, length } of crowd) {
    expect(peers.length).toBe(Math.min(5, alike - 1));
    expect(peers.some((peer) => peer.hash === hash)).toBe(false);
    expect(peers.every((peer) => peer.length >= length)).toBe(true);
  }
  expect(top.filter(({ alike }) => alike === 1).every(({ peers }) => peers.length === 0)).toBe(true);
});

test('duplicates of a body are counted, and the first are named', () => {
  const repeated = top.filter(({ duplicates }) => duplicates.count > 0);
  expect(repeated.length).toBeGreaterThan(0);
  for (const { id, duplicates } of repeated) {
    expect(duplicates.first.length).toBe(Math.min(3, duplicates.count));
    expect(duplicates.first.every((each) => each.id > id)).toBe(true);
  }
  const dropped = (stages?.generate.out ?? 0) - (stages?.dedupe.out ?? 0);
  const counted = top.reduce((sum, { duplicates }) => sum + duplicates.count, 0);
  expect(counted).toBeLessThanOrEqual(dropped);
});

test('what was refused is told with its origin, its program and the reason', () => {
  const rejected = events.filter((event) => event.kind === 'rejected');
  const count = rejected.reduce((sum, event) => sum + event.count, 0);
  expect(count).toBe((stages?.dedupe.out ?? 0) - (stages?.validate.out ?? 0));
  expect(count).toBeGreaterThan(0);
  for (const { first } of rejected) {
    expect(first.length).toBeGreaterThan(0);
    expect(first.length).toBeLessThanOrEqual(20);
    for (const { why, stage, hash, code, origin } of first) {
      expect(why).not.toBe('');
      expect(['inline', 'validate']).toContain(stage);
      expect(origin.kind).toBe('mutation');
      expect(bodyHash(decodeProgram(code))).toBe(hash);
    }
  }
  expect(new Set(rejected.flatMap(({ first }) => first.map(({ id }) => id))).size).toBe(
    rejected.reduce((sum, { first }) => sum + first.length, 0),
  );
});
