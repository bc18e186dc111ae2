/**
 * A small run that nobody sees, on another task and from another seed. Code is slow the first time; a visitor's first
 * Run had better not be that. Nothing of it is kept but what the workers read of the pool.
 */
import { run } from '../core/pipeline/run.ts';
import type { RunPlan } from '../core/pipeline/types.ts';
import { poolExecutor, type EnginePool } from './pool/executor.ts';

/** Candidates: enough for every stage to be at work on all workers. */
const CANDIDATES = 60;

/** Gives what ends it: no new jobs are handed out then, and those at work take milliseconds. */
export function rehearse(pool: EnginePool, plan: RunPlan): () => void {
  let over = false;
  const environment = {
    executor: poolExecutor(pool),
    now: () => performance.now(),
    emit: () => {},
    stopped: () => over,
  };
  const small = { ...plan, seed: plan.seed + 1, perRound: CANDIDATES, rounds: 1, stopWhenSolved: false };
  run(small, environment).catch(() => {}); // the first Run tells what is wrong
  return () => (over = true);
}
