/**
 * The run: joins the stages. Every number in it depends on the plan alone; the executor decides only who works
 * and when. Results are taken in whatever order they come, and ranked by rules that do not see that order.
 */
import type { RunEnvironment } from './executor.ts';
import { RunState } from './run-state.ts';
import type { RunEndReason, RunPlan } from './types.ts';

export async function run(plan: RunPlan, environment: RunEnvironment): Promise<void> {
  const started = environment.now();
  const end = (reason: RunEndReason, message: string): void =>
    environment.emit({ kind: 'end', reason, ms: environment.now() - started, message });
  const state = new RunState(plan, environment);
  const loaded = await state.load();
  if (environment.stopped()) return end('stopped', 'Stopped while reading the pool.');
  if (loaded === null) return end('failed', 'The pool of solvers could not be read.');
  for (let round = 0; round < plan.rounds; round++) {
    environment.emit({ kind: 'round', round, rounds: plan.rounds });
    await state.round(round, loaded);
    if (environment.stopped()) return end('stopped', 'Stopped.');
    if (plan.stopWhenSolved && state.solved()) return end('solved', `Solved in round ${round + 1}.`);
  }
  if (state.scored === 0) return end('failed', 'No candidate could be scored.');
  end(
    state.solved() ? 'solved' : 'finished',
    state.solved() ? 'Solved.' : 'Finished: nothing solves every pair.',
  );
}
