/**
 * One executor for several tasks at a time. Jobs of earlier tasks go first; where nothing waits and a worker is
 * free, another task is asked for. So the workers stay busy, and no more tasks are under way than that takes.
 */
import { codesOf, encodeBatch } from '../lang/program-batch.ts';
import type { Clock, JobName, Jobs, Loaded, LoadJob } from './jobs.ts';
import type { Executor, JobOutcome } from './run.ts';

interface Waiting {
  readonly lane: TaskLane;
  readonly arrival: number;
  /** Puts the job to the executor; settles when the worker is free again. */
  readonly begin: () => Promise<void>;
  /** Tells the task that nothing will come of it. */
  readonly drop: (why: string) => void;
}

export class SharedExecutor {
  readonly now: Clock;
  private readonly executor: Executor;
  private readonly loaded: Loaded;
  /** Begins another task; false where none is left. */
  private readonly another: () => boolean;
  private readonly lanes = new Set<TaskLane>();
  private waiting: Waiting[] = [];
  private arrivals = 0;
  private atWork = 0;
  private held = false;

  constructor(executor: Executor, loaded: Loaded, now: Clock, another: () => boolean) {
    this.executor = executor;
    this.loaded = loaded;
    this.now = now;
    this.another = another;
  }

  get width(): number {
    return this.executor.width;
  }

  /** The way in for the task of this place in the order. */
  open(order: number): TaskLane {
    const lane = new TaskLane(this, order);
    this.lanes.add(lane);
    return lane;
  }

  /** Jobs at work are finished; no other begins until `resume`. */
  pause(): void {
    this.held = true;
  }

  resume(): void {
    this.held = false;
    this.pump();
  }

  /** Gives work to free workers. */
  pump(): void {
    while (!this.held && this.atWork < this.width) {
      const next = this.next();
      if (next !== null) {
        this.waiting = this.waiting.filter((waiting) => waiting !== next);
        void this.serve(next);
        continue;
      }
      // A lane without jobs is about to have some: its task is between two stages.
      const about = [...this.lanes].filter((lane) => lane.idle).length;
      const full = this.lanes.size >= this.width || about >= this.width - this.atWork;
      if (full || !this.another()) return;
    }
  }

  /** For lanes. */
  push(waiting: Omit<Waiting, 'arrival'>): void {
    this.waiting.push({ ...waiting, arrival: this.arrivals++ });
    this.pump();
  }

  /** For lanes: the jobs that wait are dropped, and the lane's place is free. */
  leave(lane: TaskLane): void {
    this.lanes.delete(lane);
    this.waiting = this.waiting.filter((waiting) => waiting.lane !== lane);
    this.pump();
  }

  /** For lanes. */
  submit<K extends JobName>(name: K, job: Jobs[K]['job']): Promise<JobOutcome<Jobs[K]['result']>> {
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

  private next(): Waiting | null {
    return this.waiting.reduce<Waiting | null>(
      (best, waiting) =>
        best === null ||
        waiting.lane.order < best.lane.order ||
        (waiting.lane === best.lane && waiting.arrival < best.arrival)
          ? waiting
          : best,
      null,
    );
  }

  private async serve({ lane, begin }: Waiting): Promise<void> {
    this.atWork++;
    lane.shift(-1, 1);
    await begin();
    this.atWork--;
    lane.shift(0, -1);
    this.pump();
  }
}

/** The executor as one task has it, with a clock that stands still while others have all the workers. */
export class TaskLane implements Executor {
  readonly order: number;
  private readonly shared: SharedExecutor;
  private readonly drops = new Set<(why: string) => void>();
  private queued = 0;
  private atWork = 0;
  private spent = 0;
  private since: number;
  private closed: string | null = null;

  constructor(shared: SharedExecutor, order: number) {
    this.shared = shared;
    this.order = order;
    this.since = shared.now();
  }

  get width(): number {
    return this.shared.width;
  }

  get idle(): boolean {
    return this.queued + this.atWork === 0;
  }

  /** Milliseconds so far, but for those in which all that the task had was waiting for workers. */
  get ms(): number {
    return this.spent + (this.counts() ? this.shared.now() - this.since : 0);
  }

  submit<K extends JobName>(name: K, job: Jobs[K]['job']): Promise<JobOutcome<Jobs[K]['result']>> {
    type Result = JobOutcome<Jobs[K]['result']>;
    if (this.closed !== null) return Promise.resolve({ ok: false, why: this.closed });
    if (name === 'load') {
      const value = this.shared.answerLoad(job as LoadJob) as Jobs[K]['result'];
      return Promise.resolve({ ok: true, value });
    }
    return new Promise<Result>((resolve) => {
      const drop = (why: string): void => resolve({ ok: false, why });
      const begin = async (): Promise<void> => {
        const outcome = await this.shared.submit(name, job);
        this.drops.delete(drop);
        resolve(outcome); // nothing happens where it was dropped meanwhile
      };
      this.drops.add(drop);
      this.shift(1, 0);
      this.shared.push({ lane: this, begin, drop });
    });
  }

  /** Every job, waiting or at work, is answered now; a worker that is still at one ends it for nobody. */
  close(why: string): void {
    if (this.closed !== null) return;
    this.spent = this.ms;
    this.closed = why;
    for (const drop of this.drops) drop(why);
    this.drops.clear();
    this.shared.leave(this);
  }

  /** For the shared executor: so many more jobs wait, so many more are at work. */
  shift(queued: number, atWork: number): void {
    this.spent = this.ms;
    this.since = this.shared.now();
    this.queued += queued;
    this.atWork += atWork;
  }

  private counts(): boolean {
    return this.closed === null && (this.queued === 0 || this.atWork > 0);
  }
}
