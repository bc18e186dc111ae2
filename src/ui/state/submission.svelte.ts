/** A submission in the making: from the library, or from the solvers of the pool, each tried on every task. */
import { Inspector } from '../../host/inspector.ts';
import {
  makeSubmission,
  submissionOf,
  type SubmissionResult,
  type Submitted,
} from '../../host/submission.ts';
import type { TaskResult } from '../../host/sweep/results.ts';
import { startSweep } from '../../host/sweep/sweep.ts';
import type { NamedTask } from '../../host/tasks/named-task.ts';
import type { EnginePool } from '../../host/pool/executor.ts';
import type { KeptSolver } from '../../host/library/record.ts';
import type { PoolSolver } from '../../protocol/index.ts';
import { tasksIn } from './sweep-sets.ts';
import { sourcesByTask } from './task-filter.ts';

/** Seconds after which a task is answered with what there is. */
const SECONDS = 60;

/** What it needs to know of the page. */
export interface SubmissionHost {
  readonly library: { readonly solvers: readonly KeptSolver[] };
  readonly settings: { readonly fuel: number };
  readonly solvers: { readonly list: readonly PoolSolver[] };
  readonly workers: { readonly pool: EnginePool };
}

export class SubmissionMaker {
  /** Tasks that are done; -1 while nothing is under way. */
  done = $state(-1);
  made = $state.raw<Submitted | null>(null);
  /** Why there is none, '' for no reason. */
  why = $state('');
  private readonly host: SubmissionHost;
  private abort = new AbortController();

  constructor(host: SubmissionHost) {
    this.host = host;
  }

  fromLibrary(tasks: readonly NamedTask[]): Promise<void> {
    return this.make(async (signal) => {
      const inspector = new Inspector();
      const answer = await makeSubmission({
        tasks,
        solversOf: sourcesByTask(this.host.library.solvers, []),
        inspect: (request) => inspector.inspect(request),
        fuel: this.host.settings.fuel,
        progress: (now) => (this.done = now),
        signal,
      });
      inspector.dispose();
      return answer;
    });
  }

  /** A sweep of one round without mutations. */
  fromPool(tasks: readonly NamedTask[]): Promise<void> {
    return this.make(async (signal) => {
      const { settings, solvers, workers } = this.host;
      const results: TaskResult[] = [];
      const options = {
        ...{ seed: 0, rounds: 1, perRound: 1, leaveOwnOut: false },
        ...{ fuel: settings.fuel, secondsPerTask: SECONDS },
      };
      const plan = { tasks, pool: solvers.list, options };
      const sweep = startSweep(workers.pool, plan, tasksIn(results), {
        print: async () => '', // nobody reads it
        onResult: async (result) => void (this.done = results.push(result)),
      });
      signal.addEventListener('abort', () => sweep.stop());
      const end = await sweep.done;
      if (end === 'finished') return submissionOf(tasks, results);
      return {
        ok: false,
        why: end === 'stopped' ? 'Stopped.' : 'The solvers of the pool could not be read.',
      };
    });
  }

  stop(): void {
    this.abort.abort();
  }

  forget(): void {
    this.made = null;
    this.why = '';
  }

  private async make(work: (signal: AbortSignal) => Promise<SubmissionResult>): Promise<void> {
    this.forget();
    this.abort = new AbortController();
    this.done = 0;
    const answer = await work(this.abort.signal);
    this.done = -1;
    if (answer.ok) this.made = answer.value;
    else this.why = answer.why;
  }
}
