/**
 * The run: joins the stages. Every number in it depends on the plan alone; the executor decides only who works
 * and when. Results are taken in whatever order they come, and ranked by rules that do not see that order. What comes
 * from beside the rounds, of which time decides, is ranked with the others and leaves the rounds as they are.
 */
import type { RunEnvironment } from './executor.ts';
import { RunState } from './run-state.ts';
import type { RunEndReason, RunPlan } from './types.ts';

interface End {
  readonly reason: RunEndReason;
  readonly message: string;
}

export async function run(plan: RunPlan, environment: RunEnvironment): Promise<void> {
  const started = environment.now();
  const state = new RunState(plan, environment);
  const beside = state.takeBeside();
  const early = await rounds(plan, environment, state);
  if (early !== null) environment.beside?.close();
  else if (environment.beside !== undefined) environment.emit({ kind: 'waiting' });
  await beside;
  const { reason, message } = early ?? endOf(environment, state);
  environment.emit({ kind: 'end', reason, ms: environment.now() - started, message });
}

/** How the run ends where the rounds could not be done. */
async function rounds(plan: RunPlan, environment: RunEnvironment, state: RunState): Promise<End | null> {
  const loaded = await state.load();
  if (environment.stopped()) return { reason: 'stopped', message: 'Stopped while reading the pool.' };
  if (loaded === null) {
    if (environment.beside !== undefined) return null;
    return { reason: 'failed', message: 'The pool of solvers could not be read.' };
  }
  for (let round = 0; round < plan.rounds; round++) {
    environment.emit({ kind: 'round', round, rounds: plan.rounds });
    await state.round(round, loaded);
    if (environment.stopped()) return STOPPED;
    if (state.hopeless) return { reason: 'failed', message: 'No worker answers any longer.' };
    if (plan.stopWhenSolved && state.solved()) return null;
  }
  if (state.scored > 0 || environment.beside !== undefined) return null;
  return { reason: 'failed', message: 'No candidate could be scored.' };
}

const STOPPED: End = { reason: 'stopped', message: 'Stopped.' };

function endOf({ stopped }: RunEnvironment, state: RunState): End {
  if (stopped()) return STOPPED;
  if (state.solved()) return { reason: 'solved', message: 'Solved.' };
  return { reason: 'finished', message: 'Finished: nothing solves every pair.' };
}
