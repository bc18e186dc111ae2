/**
 * A pool of workers that do jobs. A job never waits for another job: each is a leaf, taken by the first free
 * worker in order of priority.
 */
import type { Loss, Outcome } from '../../protocol/outcome.ts';
import { Lane, type Hire } from './lane.ts';
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
  private readonly lanes: Lane<Api>[] = [];
  /** Lanes beyond the size that still have a job to finish. */
  private readonly leaving = new Set<Lane<Api>>();
  private lostBefore = 0;

  constructor({ size, hire, deadline = DEFAULT_DEADLINE, queueBound = 100_000 }: PoolOptions<Api>) {
    this.hire = hire;
    this.deadline = deadline;
    this.queue = new PriorityQueue(queueBound);
    this.resize(size);
  }

  get size(): number {
    return this.lanes.length;
  }

  get stats(): PoolStats {
    const busy = this.lanes.filter((lane) => lane.busy).length;
    const lost = this.lanes.reduce((sum, lane) => sum + lane.lost, this.lostBefore);
    return { size: this.lanes.length, busy, queued: this.queue.length, lost };
  }

  /** Starts all workers, so that the first job does not wait for them. */
  warm(): void {
    for (const lane of this.lanes) lane.warm();
  }

  /** Sets the number of workers, at least 1. Workers that are too many finish their job first, or are taken back. */
  resize(size: number): void {
    const wanted = Math.max(1, size);
    for (const lane of this.leaving) {
      if (this.lanes.length >= wanted) break;
      this.leaving.delete(lane);
      this.lanes.push(lane);
      this.lostBefore -= lane.lost;
    }
    while (this.lanes.length < wanted) this.lanes.push(new Lane(this.hire));
    for (const lane of this.lanes.splice(wanted)) {
      this.lostBefore += lane.lost;
      if (lane.busy) this.leaving.add(lane);
      else lane.close();
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
    for (const lane of [...this.lanes, ...this.leaving]) lane.stop();
    this.onChange?.();
  }

  /** As `stop`, and all workers go. The pool can be used again; it starts new ones then. */
  close(): void {
    this.stop();
    for (const lane of this.lanes) lane.close();
  }

  private fill(): void {
    for (const lane of this.lanes) {
      if (lane.busy) continue;
      const next = this.queue.shift();
      if (next === undefined) return;
      void this.serve(lane, next);
    }
  }

  private async serve(lane: Lane<Api>, { question, settle }: Waiting<Api>): Promise<void> {
    const asked = lane.ask(question, this.deadline);
    this.onChange?.();
    settle(await asked);
    if (this.leaving.delete(lane)) lane.close();
    this.fill();
    this.onChange?.();
  }
}
