/** The search for solvers of one task, on one worker or two: in a pool, where there is one, and from nothing. */
import type { Remote } from 'comlink';
import { NO_REPORT } from '../core/pipeline/joined.ts';
import type { GeneratorName } from '../core/search/brought.ts';
import type { SearchReport } from '../core/search/searcher.ts';
import { blind, MAX_SIDE, type GridRows, type Task } from '../core/task/task.ts';
import type { Supervisor } from '../host/pool/supervisor.ts';
import { searchTask, type SearchLimits } from '../host/pool/search.ts';
import type { EngineApi } from '../protocol/engine.ts';
import type { PoolSearch } from './solve-pool.ts';
import type { Solution } from './solve-report.ts';

/** A search that is over, how long it took, and when its first answer had been found. */
export interface Searched {
  readonly report: SearchReport;
  /** What gives all train outputs, or else what comes nearest; the most trusted first. */
  readonly solutions: readonly Solution[];
  readonly seconds: number;
  readonly foundAfter: number | null;
  /** Why the search was lost with its workers; else null. */
  readonly why: string | null;
}

/** A task to be searched for. */
export interface Searching {
  readonly id: string;
  /** Tells it from all others that the workers meet. */
  readonly key: string;
  readonly task: Task;
}

/** The part of the time that the pool gets where both searches have the same worker. */
const POOL_SHARE = 0.4;

/**
 * @param supervisors the pool, where there is one, has the first, from nothing is searched on the others; all, where there is
 *   none; one after the other where there is one worker
 * @param stopped asked now and then; where it holds, what comes back is for nobody
 * @param without a generator of the search that is left out
 */
export async function searchOne(
  supervisors: readonly Supervisor<Remote<EngineApi>>[],
  pool: PoolSearch | null,
  { id, key, task }: Searching,
  limits: SearchLimits,
  stopped: () => boolean = () => false,
  without?: GeneratorName,
): Promise<Searched> {
  const started = performance.now();
  const passed = (): number => (performance.now() - started) / 1000;
  let first = '';
  let foundAfter: number | null = null;
  const onReport = ({ answers }: SearchReport): void => {
    const now = answers[0]?.code.join() ?? '';
    if (now !== first) foundAfter = Number(passed().toFixed(3));
    first = now;
  };
  const asPlan = { key, task: blind(task), ...(without === undefined ? {} : { without }) };
  const { ms } = limits;
  const together = supervisors.length > 1;
  const pooling = pool?.solve(id, blind(task), ms === undefined || together ? ms : ms * POOL_SHARE, stopped);
  void pooling?.then((found) => {
    if (found.length > 0) foundAfter ??= Number(passed().toFixed(3));
  });
  if (!together) await pooling;
  const left = ms === undefined ? limits : { ms: Math.max(1, ms - passed() * 1000) };
  const free = pool !== null && together ? supervisors.slice(1) : supervisors;
  const outcome = await searchTask(free, asPlan, left, { onReport, stopped });
  const pooled = (await pooling) ?? [];
  const report = outcome.ok ? outcome.value : { ...NO_REPORT, done: true };
  const why = outcome.ok ? null : outcome.why;
  return { report, solutions: solutionsOf(report, pooled), seconds: passed(), foundAfter, why };
}

function solutionsOf({ answers, partials }: SearchReport, pooled: readonly Solution[]): readonly Solution[] {
  const fitting = [...answers, ...pooled].sort((a, b) => a.rank - b.rank);
  return fitting.length > 0 ? fitting : partials;
}

/** For each test input the outputs, most trusted first. */
export function outputsOf(solutions: readonly Solution[], test: number): (GridRows | null)[] {
  return solutions.map(({ outputs }) => outputs[test] ?? null);
}

/** A submission holds grids of 1 to 30 rows and columns. */
export function fitsSubmission(rows: GridRows | null): rows is GridRows {
  const columns = rows?.[0]?.length ?? 0;
  return rows !== null && rows.length <= MAX_SIDE && columns >= 1 && columns <= MAX_SIDE;
}
