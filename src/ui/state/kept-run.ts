/** What a run found, as it is remembered till the next visit: the best of it. */
import { searchKey, wholeOrigin } from '../../host/kept-search.ts';
import type { NamedTask } from '../../host/tasks/named-task.ts';
import type { Candidate } from '../../protocol/index.ts';
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
  const whole = (top as readonly Candidate[]).every(
    ({ code, hash, pairs, matched }) =>
      Array.isArray(code) &&
      code.every(Number.isInteger) &&
      typeof hash === 'string' &&
      Array.isArray(pairs) &&
      typeof matched === 'number',
  );
  if (!whole || top.length === 0) return null;
  const revived = (top as readonly Candidate[]).map((one) => ({
    ...one,
    code: Int32Array.from(one.code),
    origin: wholeOrigin(one.origin),
  }));
  return { top: revived, behaviours, scored, history };
}
