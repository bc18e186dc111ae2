/**
 * A shorter solver that does the same: on all pairs of the task, and on pairs that its generator draws. A value of the
 * program is replaced by one that it has anyway, by a constant, or by one call, as long as that makes it shorter.
 */
import type { Evaluation } from '../engine/evaluation.ts';
import { scorePrograms } from '../engine/score.ts';
import { canonicalise } from '../lang/3-canonical.ts';
import { compile } from '../lang/compile.ts';
import { printSteps } from '../lang/print.ts';
import { isLeaf, type Program } from '../lang/program.ts';
import { behaviourOn } from '../pipeline/5-score.ts';
import { GENERATORS } from '../starter/index.ts';
import { pairsOf, type Pair, type PlacedPair, type Task } from '../task/task.ts';
import { DEFAULT_CAP } from '../values/ends.ts';
import { shorterPrograms } from './shorter.ts';
import { freshPairs } from './stress.ts';

export interface SimplifyRequest {
  readonly source: string;
  readonly task: Task;
  /** Id of the starter task whose generator draws more pairs; null for none. */
  readonly generator: string | null;
  /** Of one pair. */
  readonly fuel: number;
}

export type SimplifyAnswer =
  | {
      readonly ok: true;
      /** The shorter solver; null where none was found. */
      readonly steps: string | null;
      /** Numbers of calls. */
      readonly before: number;
      readonly after: number;
      /** Pairs on which both do the same: of the task, and drawn ones. */
      readonly pairs: number;
      readonly drawn: number;
      /** Programs that were tried. */
      readonly tried: number;
    }
  | { readonly ok: false; readonly why: string };

/** Programs that one question may try in all, and in one graph. */
const MOST_TRIED = 30_000;
const BATCH = 1000;
const MOST_DRAWN = 24;
/** A shorter program may cost so many times as much as the one that it stands for. */
const DEARER = 4;

export function simplify(evaluation: Evaluation, request: SimplifyRequest): SimplifyAnswer {
  const { source, task, fuel } = request;
  const solver = compile(source).solvers.at(-1);
  if (!solver?.program) return { ok: false, why: 'The solver cannot run yet: mend its problems first.' };
  const generator = GENERATORS.find(({ id }) => id === request.generator);
  const drawn = generator === undefined ? [] : freshPairs(generator, 1).slice(0, MOST_DRAWN);
  const start = canonicalise(solver.program);
  const own = answered(evaluation, start, pairsOf(task), fuel);
  const fresh = answered(evaluation, start, drawn.map(placed), fuel);
  if (own.pairs.length === 0) return { ok: false, why: 'The solver gives no grid on any pair.' };
  const judge = new Judge(evaluation, [...own.pairs, ...fresh.pairs], {
    fuel: Math.min(fuel, DEARER * Math.max(own.fuel, fresh.fuel) + 10_000),
    cap: DEFAULT_CAP,
  });
  let best = start;
  for (;;) {
    const next = judge.shortest(best);
    if (next === null) break;
    best = next;
  }
  return {
    ok: true,
    steps: best === start ? null : printSteps(best, solver.name),
    before: callsIn(start),
    after: callsIn(best),
    pairs: own.pairs.length,
    drawn: fresh.pairs.length,
    tried: judge.tried,
  };
}

/** The pairs on which the program gives a grid, and what the dearest of them takes. */
function answered(evaluation: Evaluation, program: Program, pairs: readonly PlacedPair[], fuel: number) {
  const table = scorePrograms(evaluation, [program], pairs, { fuel, cap: DEFAULT_CAP });
  const kept = pairs.filter((_, i) => table.ends[i] === 0);
  return { pairs: kept, fuel: table.fuel.reduce((most, each) => Math.max(most, each), 0) };
}

/** Holds programs against one that is known. */
class Judge {
  tried = 0;
  private readonly evaluation: Evaluation;
  private readonly pairs: readonly PlacedPair[];
  private readonly limits: { readonly fuel: number; readonly cap: number };

  constructor(evaluation: Evaluation, pairs: readonly PlacedPair[], limits: Judge['limits']) {
    this.evaluation = evaluation;
    this.pairs = pairs;
    this.limits = limits;
  }

  /** The shortest program of those tried that does what `known` does; null where there is none, or no more may be tried. */
  shortest(known: Program): Program | null {
    let best: Program | null = null;
    let batch: Program[] = [];
    const settle = (): void => {
      for (const program of this.alike(known, batch))
        if (best === null || callsIn(program) < callsIn(best)) best = program;
      batch = [];
    };
    for (const program of shorterPrograms(known)) {
      if (this.tried >= MOST_TRIED) break;
      this.tried++;
      batch.push(program);
      if (batch.length === BATCH) settle();
    }
    settle();
    return best;
  }

  /** Those that give the same on every pair. Most differ on the first, so the others are run on few. */
  private alike(known: Program, programs: readonly Program[]): readonly Program[] {
    let left = programs;
    for (const pair of this.pairs) {
      if (left.length === 0) break;
      const table = scorePrograms(this.evaluation, [known, ...left], [pair], this.limits);
      const wanted = behaviourOn(table, 0, 0);
      left = left.filter((_, i) => behaviourOn(table, i + 1, 0) === wanted);
    }
    return left;
  }
}

function callsIn({ nodes }: Program): number {
  return nodes.filter(({ op }) => !isLeaf(op)).length;
}

const placed = ({ input, output }: Pair, index: number): PlacedPair => ({
  set: 'train',
  index,
  input,
  output,
});
