/** Doing a job: the one place that all executors share. */
import { decodeBatch } from '../lang/program-code.ts';
import type { Evaluation } from '../engine/evaluation.ts';
import { Reader } from '../engine/reader.ts';
import { scorePrograms } from '../engine/score.ts';
import { generate, loadPool, type Stock } from './1-generate.ts';
import { check } from './check.ts';
import type { Clock, JobName, Jobs, ScoreJob, Scored, ScoredMany, ScoreManyJob } from './jobs.ts';
import { digitRows } from '../values/codec.ts';

/** What doing jobs takes; a worker has its own. */
export interface Tools {
  readonly evaluation: Evaluation;
  readonly stock: Stock;
  readonly now: Clock;
}

type Doers = { readonly [K in JobName]: (job: Jobs[K]['job'], tools: Tools) => Jobs[K]['result'] };

const DOERS: Doers = {
  load: (job, { stock, now }) => loadPool(job, stock, now),
  generate: (job, { stock, now }) => generate(job, stock, now),
  check: (job, { now }) => check(job, now),
  score,
  scoreMany,
};

function score({ programs, only, pairs, limits }: ScoreJob, { evaluation, now }: Tools): Scored {
  const started = now();
  const all = decodeBatch(programs);
  const meant = only === undefined ? all : only.map((number) => all[number]);
  const table = scorePrograms(evaluation, meant, pairs, limits);
  return { table, ms: now() - started };
}

function scoreMany({ jobs, outputs }: ScoreManyJob, { evaluation, now }: Tools): ScoredMany {
  const started = now();
  const reader = new Reader(evaluation.arena);
  const grids: (string[] | null)[][] = [];
  const tables = jobs.map(({ programs, pairs, limits }) => {
    const entries: (string[] | null)[] = [];
    grids.push(entries);
    const keep = (at: number, handle: number): void => {
      const grid = reader.colourGrid(handle);
      entries[at] = grid === null ? null : digitRows(grid);
    };
    return scorePrograms(evaluation, decodeBatch(programs), pairs, limits, outputs ? keep : undefined);
  });
  return { tables, outputs: grids, ms: now() - started };
}

export function work<K extends JobName>(name: K, job: Jobs[K]['job'], tools: Tools): Jobs[K]['result'] {
  return (DOERS[name] as (job: Jobs[K]['job'], tools: Tools) => Jobs[K]['result'])(job, tools);
}
