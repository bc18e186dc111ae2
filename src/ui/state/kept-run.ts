/** What a run found, as it is remembered till the next visit: the best of it. */
import { searchKey } from '../../host/kept-search.ts';
import type { NamedTask } from '../../host/tasks/named-task.ts';
import type { Candidate } from '../../protocol/index.ts';
import type { History } from './run-history.svelte.ts';

/** Beyond these "run again" gives all of them: the same plan gives the same ranking. */
const MOST = 60;

interface Finished {
  readonly history: History | null;
  readonly top: readonly Candidate[];
  readonly behaviours: number;
  readonly stages: { readonly score: { readonly out: number } };
}

export function keptRun(
  { id, dataset, task }: NamedTask,
  { top, behaviours, stages, history }: Finished,
): object {
  const how = history && { moments: history.moments, rounds: history.rounds, reached: history.reached };
  const best = top
    .slice(0, MOST)
    .map((candidate) => ({ ...candidate, code: [...candidate.code], peers: [] }));
  return { id, dataset, key: searchKey(task), behaviours, scored: stages.score.out, history: how, top: best };
}
