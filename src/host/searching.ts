/** A search from nothing beside a run: on a worker of its own, and what it finds is handed to the run. */
import type { Remote } from 'comlink';
import type { Beside, FoundBeside } from '../core/pipeline/executor.ts';
import type { SearchEnd, SearchProgress } from '../core/pipeline/sources.ts';
import type { FoundSolver, SearchReport } from '../core/search/searcher.ts';
import { blind, type Task } from '../core/task/task.ts';
import type { EngineApi } from '../protocol/engine.ts';
import type { Supervisor } from './pool/supervisor.ts';
import { searchTask, TRACKS } from './pool/search.ts';

/** A search as it was when its page went. */
export interface SearchTrace {
  /** Slices done of each track. */
  readonly slices: readonly number[];
  /** Milliseconds of searching. */
  readonly ms: number;
  readonly found: readonly FoundBeside[];
}

export interface SearchOrder {
  /** Workers of its own. */
  readonly supervisors: readonly Supervisor<Remote<EngineApi>>[];
  readonly task: Task;
  /** Milliseconds of searching in all; Infinity for no limit. */
  readonly ms: number;
  /** Steps of fuel in all. */
  readonly fuel?: number;
  /** Milliseconds by which the rounds are ahead: what these solve at once is not made slower. */
  readonly delay?: number;
  /** An earlier search that this one goes on with. */
  readonly trace?: SearchTrace;
  /** Called now and then with what is worth keeping, and with null once the search is over. */
  readonly onTrace?: (trace: SearchTrace | null) => void;
}

const NOTHING: SearchProgress = {
  phase: 'starting',
  end: null,
  why: '',
  ms: 0,
  limit: 0,
  fuel: 0,
  fuelLimit: null,
  round: 0,
  applied: 0,
  distinct: 0,
  tried: 0,
  brought: null,
  best: 0,
  right: 0,
  cells: 0,
};

/** Milliseconds that a search has to say shorter what a long solver does. */
const SOON_MS = 700;
/** Milliseconds between two traces. */
const TRACE_MS = 1000;

export class Searching implements Beside {
  private readonly order: SearchOrder;
  private readonly tell: (progress: SearchProgress) => void;
  private progress: SearchProgress;
  private readonly found = new Map<string, FoundBeside>();
  /** What `next` has not given yet. */
  private waiting: FoundBeside[] = [];
  private wake: (() => void) | null = null;
  private closed = false;
  private paused: { readonly over: Promise<void>; readonly resume: () => void } | null = null;
  private traced = -Infinity;
  private hastened = false;
  /** Ends the delay before the search. */
  private start = (): void => {};

  /** Begins by itself. `tell` hears how far it is, the last time where it is over. */
  constructor(order: SearchOrder, tell: (progress: SearchProgress) => void) {
    this.order = order;
    this.tell = tell;
    this.progress = {
      ...NOTHING,
      limit: order.ms,
      fuelLimit: order.fuel ?? null,
      ms: order.trace?.ms ?? 0,
      cells: cellsOf(order.task),
    };
    for (const one of order.trace?.found ?? []) this.put(one);
    void this.search();
  }

  async next(): Promise<readonly FoundBeside[] | null> {
    while (this.waiting.length === 0) {
      if (this.over) return null;
      await new Promise<void>((resolve) => (this.wake = resolve));
    }
    return this.waiting.splice(0);
  }

  /** Ends the search at once, with its worker. */
  close(): void {
    if (this.over) return;
    this.closed = true;
    this.waiting = [];
    this.resume();
    this.finish('closed', '');
  }

  /** Begins at once, and ends soon. */
  hasten(): void {
    if (this.over || this.hastened) return;
    this.hastened = true;
    this.start();
    this.advance({ limit: this.progress.ms + SOON_MS });
    setTimeout(() => this.close(), SOON_MS);
  }

  pause(): void {
    if (this.paused !== null || this.over) return;
    let resume = (): void => {};
    const over = new Promise<void>((resolve) => (resume = resolve));
    this.paused = { over, resume };
    this.advance({ phase: 'paused' });
  }

  resume(): void {
    if (this.paused === null) return;
    this.paused.resume();
    this.paused = null;
    if (!this.over) this.advance({ phase: 'searching' });
  }

  private get over(): boolean {
    return this.progress.phase === 'over';
  }

  private async search(): Promise<void> {
    const { supervisors, task, ms, trace, delay = 0 } = this.order;
    await new Promise<void>((resolve) => {
      this.start = resolve;
      setTimeout(resolve, delay);
    });
    if (this.over) return;
    const before = trace?.ms ?? 0;
    const outcome = await searchTask(
      supervisors,
      { key: 'task', task: blind(task) },
      {
        ms: Math.max(1, ms - before),
        again: trace?.slices ?? [],
        ...(this.order.fuel === undefined ? {} : { fuel: this.order.fuel }),
      },
      {
        onReport: (report, spent, slices) => this.take(report, before + spent, slices),
        stopped: () => this.closed,
        ready: async () => this.paused?.over,
      },
    );
    if (this.over) return;
    if (!outcome.ok) return this.finish('failed', outcome.why);
    const { done, answers } = outcome.value;
    if (done) return this.finish(answers.length > 0 ? 'trusted' : 'exhausted', '');
    if (this.progress.ms >= ms) return this.finish('time', '');
    // Each track that did not come to its end has burnt its part.
    const burnt = this.order.fuel !== undefined && outcome.value.fuel >= this.order.fuel / TRACKS;
    if (burnt) this.finish('fuel', '');
    else this.finish('failed', 'its worker was lost again and again');
  }

  private take(report: SearchReport, ms: number, slices: readonly number[]): void {
    if (this.over) return;
    const { answers, partials, round, applied, distinct, tried, brought, fuel } = report;
    const told = answers.length > 0 ? answers : partials;
    for (const solver of told) this.put(foundBeside(solver));
    const best = Math.max(this.progress.best, ...told.map(({ matched }) => matched));
    const phase = this.paused === null ? 'searching' : 'paused';
    const right = Math.max(this.progress.right, ...told.map((solver) => solver.right));
    this.advance({ phase, ms, fuel, round, applied, distinct, tried, brought, best, right });
    const now = performance.now();
    const repeats = (this.order.trace?.slices ?? []).some((done, track) => (slices[track] ?? 0) < done);
    if (repeats || now - this.traced < TRACE_MS) return;
    this.traced = now;
    this.order.onTrace?.({ slices, ms, found: [...this.found.values()] });
  }

  private put(one: FoundBeside): void {
    if (this.found.has(one.hash)) return;
    this.found.set(one.hash, one);
    this.waiting.push(one);
    this.wake?.();
  }

  private finish(end: SearchEnd, why: string): void {
    this.advance({ phase: 'over', end, why });
    this.order.onTrace?.(null);
    for (const supervisor of this.order.supervisors) supervisor.close(); // their banks may be large
    this.wake?.();
  }

  private advance(change: Partial<SearchProgress>): void {
    this.progress = { ...this.progress, ...change };
    this.tell(this.progress);
  }
}

function foundBeside(solver: FoundSolver): FoundBeside {
  const { code, hash, generator, cost, steps, words, layers } = solver;
  const round = Math.max(1, solver.round);
  return { code, hash, origin: { kind: 'search', generator, cost, round, steps, words, layers } };
}

/** Cells of all train outputs. */
const cellsOf = ({ train }: Task): number =>
  train.reduce((sum, { output }) => sum + (output?.flat().length ?? 0), 0);
