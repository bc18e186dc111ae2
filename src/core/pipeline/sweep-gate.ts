/**
 * The way of a sweep's jobs to the workers. One task is at work at a time, and its jobs go to all workers; never are
 * more jobs under way than there are workers, so that a pause takes hold at once.
 */
import { codesOf, encodeBatch } from '../lang/program-batch.ts';
import type { Clock, JobName, Jobs, Loaded, LoadJob } from './jobs.ts';
import type { Executor, Answer } from './executor.ts';

/** Puts a job to the executor; settles when the worker is free again. */
type Begin = () => Promise<void>;

interface Waiting {
  readonly gated: GatedExecutor;
  readonly begin: Begin;
}

export class SweepGate {
  readonly now: Clock;
  private readonly executor: Executor;
  private readonly loaded: Loaded;
  private waiting: Waiting[] = [];
  private atWork = 0;
  private held = false;

  constructor(executor: Executor, loaded: Loaded, now: Clock) {
    this.executor = executor;
    this.loaded = loaded;
    this.now = now;
  }

  get width(): number {
    return this.executor.width;
  }

  /** Jobs at work are finished; no other begins until `resume`. */
  pause(): void {
    this.held = true;
  }

  resume(): void {
    this.held = false;
    this.pump();
  }

  /** For gated. */
  push(gated: GatedExecutor, begin: Begin): void {
    this.waiting.push({ gated, begin });
    this.pump();
  }

  /** For gated: the jobs that wait are dropped. */
  leave(gated: GatedExecutor): void {
    this.waiting = this.waiting.filter((waiting) => waiting.gated !== gated);
  }

  /** For gated. */
  submit<K extends JobName>(name: K, job: Jobs[K]['job']): Promise<Answer<Jobs[K]['result']>> {
    return this.executor.submit(name, job);
  }

  /** The pool was read once for all tasks; a task that leaves a solver out gets the others. */
  answerLoad({ pool }: LoadJob): Loaded {
    const wanted = new Set(pool.map(({ name }) => name));
    const kept = this.loaded.names.map((name) => wanted.has(name));
    const codes = codesOf(this.loaded.programs).filter((_, i) => kept[i]);
    const names = this.loaded.names.filter((_, i) => kept[i]);
    return { programs: encodeBatch(codes), names, unreadable: [], ms: 0 };
  }

  /** Gives work to free workers. */
  private pump(): void {
    while (!this.held && this.atWork < this.width) {
      const next = this.waiting.shift();
      if (next === undefined) return;
      void this.serve(next);
    }
  }

  private async serve({ gated, begin }: Waiting): Promise<void> {
    this.atWork++;
    gated.shift(-1, 1);
    await begin();
    this.atWork--;
    gated.shift(0, -1);
    this.pump();
  }
}

/** The executor as one task has it, with a clock that stands still while a pause or an earlier task keeps it waiting. */
export class GatedExecutor implements Executor {
  private readonly gate: SweepGate;
  private readonly drops = new Set<(why: string) => void>();
  private queued = 0;
  private atWork = 0;
  private spent = 0;
  private since: number;
  private held = false;
  private closed: string | null = null;

  constructor(gate: SweepGate) {
    this.gate = gate;
    this.since = gate.now();
  }

  get width(): number {
    return this.gate.width;
  }

  /** Milliseconds so far, but for those in which all that the task had was waiting for workers. */
  get ms(): number {
    return this.spent + (this.counts() ? this.gate.now() - this.since : 0);
  }

  submit<K extends JobName>(name: K, job: Jobs[K]['job']): Promise<Answer<Jobs[K]['result']>> {
    type Result = Answer<Jobs[K]['result']>;
    if (this.closed !== null) return Promise.resolve({ ok: false, why: this.closed });
    if (name === 'load') {
      const value = this.gate.answerLoad(job as LoadJob) as Jobs[K]['result'];
      return Promise.resolve({ ok: true, value });
    }
    return new Promise<Result>((resolve) => {
      const drop = (why: string): void => resolve({ ok: false, why });
      this.drops.add(drop);
      this.shift(1, 0);
      this.gate.push(this, async () => {
        const outcome = await this.gate.submit(name, job);
        this.drops.delete(drop);
        resolve(outcome); // nothing happens where it was dropped meanwhile
      });
    });
  }

  /** The clock stands still, or goes on. */
  hold(still: boolean): void {
    this.shift(0, 0);
    this.held = still;
  }

  /** Every job, waiting or at work, is answered now; a worker that is still at one ends it for nobody. */
  close(why: string): void {
    if (this.closed !== null) return;
    this.spent = this.ms;
    this.closed = why;
    for (const drop of this.drops) drop(why);
    this.drops.clear();
    this.gate.leave(this);
  }

  /** For the gate: so many more jobs wait, so many more are at work. */
  shift(queued: number, atWork: number): void {
    this.spent = this.ms;
    this.since = this.gate.now();
    this.queued += queued;
    this.atWork += atWork;
  }

  private counts(): boolean {
    return this.closed === null && !this.held && (this.queued === 0 || this.atWork > 0);
  }
}
