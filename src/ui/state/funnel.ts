/** The funnel of a run: what left each stage, what is still on its way to it, and what was lost there. */
import type { StageCounts } from '../../protocol/index.ts';

export interface FunnelRun {
  readonly active: boolean;
  readonly stages: StageCounts;
  readonly solved: number;
  /** What was refused before it was scored. */
  readonly rejected: { readonly count: number };
  readonly lost: { readonly candidates: number };
}

export interface FunnelStep {
  readonly label: string;
  readonly out: number;
  /** Milliseconds, summed over the workers; null where none are counted. */
  readonly ms: number | null;
  /** Candidates that are at work here. */
  readonly underWay: number;
  /** All that may still come out here, with what has. */
  readonly most: number;
  readonly lost: number;
}

/** From the first stage to the last. While a run is on, what is at work is no loss. */
export function funnelSteps({ active, stages, solved, rejected, lost }: FunnelRun): readonly FunnelStep[] {
  const { generate, dedupe, inline, validate, score } = stages;
  const left = (from: number, out: number, gone: number) => (active ? Math.max(0, from - out - gone) : 0);
  // Inlining and validation are one job, so what has passed neither is at work on both.
  const checking = left(dedupe.out, validate.out, rejected.count);
  const scoring = left(validate.out, score.out, lost.candidates);
  const step = (
    label: string,
    { out, ms }: { out: number; ms: number | null },
    before: number,
    underWay = 0,
  ) => ({
    label,
    out,
    ms,
    underWay,
    most: out + underWay,
    lost: Math.max(0, before - out - underWay),
  });
  return [
    step('Generated', generate, generate.out),
    step('Unique', dedupe, generate.out),
    step('Inlined', inline, dedupe.out, checking),
    { ...step('Valid', validate, inline.out), most: validate.out + checking },
    { ...step('Scored', score, validate.out, scoring), most: score.out + scoring + checking },
    { ...step('Solve all', { out: solved, ms: null }, solved) },
  ];
}
