/** Mutants of solvers in batches, each with a task's pairs: hostile enough to meet every end. */
import { canonicalise } from '../../src/core/lang/3-canonical.ts';
import type { Program } from '../../src/core/lang/program.ts';
import { Random } from '../../src/core/random.ts';
import { colourHints } from '../../src/core/search/colours.ts';
import { DonorIndex, type Donor } from '../../src/core/search/donors.ts';
import { Mutator } from '../../src/core/search/mutate.ts';
import { pairsOf, type PlacedPair, type Task } from '../../src/core/task/task.ts';
import type { Limits } from '../../src/core/values/ends.ts';

export interface MutantBatch {
  readonly programs: readonly Program[];
  readonly pairs: readonly PlacedPair[];
  readonly limits: Limits;
}

const FUELS = [2_000, 50_000, 300_000, 2_000_000];
const CAPS = [300, 5_000, 60_000, 1_000_000];
/** Mutants of mutants of mutants … at most. */
const GENERATIONS = 6;

/** Batch number k depends on the seed and k alone. `size` programs each, of which the first is a solver as it is. */
export class Mutants {
  private readonly donors: readonly Donor[];
  private readonly tasks: readonly Task[];
  private readonly index: DonorIndex;

  constructor(donors: readonly Donor[], tasks: readonly Task[]) {
    this.donors = donors;
    this.tasks = tasks;
    this.index = new DonorIndex(donors);
  }

  batch(seed: string, k: number, size: number): MutantBatch {
    const random = new Random(`${seed}/${k}`);
    const task = random.pick(this.tasks);
    const mutator = new Mutator(colourHints(task), this.index);
    const { program } = random.pick(this.donors);
    const programs = [program];
    while (programs.length < size) {
      let mutant = random.bool(0.6) ? program : random.pick(this.donors).program;
      const generations = random.int(1, GENERATIONS);
      for (let i = 0; i < generations; i++) mutant = mutator.mutate(mutant, random)?.program ?? mutant;
      programs.push(canonicalise(mutant));
    }
    const pairs = random.shuffle(pairsOf(task)).slice(0, 2);
    return { programs, pairs, limits: { fuel: random.pick(FUELS), cap: random.pick(CAPS) } };
  }
}
