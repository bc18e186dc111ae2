/**
 * What came from what: the states of a bank as a tree of macros. A state stands below the dearer of its arguments, and
 * states whose macros are the same all the way down to the input are one branch.
 */
import type { Bank, StateId } from './bank.ts';

/** A number of a branch; 0 is the input. */
export type BranchId = number;

const INPUT: BranchId = 0;

export class GrowthTree {
  /** Of each branch: its parent, its macro, its first state, and what came of it, itself and all below. */
  private readonly parents: BranchId[] = [];
  private readonly texts: string[] = [];
  private readonly firsts: StateId[] = [];
  private readonly made: number[] = [];
  private readonly sized: number[] = [];
  private readonly below: Map<string, BranchId>[] = [];

  /** `fitting` are the grids of the right size. */
  constructor(bank: Bank, fitting: readonly StateId[]) {
    const { costs, macros, size } = bank;
    const branchOf = new Int32Array(size);
    this.add(INPUT, 'I', 0);
    for (let state = 0; state < size; state++) {
      const { macro, x, y } = bank.derivation(state);
      const from = y >= 0 && costs[y] > costs[x] ? y : x;
      const branch = from < 0 ? INPUT : this.branch(branchOf[from], macros[macro].text, state);
      branchOf[state] = branch;
      this.made[branch]++;
    }
    for (const state of fitting) this.sized[branchOf[state]]++;
    // A branch comes after the one that it came from.
    for (let branch = this.parents.length - 1; branch > INPUT; branch--) {
      this.made[this.parents[branch]] += this.made[branch];
      this.sized[this.parents[branch]] += this.sized[branch];
    }
  }

  private branch(parent: BranchId, text: string, state: StateId): BranchId {
    const known = this.below[parent].get(text);
    if (known !== undefined) return known;
    const branch = this.add(parent, text, state);
    this.below[parent].set(text, branch);
    return branch;
  }

  private add(parent: BranchId, text: string, first: StateId): BranchId {
    this.texts.push(text);
    this.firsts.push(first);
    this.made.push(0);
    this.sized.push(0);
    this.below.push(new Map());
    return this.parents.push(parent) - 1;
  }

  text(branch: BranchId): string {
    return this.texts[branch];
  }

  /** The state that was made first of its macro. */
  example(branch: BranchId): StateId {
    return this.firsts[branch];
  }

  /** Different values that came of it. */
  madeOf(branch: BranchId): number {
    return this.made[branch];
  }

  /** Grids of the right size among them. */
  sizedOf(branch: BranchId): number {
    return this.sized[branch];
  }

  /** The branches that came from it, those first of which most came. */
  branchesOf(branch: BranchId): BranchId[] {
    return [...this.below[branch].values()].sort((a, b) => this.made[b] - this.made[a] || a - b);
  }
}
