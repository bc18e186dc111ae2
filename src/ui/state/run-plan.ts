/** What a press of Run asks for. */
import type { NamedTask } from '../../host/tasks/named-task.ts';
import type { Settings } from './settings.svelte.ts';
import type { Solvers } from './solvers.svelte.ts';

export function planOf({ id, task }: NamedTask, solvers: Solvers, settings: Settings) {
  const { seed, perRound, rounds, fuel, leaveOwnOut, stopWhenSolved } = settings;
  const leaveOut = leaveOwnOut ? (solvers.own(id)?.name ?? null) : null;
  return { task, pool: solvers.list, leaveOut, seed, perRound, rounds, fuel, stopWhenSolved };
}
