/**
 * A pool of workers that do jobs. A job never waits for another job: each is a leaf, taken by the first free
 * worker in order of priority.
 */
import type { Loss, Outcome } from '../../protocol/outcome.ts';
import { Supervisor, type Hire } from './supervisor.ts';
import { PriorityQueue } from './queue.ts';

export interface PoolOptions<Api> {
  readonly size: number;
  readonly hire: Hire<Api>;
  /** Milliseconds that a job may take. */
  readonly deadline?: number;
  /** Jobs that may wait. */
  readonly queueBound?: number;
}

export interface PoolStats {
  readonly size: number;
  readonly busy: number;
  readonly queued: number;
  /** Workers lost since the pool was made. */
  readonly lost: number;
}

interface Waiting<Api> {
  readonly question: (api: Api) => Promise<unknown>;
  readonly settle: (outcome: Outcome<unknown>) => void;
}

const DEFAULT_DEADLINE = 30_000;

export class Pool<Api> {
  /** Called after every change of `stats`. */
  onChange: (() => void) | null = null;
  private readonly hire: Hire<Api>;
  private readonly deadline: number;
  private readonly queue: PriorityQueue<Waiting<Api>>;
  private readonly supervisors: Supervisor<Api>[] = [];
  /** Supervisors beyond the size that still have a job to finish. */
  private readonly leaving = new Set<Supervisor<Api>>();
  private lostBefore = 0;

  constructor({ size, hire, deadline = DEFAULT_DEADLINE, queueBound = 100_000 }: PoolOptions<Api>) {
    this.hire = hire;
    this.deadline = deadline;
    this.queue = new PriorityQueue(queueBound);
    this.resize(size);
  }

  get size(): number {
    return this.supervisors.length;
  }

  get stats(): PoolStats {
    const busy = this.supervisors.filter((supervisor) => supervisor.busy).length;
    const lost = this.supervisors.reduce((sum, supervisor) => sum + supervisor.lost, this.lostBefore);
    return { size: this.supervisors.length, busy, queued: this.queue.length, lost };
  }

  /** Starts all workers, so that the first job does not wait for them. */
  warm(): void {
    for (const supervisor of this.supervisors) supervisor.warm();
  }

  /** Sets the number of workers, at least 1. Workers that are too many finish their job first, or are taken back. */
  resize(size: number): void {
    const wanted = Math.max(1, size);
    for (const supervisor of this.leaving) {
      if (this.supervisors.length >= wanted) break;
      this.leaving.delete(supervisor);
      this.supervisors.push(supervisor);
      this.lostBefore -= supervisor.lost;
    }
    while (this.supervisors.length < wanted) this.supervisors.push(new Supervisor(this.hire));
    for (const supervisor of this.supervisors.splice(wanted)) {
      this.lostBefore += supervisor.lost;
      if (supervisor.busy) this.leaving.add(supervisor);
      else supervisor.close();
    }
    this.fill();
    this.onChange?.();
  }

  /** Puts a job in the queue; higher `priority` goes first. Never rejects. */
  submit<T>(question: (api: Api) => Promise<T>, priority = 0): Promise<Outcome<T>> {
    return new Promise((resolve) => {
      const settle = resolve as (outcome: Outcome<unknown>) => void;
      if (this.queue.push({ question, settle }, priority)) this.fill();
      else resolve({ ok: false, tag: 'queue-full', why: 'too many jobs are waiting' });
    });
  }

  /** Ends every job, waiting or at work, with `stopped`. Workers at work are replaced. */
  stop(): void {
    const stopped: Loss = { ok: false, tag: 'stopped', why: 'stopped' };
    for (const { settle } of this.queue.clear()) settle(stopped);
    for (const supervisor of [...this.supervisors, ...this.leaving]) supervisor.stop();
    this.onChange?.();
  }

  /** As `stop`, and all workers go. The pool can be used again; it starts new ones then. */
  close(): void {
    this.stop();
    for (const supervisor of this.supervisors) supervisor.close();
  }

  private fill(): void {
    for (const supervisor of this.supervisors) {
      if (supervisor.busy) continue;
      const next = this.queue.shift();
      if (next === undefined) return;
      void this.serve(supervisor, next);
    }
  }

  private async serve(supervisor: Supervisor<Api>, { question, settle }: Waiting<Api>): Promise<void> {
    const asked = supervisor.ask(question, this.deadline);
    this.onChange?.();
    settle(await asked);
    if (this.leaving.delete(supervisor)) supervisor.close();
    this.fill();
    this.onChange?.();
  }
}
