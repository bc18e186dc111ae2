/** What a run found, as it is remembered till the next visit: the best of it. */
import { searchKey } from '../../host/kept-search.ts';
import type { NamedTask } from '../../host/tasks/named-task.ts';
import type { Candidate } from '../../protocol/index.ts';
import { readCandidate } from './kept-candidate.ts';
import type { History } from './run-history.svelte.ts';

/** Beyond these "run again" gives all of them: the same plan gives the same ranking. */
const MOST = 60;

export interface KeptRun {
  /** How it went, for whoever shows that (kept-history.ts reads it). */
  readonly history: unknown;
  readonly top: readonly Candidate[];
  readonly behaviours: number;
  readonly scored: number;
}

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

/** null where it is of another task, or nothing that can be used. */
export function readRun(
  record: Readonly<Record<string, unknown>>,
  { id, dataset, task }: NamedTask,
): KeptRun | null {
  const { top, behaviours, scored, history } = record;
  if (record.id !== id || record.dataset !== dataset || record.key !== searchKey(task)) return null;
  if (!Array.isArray(top) || typeof behaviours !== 'number' || typeof scored !== 'number') return null;
  const pairs = task.train.length + task.test.length;
  const read = top.map((one) => readCandidate(one, pairs));
  const best = read.filter((one) => one !== null);
  if (best.length === 0 || best.length < read.length) return null;
  return { top: best, behaviours, scored, history };
}
