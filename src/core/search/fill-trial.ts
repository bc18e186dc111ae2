/** Solvers with a hole filled, held against the train pairs. */
import type { Evaluation } from '../engine/evaluation.ts';
import { scorePrograms } from '../engine/score.ts';
import type { Program } from '../lang/program.ts';
import { pairsOf, type PlacedPair, type Task } from '../task/task.ts';
import { DEFAULT_CAP } from '../values/ends.ts';

/** Steps for one solver on one pair: three times what the hungriest published one takes. */
const LIMITS = { fuel: 3_000_000, cap: DEFAULT_CAP };

export interface Tried {
  /** For each train pair whether it comes out right. */
  readonly marks: readonly boolean[];
  /** Digests of what comes out for the test inputs, as one text; '' where some of it is no grid. */
  readonly answer: string;
  /** Equal for solvers that do the same on all pairs, those included that are wrong or give no grid. */
  readonly behaviour: string;
}

export class Trial {
  private readonly evaluation: Evaluation;
  /** The train pairs, small ones first, then the test pairs. */
  private readonly pairs: readonly PlacedPair[];
  private readonly train: number;
  /** Solvers run. */
  count = 0;
  fuel = 0;

  constructor(evaluation: Evaluation, task: Task) {
    this.evaluation = evaluation;
    const pairs = pairsOf(task);
    this.train = task.train.length;
    const train = pairs.slice(0, this.train).sort((a, b) => areaOf(a) - areaOf(b));
    this.pairs = [...train, ...pairs.slice(this.train).map((pair) => ({ ...pair, output: null }))];
  }

  /**
   * For each program what it does; null where it makes neither the smallest pair right nor, if it gives a grid there,
   * the next one.
   */
  run(programs: readonly Program[]): (Tried | null)[] {
    const first = this.score(programs, [this.pairs[0]]);
    const near = programs.map((_, p) => first.match(p));
    if (this.train > 1) {
      const others = programs.flatMap((_, p) => (!near[p] && first.isGrid(p) ? [p] : []));
      const second = this.score(
        others.map((p) => programs[p]),
        [this.pairs[1]],
      );
      others.forEach((p, i) => (near[p] = second.match(i)));
    }
    const chosen = programs.flatMap((_, p) => (near[p] ? [p] : []));
    const table = this.score(
      chosen.map((p) => programs[p]),
      this.pairs,
    );
    const tried: (Tried | null)[] = programs.map(() => null);
    chosen.forEach((p, i) => {
      const marks = new Array<boolean>(this.train).fill(false);
      for (let pair = 0; pair < this.train; pair++)
        marks[this.pairs[pair].index] = table.match(i * this.pairs.length + pair);
      const all = this.pairs.map((_, pair) => table.digest(i * this.pairs.length + pair));
      const digests = all.slice(this.train);
      tried[p] = { marks, answer: digests.includes('0 0') ? '' : digests.join(), behaviour: all.join() };
    });
    return tried;
  }

  private score(
    programs: readonly Program[],
    pairs: readonly PlacedPair[],
  ): { match(entry: number): boolean; isGrid(entry: number): boolean; digest(entry: number): string } {
    const table = scorePrograms(this.evaluation, programs, pairs, LIMITS);
    this.count += programs.length;
    for (const fuel of table.fuel) this.fuel += fuel;
    return {
      match: (entry) => table.match[entry] === 1,
      isGrid: (entry) => table.ends[entry] === 0,
      digest: (entry) => `${table.digest[entry * 2]} ${table.digest[entry * 2 + 1]}`,
    };
  }
}

function areaOf({ input, output }: PlacedPair): number {
  return input.length * input[0].length + (output === null ? 0 : output.length * output[0].length);
}
