/** The run that workers are taken away from: small, and with every stage in two rounds. */
import type { RunPlan } from '../../src/core/pipeline/types.ts';
import { starterPool, starterTask } from './starter.ts';

const first = starterPool[0].name;

export const lossyPlan: RunPlan = {
  task: starterTask(first),
  pool: starterPool.slice(0, 24),
  leaveOut: first,
  seed: 7,
  perRound: 150,
  rounds: 2,
  fuel: 300_000,
  stopWhenSolved: false,
};
