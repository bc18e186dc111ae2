/** A run on one task: what was asked, how far it is, what it found. */
import type { Candidate, Rejected, RunEndReason, RunEvent, SearchProgress } from '../../protocol/index.ts';
import type { RunHandle } from '../../host/run.ts';
import type { KeptRun } from './read-run.ts';
import { NO_COUNTS, NO_SOURCES } from './run-counts.ts';
import type { RunHistory } from './run-history.svelte.ts';

export type RunPhase = 'idle' | 'preparing' | 'running' | 'ended';
/** Starts a run, and is given what takes its events. */
export type Begin = (onEvent: (event: RunEvent) => void) => RunHandle;

/** Events are gathered for this long before the page changes (milliseconds). */
const GATHER_MS = 32;
const TICK_MS = 100;
const REJECTED_KEPT = 200;

export class TaskRun {
  phase = $state<RunPhase>('idle');
  /** Why the run ended; null before that. */
  reason = $state<RunEndReason | null>(null);
  /** What the run said when it ended. */
  message = $state('');
  /** From 1; 0 before the first. */
  round = $state(0);
  rounds = $state(0);
  done = $state(0);
  jobs = $state(0);
  stages = $state.raw(NO_COUNTS);
  /** What each generator has brought. */
  sources = $state.raw(NO_SOURCES);
  /** The search from nothing beside the rounds; null where there is none. */
  search = $state.raw<SearchProgress | null>(null);
  /** The rounds are done, the search is not. */
  waiting = $state(false);
  /** Best first. */
  top = $state.raw<readonly Candidate[]>([]);
  behaviours = $state(0);
  unreadable = $state.raw<readonly { solver: string; why: string }[]>([]);
  /** What was refused before it was scored: how many, and some of them. */
  rejected = $state.raw<{ count: number; first: readonly Rejected[] }>({ count: 0, first: [] });
  lost = $state.raw({ jobs: 0, candidates: 0, why: '' });
  /** Milliseconds since the start. */
  elapsed = $state(0);
  /** How it went so far, for charts; null for a run of an earlier visit. */
  history = $state.raw<RunHistory | null>(null);
  /** How that run of an earlier visit went, as it was kept; null from the next run on. */
  keptHistory = $state.raw<unknown>(null);

  active = $derived(this.phase === 'preparing' || this.phase === 'running');
  /** Behaviours that match every train pair. */
  solved = $derived.by(() => {
    const fails = this.top.findIndex(({ matched }) => matched < this.train);
    return fails < 0 ? this.top.length : fails;
  });

  /** Called after each change of the ranking, and at the end. */
  onRanking: () => void = () => {};

  private readonly train: number;
  private started = 0;
  private ticking: ReturnType<typeof setInterval> | undefined;
  private gathering: ReturnType<typeof setTimeout> | undefined;
  private events: RunEvent[] = [];
  private handle: RunHandle | null = null;
  private count = 0;

  /** `train` is the number of train pairs of the task. */
  constructor(train: number) {
    this.train = train;
  }

  /** What the last run of an earlier visit found: it is shown, and this one has not begun. */
  bringBack({ top, behaviours, scored, history }: KeptRun): void {
    this.top = top;
    this.keptHistory = history;
    this.behaviours = behaviours;
    this.stages = { ...NO_COUNTS, score: { out: scored, ms: 0 } };
    this.onRanking();
  }

  /** Shows at once that something is being done, before there is a plan. */
  prepare(): void {
    this.phase = 'preparing';
    this.reason = null;
    this.message = '';
    this.round = this.rounds = this.done = this.jobs = this.behaviours = this.elapsed = 0;
    this.stages = NO_COUNTS;
    this.sources = NO_SOURCES;
    this.search = null;
    this.waiting = false;
    this.history = null;
    this.keptHistory = null;
    this.top = [];
    this.unreadable = [];
    this.rejected = { count: 0, first: [] };
    this.lost = { jobs: 0, candidates: 0, why: '' };
    this.started = performance.now();
    this.ticking = setInterval(() => (this.elapsed = performance.now() - this.started), TICK_MS);
  }

  start(rounds: number, begin: Begin, history: RunHistory | null = null): void {
    this.phase = 'running';
    this.rounds = rounds;
    this.history = history;
    const mine = ++this.count;
    const take = (event: RunEvent): void => {
      if (mine !== this.count || !this.active) return;
      history?.take(event, performance.now() - this.started);
      this.gather(event);
    };
    this.handle = begin(take);
    this.handle.done.catch((error: unknown) => this.fail(String(error)));
  }

  stop(): void {
    if (this.phase === 'preparing') this.end('stopped', performance.now() - this.started, '');
    else this.handle?.stop();
  }

  /** The search pauses, or goes on; the rounds do not care. */
  pauseSearch(): void {
    if (this.search?.phase === 'paused') this.handle?.resume();
    else this.handle?.pause();
  }

  /** Ends the run from outside, where none could begin or its driver broke. */
  fail(why: string): void {
    if (this.active) this.end('failed', performance.now() - this.started, why);
  }

  private gather(event: RunEvent): void {
    this.events.push(event);
    if (event.kind === 'end') this.apply();
    else this.gathering ??= setTimeout(() => this.apply(), GATHER_MS);
  }

  private apply(): void {
    clearTimeout(this.gathering);
    this.gathering = undefined;
    const events = this.events;
    this.events = [];
    let ranked = false;
    for (const event of events) {
      ranked ||= event.kind === 'ranking';
      this.take(event);
    }
    if (ranked) this.onRanking();
  }

  private take(event: RunEvent): void {
    switch (event.kind) {
      case 'round':
        this.round = event.round + 1;
        this.rounds = event.rounds;
        this.done = this.jobs = 0;
        break;
      case 'progress':
        this.stages = event.stages;
        this.sources = event.sources;
        this.done = event.done;
        this.jobs = event.jobs;
        break;
      case 'ranking':
        this.top = event.top;
        this.behaviours = event.behaviours;
        break;
      case 'search':
        this.search = event.progress;
        break;
      case 'waiting':
        this.waiting = true;
        break;
      case 'unreadable':
        this.unreadable = [...this.unreadable, { solver: event.solver, why: event.why }];
        break;
      case 'rejected': {
        const { count, first } = this.rejected;
        const listed = [...first, ...event.first].slice(0, REJECTED_KEPT);
        this.rejected = { count: count + event.count, first: listed };
        break;
      }
      case 'lost': {
        const { jobs, candidates } = this.lost;
        const more = event.again ? 0 : event.candidates; // those that are tried again are not lost yet
        this.lost = { jobs: jobs + 1, candidates: candidates + more, why: event.why };
        break;
      }
      case 'end':
        this.end(event.reason, event.ms, event.message);
    }
  }

  private end(reason: RunEndReason, ms: number, message: string): void {
    clearInterval(this.ticking);
    this.phase = 'ended';
    this.reason = reason;
    this.message = message;
    this.elapsed = ms;
    this.handle = null;
    this.onRanking();
  }
}
