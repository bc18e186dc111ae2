/** The pool of solvers that runs draw from. */
import type { FileReport, PoolSolver } from '../../protocol/index.ts';

export class Solvers {
  status = $state<'loading' | 'ready' | 'failed'>('loading');
  list = $state.raw<readonly PoolSolver[]>([]);
  /** Where they came from, for people. */
  origin = $state('');
  private starter: readonly PoolSolver[] = [];

  isStarter = $derived(this.origin === 'starter');

  setStarter(report: FileReport): void {
    this.starter = usable(report);
    this.status = 'ready';
    if (this.list.length === 0) this.reset();
  }

  /** Adds solvers; one of a name already there takes its place. */
  extend(report: FileReport, file: string): void {
    const added = usable(report);
    const kept = this.list.filter(({ name }) => !added.some((solver) => solver.name === name));
    this.list = [...kept, ...added];
    this.origin = this.origin === '' ? file : `${this.origin} + ${file}`;
    this.status = 'ready';
  }

  replace(report: FileReport, file: string): void {
    this.list = usable(report);
    this.origin = file;
    this.status = 'ready';
  }

  /** As an earlier visit left it. */
  bringBack(list: readonly PoolSolver[], origin: string): void {
    this.list = list;
    this.origin = origin;
  }

  reset(): void {
    this.list = this.starter;
    this.origin = 'starter';
  }

  /** The solver written for the task, where the pool has it. */
  own(task: string): PoolSolver | null {
    return this.list.find(({ name }) => name === task || name === `solve_${task}`) ?? null;
  }
}

function usable(report: FileReport): readonly PoolSolver[] {
  return report.solvers.filter(({ ok }) => ok).map(({ name, source }) => ({ name, source }));
}
