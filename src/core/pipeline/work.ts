/** Doing a job: the one place that all executors share. */
import { decodeBatch } from '../lang/program-code.ts';
import { isColourGrid, scorePrograms } from '../engine/score.ts';
import { generate, loadPool } from './1-generate.ts';
import { check } from './check.ts';
import type { Clock, JobName, Jobs, ScoreJob, Scored, ScoredMany, ScoreManyJob } from './jobs.ts';
import { digitRows } from '../values/codec.ts';
import type { Fault } from '../values/meter.ts';
import type { Value } from '../values/value.ts';

type Doers = { readonly [K in JobName]: (job: Jobs[K]['job'], now: Clock) => Jobs[K]['result'] };

const DOERS: Doers = { load: loadPool, generate, check, score, scoreMany };

function score({ programs, pairs, limits }: ScoreJob, now: Clock): Scored {
  const started = now();
  const table = scorePrograms(decodeBatch(programs), pairs, limits);
  return { table, ms: now() - started };
}

function scoreMany({ jobs, outputs }: ScoreManyJob, now: Clock): ScoredMany {
  const started = now();
  const grids: (string[] | null)[][] = [];
  const tables = jobs.map(({ programs, pairs, limits }) => {
    const entries: (string[] | null)[] = [];
    grids.push(entries);
    const keep = (at: number, value: Value | Fault): void => {
      entries[at] = isColourGrid(value) ? digitRows(value) : null;
    };
    return scorePrograms(decodeBatch(programs), pairs, limits, outputs ? keep : undefined);
  });
  return { tables, outputs: grids, ms: now() - started };
}

export function work<K extends JobName>(name: K, job: Jobs[K]['job'], now: Clock): Jobs[K]['result'] {
  return (DOERS[name] as (job: Jobs[K]['job'], now: Clock) => Jobs[K]['result'])(job, now);
}
