/** How far a run has come: what left each stage, what that took, and how many of the round's jobs are back. */
import { SOURCES, sourceOf, type SourceCounts, type SourceName } from './sources.ts';
import {
  STAGES,
  type Candidate,
  type Origin,
  type RunEvent,
  type StageCounts,
  type StageName,
} from './types.ts';

interface Count {
  made: number;
  distinct: number;
  useful: number;
  best: number;
}

export class Tally {
  /** Candidates that left each stage. */
  readonly out: Record<StageName, number>;
  /** Milliseconds, summed over the workers. */
  readonly ms: Record<StageName, number>;
  jobs = 0;
  done = 0;
  private readonly sources = Object.fromEntries(
    SOURCES.map((source) => [source, { made: 0, distinct: 0, useful: 0, best: 0 }]),
  ) as Record<SourceName, Count>;
  private readonly tell: (event: RunEvent) => void;

  constructor(tell: (event: RunEvent) => void) {
    this.tell = tell;
    this.out = Object.fromEntries(STAGES.map((stage) => [stage, 0])) as Record<StageName, number>;
    this.ms = { ...this.out };
  }

  /** A round begins. */
  begin(): void {
    this.jobs = this.done = 0;
  }

  made(origin: Origin, isNew: boolean): void {
    const count = this.sources[sourceOf(origin)];
    count.made++;
    if (isNew) count.distinct++;
  }

  scored({ origin, matched }: Candidate): void {
    if (matched === 0) return;
    const count = this.sources[sourceOf(origin)];
    count.useful++;
    count.best = Math.max(count.best, matched);
  }

  emit(): void {
    const stages = Object.fromEntries(
      STAGES.map((stage) => [stage, { out: this.out[stage], ms: this.ms[stage] }]),
    ) as StageCounts;
    const sources = Object.fromEntries(
      SOURCES.map((source) => [source, { ...this.sources[source] }]),
    ) as SourceCounts;
    this.tell({ kind: 'progress', stages, sources, done: this.done, jobs: this.jobs });
  }
}
