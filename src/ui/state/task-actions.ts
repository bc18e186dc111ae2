/** What is done with tasks as a whole: new ones, copies, and taking them away. */
import { blankTask, nameTask, type NamedTask } from '../../host/tasks/named-task.ts';
import type { DataSets, SetState } from './datasets.svelte.ts';
import type { DialogName } from './dialog-name.ts';
import type { Notices } from './notices.svelte.ts';
import { number } from './sentences.ts';

/** What it needs to know of the page. */
export interface TaskActionsHost {
  readonly bench: { readonly named: NamedTask } | null;
  readonly notices: Pick<Notices, 'tell'>;
  readonly datasets: Pick<DataSets, 'remove'>;
  dialog: DialogName | null;
  open(named: NamedTask): void;
  openWithSolver(named: NamedTask): void;
  addTasks(added: readonly NamedTask[]): void;
  /** Takes tasks away; `forGood` those that are kept for the next visit there, too. */
  withdraw(gone: readonly NamedTask[], forGood: boolean): void;
  freeId(id: string): string;
}

/** A task of one's own, to be drawn. */
export function newTask(host: TaskActionsHost): void {
  const task = blankTask(host.freeId('mine'));
  host.addTasks([task]);
  host.open(task);
  host.dialog = 'arrange';
}

/** Opens a copy of the task on the bench, which is one's own. */
export function duplicate(host: TaskActionsHost): void {
  if (!host.bench) return;
  const { id, task, title, theme, description } = host.bench.named;
  const words = { title: `${title} copy`, theme, description };
  host.openWithSolver(nameTask(host.freeId(id), task, `copy of ${id}`, words));
  host.notices.tell('info', `This is a copy of ${title}, a task of your own.`);
}

/** Takes tasks of no data set away; the message can bring them back. */
export function removeTasks(host: TaskActionsHost, gone: readonly NamedTask[]): void {
  host.withdraw(gone, true);
  const what = gone.length === 1 ? `${gone[0].title} was` : `${number(gone.length)} tasks were`;
  host.notices.tell('info', `${what} removed.`, {
    label: 'Bring back',
    run: () => {
      host.addTasks(gone);
      host.open(gone[0]);
    },
  });
}

/** Takes a public data set away. What the library keeps of its tasks stays. */
export async function removeSet(host: TaskActionsHost, state: SetState): Promise<void> {
  host.withdraw(await host.datasets.remove(state), false);
  host.notices.tell('info', `${state.label} was removed. The library still has your solvers.`);
}
