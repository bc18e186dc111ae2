/** Going on with a search that is over. */
import { searchKey, type KeptSearch } from '../../host/kept-search.ts';
import type { NamedTask } from '../../host/tasks/named-task.ts';

/** The last search, if it was on the task, with so much more time (milliseconds); else a new one of that time. */
export function longer(last: KeptSearch | null, { dataset, id, task }: NamedTask, ms: number): KeptSearch {
  const key = searchKey(task);
  const trace = last?.key === key ? last.trace : { slices: [], ms: 0, found: [] };
  // Whole seconds, as they are told.
  const limit = 1000 * Math.ceil((trace.ms + ms) / 1000);
  return { dataset, id, key, limit, trace };
}
