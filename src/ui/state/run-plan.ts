/** What a press of Run asks for. */
import type { NamedTask } from '../../host/tasks/named-task.ts';
import { plural } from './sentences.ts';
import type { Settings } from './settings.svelte.ts';
import type { Solvers } from './solvers.svelte.ts';

type Pool = Pick<Solvers, 'list' | 'own'>;

export function planOf({ id, task }: NamedTask, solvers: Pool, settings: Settings) {
  const { seed, perRound, rounds, fuel, leaveOwnOut, stopWhenSolved } = settings;
  const leaveOut = leaveOwnOut ? (solvers.own(id)?.name ?? null) : null;
  return { task, pool: solvers.list, leaveOut, seed, perRound, rounds, fuel, stopWhenSolved };
}

/** "74 solvers, not this task’s own"; `where` stands behind the number. */
export function poolText(
  { id }: NamedTask,
  solvers: Pool,
  settings: Pick<Settings, 'leaveOwnOut'>,
  where = '',
): string {
  const { length } = solvers.list;
  if (solvers.own(id) === null) return `${plural(length, 'solver')}${where}`;
  return settings.leaveOwnOut
    ? `${plural(length - 1, 'solver')}${where}, not this task’s own`
    : `${plural(length, 'solver')}${where}, this task’s own among them`;
}
