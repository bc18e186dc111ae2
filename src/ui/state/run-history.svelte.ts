/** How a run went, for its charts: what it had come to at some moments, and what its rounds took. */
import type { Candidate, RunEvent, SourceName, StageCounts, StageName } from '../../protocol/index.ts';
import { halved, MOST_PLACES } from './chart.ts';
import { NO_COUNTS } from './run-counts.ts';

/** The least time between two moments at first (milliseconds); it doubles whenever there are too many. */
const FIRST_STEP = 100;

/** The best share of right cells of each generator that has some. */
export type BestBySource = Readonly<Partial<Record<SourceName, number>>>;

export interface Moment {
  /** Milliseconds since the start. */
  readonly ms: number;
  readonly made: number;
  readonly scored: number;
  readonly best: BestBySource;
}

export interface RoundTimes {
  /** From 1; null for what came after the last one. */
  readonly round: number | null;
  /** Milliseconds of each stage, summed over the workers. */
  readonly stages: Readonly<Record<StageName, number>>;
}

/** All that charts are made from. */
export interface History {
  /** In order of time; at least one. */
  readonly moments: readonly Moment[];
  readonly rounds: readonly RoundTimes[];
  /** When each generator got its best, in milliseconds since the start. */
  readonly reached: Readonly<Partial<Record<SourceName, number>>>;
}

const START: Moment = { ms: 0, made: 0, scored: 0, best: {} };

export class RunHistory implements History {
  /** In order of time, the first at the start; at most `MOST_PLACES`. */
  moments = $state.raw<readonly Moment[]>([START]);
  /** The rounds so far, the present one included. */
  rounds = $state.raw<readonly RoundTimes[]>([]);
  /** When each generator got its best: to the millisecond, which the moments are not. */
  readonly reached: Partial<Record<SourceName, number>> = {};

  private best: BestBySource = {};
  private counts: StageCounts = NO_COUNTS;
  /** What the stages had taken when the present round began. */
  private before: StageCounts = NO_COUNTS;
  private step = FIRST_STEP;

  /** `ms` is the time since the start. */
  take(event: RunEvent, ms: number): void {
    switch (event.kind) {
      case 'round':
        this.beginRound(event.round + 1);
        break;
      case 'waiting':
        this.beginRound(null);
        break;
      case 'progress':
        this.counts = event.stages;
        this.look(ms);
        break;
      case 'ranking':
        if (this.improve(event.top, ms)) this.note(ms);
        break;
      case 'end':
        this.note(ms);
        this.timeRound();
    }
  }

  private beginRound(round: number | null): void {
    this.timeRound();
    this.before = this.counts;
    this.rounds = [...this.rounds, { round, stages: between(this.counts, this.counts) }];
  }

  private timeRound(): void {
    const present = this.rounds.at(-1);
    if (!present) return;
    this.rounds = [...this.rounds.slice(0, -1), { ...present, stages: between(this.before, this.counts) }];
  }

  private look(ms: number): void {
    if (ms - this.moments[this.moments.length - 1].ms < this.step) return;
    this.note(ms);
    this.timeRound();
  }

  /** Whether a generator has something better than before. */
  private improve(top: readonly Candidate[], ms: number): boolean {
    const best: Partial<Record<SourceName, number>> = { ...this.best };
    let better = false;
    for (const { origin, accuracy } of top) {
      const source = origin.kind === 'search' ? origin.generator : origin.kind;
      if (accuracy <= (best[source] ?? -1)) continue;
      best[source] = accuracy;
      this.reached[source] = ms;
      better = true;
    }
    this.best = best;
    return better;
  }

  private note(ms: number): void {
    const { generate, score } = this.counts;
    const moments = [...this.moments, { ms, made: generate.out, scored: score.out, best: this.best }];
    const full = moments.length > MOST_PLACES;
    if (full) this.step *= 2;
    this.moments = full ? halved(moments) : moments;
  }
}

function between(before: StageCounts, after: StageCounts): Record<StageName, number> {
  const names = Object.keys(after) as StageName[];
  return Object.fromEntries(
    names.map((name) => [name, Math.max(0, after[name].ms - before[name].ms)]),
  ) as Record<StageName, number>;
}
