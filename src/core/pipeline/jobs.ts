/**
 * The jobs that workers do for a run, by name: what goes in and what comes out. Jobs are leaves: none waits for
 * another one. All data is plain, so that it crosses to another thread.
 */
import type { ScoreTable } from '../engine/table.ts';
import type { ProgramBatch } from '../lang/program-batch.ts';
import type { PlacedPair, Task } from '../task/task.ts';
import type { Limits } from '../values/ends.ts';
import type { OriginBatch } from './origins.ts';
import type { PoolSolver, Rejection } from './types.ts';

/** Reads the solver texts of the pool. */
export interface LoadJob {
  readonly pool: readonly PoolSolver[];
}

export interface Loaded {
  /** Canonical programs of the solvers that could be read. */
  readonly programs: ProgramBatch;
  readonly names: readonly string[];
  /** Body hashes; may be left out as below. */
  readonly hashes?: readonly string[];
  readonly unreadable: readonly { readonly solver: string; readonly why: string }[];
  readonly ms: number;
}

/** Solvers that mutation starts from; the first `pool` of them are those of the pool, the others were found. */
export interface Parents {
  readonly programs: ProgramBatch;
  readonly names: readonly string[];
  /** Body hashes, for the origins; may be left out where nobody asks for them. */
  readonly hashes?: readonly string[];
  readonly pool: number;
}

/** Makes the candidates number `from` to `from + count - 1` of a round. */
export interface GenerateJob {
  readonly task: Task;
  /** null: those of the last such job that the same worker was given. */
  readonly parents: Parents | null;
  readonly seed: number;
  readonly round: number;
  readonly from: number;
  readonly count: number;
}

export interface Generated {
  /** Canonical programs. */
  readonly programs: ProgramBatch;
  /** Body hashes, end to end; see `hashesOf`. */
  readonly hashes: string;
  readonly origins: OriginBatch;
  readonly generateMs: number;
  readonly hashMs: number;
}

/** Inlines and validates. */
export interface CheckJob {
  readonly programs: ProgramBatch;
}

export interface Checked {
  /** What was refused, with the index in the batch as id. */
  readonly rejections: readonly Rejection[];
  readonly inlineMs: number;
  readonly validateMs: number;
}

export interface ScoreJob {
  readonly programs: ProgramBatch;
  /** Which of them are meant, by number; all where left out. */
  readonly only?: readonly number[];
  readonly pairs: readonly PlacedPair[];
  readonly limits: Limits;
}

export interface Scored {
  readonly table: ScoreTable;
  readonly ms: number;
}

/** Several score jobs in one message, with the outputs where they are wanted. */
export interface ScoreManyJob {
  readonly jobs: readonly ScoreJob[];
  readonly outputs: boolean;
}

export interface ScoredMany {
  readonly tables: readonly ScoreTable[];
  /**
   * For each job and entry of its table, where wanted: the output as digit strings, null where the end is not ok.
   */
  readonly outputs: readonly (readonly (readonly string[] | null)[])[];
  readonly ms: number;
}

export interface Jobs {
  load: { readonly job: LoadJob; readonly result: Loaded };
  generate: { readonly job: GenerateJob; readonly result: Generated };
  check: { readonly job: CheckJob; readonly result: Checked };
  score: { readonly job: ScoreJob; readonly result: Scored };
  scoreMany: { readonly job: ScoreManyJob; readonly result: ScoredMany };
}

export type JobName = keyof Jobs;

/** Milliseconds from some fixed moment; handed in, since `core` has no clock. */
export type Clock = () => number;
