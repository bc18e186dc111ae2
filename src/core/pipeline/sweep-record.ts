/** What a sweep keeps of a task, and reading it back from files and databases. */
import { type Read } from '../task/refusal.ts';
import { isSolved } from '../task/measure.ts';
import type { GridRows, Task } from '../task/task.ts';

/** What a sweep is asked for, beside tasks and pool. Kept with its results: others are of another sweep. */
export interface SweepOptions {
  readonly seed: number;
  readonly rounds: number;
  /** Candidates per round; never fewer than the pool has solvers, so that each of them is tried on every task. */
  readonly perRound: number;
  readonly fuel: number;
  readonly secondsPerTask: number;
  /** Leaves the solver written for a task out of the pool while that task is at work. */
  readonly leaveOwnOut: boolean;
  /** Whether each task is searched from nothing, too, beside the rounds or in their place; no where left out. */
  readonly search?: 'beside' | 'alone';
}

/** What a search from nothing over a set of tasks is asked for: time for a task, or steps. */
export interface SearchOptions {
  readonly seed: number;
  readonly searchSeconds?: number;
  readonly searchFuel?: number;
  /** Whether each task is searched without the solver written for it; no where left out. */
  readonly leaveOwnOut?: boolean;
  /** A generator of the search that is left out. */
  readonly without?: string;
}

/** Kept with results, mutation's or search's. */
export type AnyOptions = SweepOptions | SearchOptions;

export const isSearch = (options: AnyOptions): options is SearchOptions => !('rounds' in options);

/** Why the work on a task ended: `solved`, as all train pairs matched. `time` alone depends on the speed of the machine. */
export type TaskEnd = 'solved' | 'finished' | 'time' | 'failed';

const ENDS: readonly TaskEnd[] = ['solved', 'finished', 'time', 'failed'];

/** The best candidate of a task, in numbers and as text. Fields stand in the order in which they are written. */
export interface TaskResult {
  readonly task: string;
  /** The best candidate matches every train pair, and no test pair whose answer is known is wrong. */
  readonly solved: boolean;
  /** Train pairs that it matches, of `train`. */
  readonly matched: number;
  readonly train: number;
  /** Its share of right cells over the train pairs, 0-1. */
  readonly accuracy: number;
  /** Whether it is right on each test pair, null where the answer is not known. Never used to rank. */
  readonly test: readonly (boolean | null)[];
  /** Its text, '' where no candidate was scored. */
  readonly solver: string;
  /** Candidates scored. */
  readonly candidates: number;
  /** Time in which the task was worked on. */
  readonly seconds: number;
  readonly ended: TaskEnd;
  /** For each test pair at most two different outputs, the better first, as digit strings a row. */
  readonly attempts: readonly (readonly (readonly string[])[])[];
  /** Candidates that were left out because they took their workers along. */
  readonly lost?: number;
  readonly error?: string;
}

export type Standing = 'solved' | 'partly' | 'unsolved' | 'error';

/** `partly`: some train pairs are matched, or all and a test pair is wrong; `unsolved`: none is. */
export function standingOf({ solved, matched, error }: TaskResult): Standing {
  if (solved) return 'solved';
  if (error !== undefined) return 'error';
  return matched > 0 ? 'partly' : 'unsolved';
}

/** The result of a task that nothing can be said of but why. */
export function failedResult(task: string, { train, test }: Task, error: string): TaskResult {
  return {
    task,
    solved: false,
    matched: 0,
    train: train.length,
    accuracy: 0,
    test: test.map(({ output }) => (output === null ? null : false)),
    solver: '',
    candidates: 0,
    seconds: 0,
    ended: 'failed',
    attempts: test.map(() => []),
    error,
  };
}

/**
 * Whether two results of the same work are as they must be: equal but for the time. One that hangs on the speed of
 * the machine, or on workers that were lost, may differ from another.
 */
export function resultsAgree(options: AnyOptions, one: TaskResult, other: TaskResult): boolean {
  if (isSearch(options) && options.searchSeconds !== undefined) return true;
  if ([one, other].some(({ ended, lost }) => ended === 'time' || ended === 'failed' || lost !== undefined))
    return true;
  return JSON.stringify({ ...one, seconds: 0 }) === JSON.stringify({ ...other, seconds: 0 });
}

/** A kept result from data of unknown origin. Fields that are not known here are left alone. */
export function readResult(data: unknown): Read<TaskResult> {
  for (const [path, holds] of Object.entries(CHECKS)) {
    const value = (data as Record<string, unknown> | null | undefined)?.[path];
    if (!holds(value)) return { ok: false, fault: { path, message: 'is missing or of the wrong kind' } };
  }
  const result = data as TaskResult;
  // Earlier versions did not ask for the test pairs.
  return { ok: true, value: { ...result, solved: isSolved(result.matched, result.train, result.test) } };
}

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === 'string';
const isCount: Check = (value) => Number.isSafeInteger(value) && (value as number) >= 0;
const isAmount: Check = (value) => typeof value === 'number' && value >= 0 && Number.isFinite(value);
const listOf =
  (holds: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(holds);
const orAbsent =
  (holds: Check): Check =>
  (value) =>
    value === undefined || holds(value);
const isGrid: Check = (value) =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.every((row) => typeof row === 'string' && /^\d+$/.test(row) && row.length === value[0].length);

const CHECKS: Readonly<Record<keyof TaskResult, Check>> = {
  task: isText,
  solved: (value) => typeof value === 'boolean',
  matched: isCount,
  train: isCount,
  accuracy: isAmount,
  test: listOf((value) => value === null || typeof value === 'boolean'),
  solver: isText,
  candidates: isCount,
  seconds: isAmount,
  ended: (value) => ENDS.includes(value as TaskEnd),
  attempts: listOf(listOf(isGrid)),
  lost: orAbsent(isCount),
  error: orAbsent(isText),
};

/** The attempts of a result as grids. */
export function attemptGrids({ attempts }: TaskResult): GridRows[][] {
  return attempts.map((grids) => grids.map((rows) => rows.map((row) => Array.from(row, Number))));
}
