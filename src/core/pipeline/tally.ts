/** How far a run has come: what left each stage, what that took, and how many of the round's jobs are back. */
import { STAGES, type RunEvent, type StageCounts, type StageName } from './types.ts';

export class Tally {
  /** Candidates that left each stage. */
  readonly out: Record<StageName, number>;
  /** Milliseconds, summed over the workers. */
  readonly ms: Record<StageName, number>;
  jobs = 0;
  done = 0;
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

  emit(): void {
    const stages = Object.fromEntries(
      STAGES.map((stage) => [stage, { out: this.out[stage], ms: this.ms[stage] }]),
    ) as StageCounts;
    this.tell({ kind: 'progress', stages, done: this.done, jobs: this.jobs });
  }
}
