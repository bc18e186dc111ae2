/** The set of tasks and solvers that the page brings along. */
import { readTask } from '../../core/task/read.ts';
import { faultText } from '../../core/task/refusal.ts';
import { nameTask, type NamedTask } from './named-task.ts';

/** The key of the set among the data sets. */
export const STARTER = 'starter';

export interface Starter {
  readonly tasks: readonly NamedTask[];
  /** The reference solvers, one file. */
  readonly solvers: string;
}

export type StarterRead =
  { readonly ok: true; readonly value: Starter } | { readonly ok: false; readonly why: string };

/** Both files lie beside the page, whatever folder it is served from. */
export async function loadStarter(base: string = document.baseURI): Promise<StarterRead> {
  try {
    const [tasks, solvers] = await Promise.all([
      textAt(new URL('tasks/starter.json', base)),
      textAt(new URL('tasks/starter.py', base)),
    ]);
    return { ok: true, value: { tasks: starterTasks(tasks), solvers } };
  } catch (error) {
    return { ok: false, why: `The starter tasks could not be loaded: ${(error as Error).message}` };
  }
}

async function textAt(url: URL): Promise<string> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url.pathname} answered ${answer.status}`);
  return answer.text();
}

interface StarterFile {
  readonly version: number;
  readonly name: string;
  readonly tasks: Record<string, { title?: string; theme?: string; description?: string }>;
}

function starterTasks(text: string): NamedTask[] {
  const file = JSON.parse(text) as StarterFile;
  if (file.version !== 1) throw new Error(`version ${file.version} of the starter tasks is not known here`);
  return Object.entries(file.tasks).map(([id, entry]) => {
    const read = readTask(entry);
    if (!read.ok) throw new Error(`${id}: ${faultText(read.fault)}`);
    return nameTask(id, read.value, file.name, { ...entry, dataset: STARTER });
  });
}
