/**
 * What the search from nothing has made, to be looked at: it is done once more, round by round, which gives the same states,
 * and of each kind some are shown. Rounds are gone through whole, so that looking changes nothing of what comes after.
 */
import type { Arena } from '../engine/arena.ts';
import { encodeProgram } from '../lang/program-code.ts';
import type { Task } from '../task/task.ts';
import type { Bank, StateId } from './bank.ts';
import { Expression } from './expression.ts';
import { GrowthTree, type BranchId } from './growth-tree.ts';
import { Synthesis } from './synthesis.ts';
import { BROAD } from './track.ts';
import { fittingOf, groupsOf, type TriedKind, type TriedStates } from './tried-groups.ts';

export interface TriedPart {
  readonly code: Int32Array<ArrayBuffer>;
  readonly cost: number;
  /** The macros that it is made of. */
  readonly macros: readonly string[];
}

export interface TriedGroup {
  readonly kind: TriedKind;
  readonly count: number;
  readonly sample: readonly TriedPart[];
}

export interface TriedRequest {
  /** Tells one task from another. */
  readonly key: string;
  readonly task: Task;
  /** Rounds to be done in all. */
  readonly round: number;
  /** Another turn gives another sample. */
  readonly turn: number;
}

export interface TriedReport {
  readonly round: number;
  /** Nothing more will come. */
  readonly done: boolean;
  readonly applied: number;
  readonly distinct: number;
  readonly groups: readonly TriedGroup[];
}

/** The branches that are open, each as the path of its macros from the input on. */
export interface GrownRequest extends Omit<TriedRequest, 'turn'> {
  readonly open: readonly (readonly string[])[];
}

/** A macro with what came of it after the macros above it. */
export interface Branch {
  readonly text: string;
  /** Different values, its own and those of all branches below. */
  readonly made: number;
  /** Grids of the right size among them. */
  readonly sized: number;
  /** Its cheapest value. */
  readonly example: TriedPart;
  /** How many branches came from it; those that are told are the largest, and none where it is closed. */
  readonly count: number;
  readonly branches: readonly Branch[];
}

/** Shown of a kind. */
const SHOWN = 6;
/** Branches of one that are told. */
const TOLD = 12;

export class TriedSearch {
  private readonly arena: () => Arena;
  private key = '';
  private synthesis: Synthesis | null = null;
  private slices: Iterator<void> = [][Symbol.iterator]();
  private done = false;
  private tree: GrowthTree | null = null;
  private groups: readonly TriedStates[] = [];

  /** `arena` gives an arena that nobody else uses. */
  constructor(arena: () => Arena) {
    this.arena = arena;
  }

  tried({ turn, ...request }: TriedRequest): TriedReport {
    const synthesis = this.go(request);
    const { bank } = synthesis;
    return {
      round: Math.min(request.round, synthesis.round),
      done: this.done,
      applied: bank.arena.exports.applied.value,
      distinct: bank.size,
      groups: this.groups.map(({ kind, states }) => ({
        kind,
        count: states.length,
        sample: drawn(states, turn).map((state) => partOf(bank, state)),
      })),
    };
  }

  /** What came from what in the same rounds, as far as it is open. */
  grown({ open, ...request }: GrownRequest): Branch {
    const { bank } = this.go(request);
    const tree = (this.tree ??= new GrowthTree(bank, fittingOf(bank)));
    const wanted = new Set(open.map((path) => path.join('\n')));
    const tell = (branch: BranchId, path: string): Branch => {
      const below = tree.branchesOf(branch);
      return {
        text: tree.text(branch),
        made: tree.madeOf(branch),
        sized: tree.sizedOf(branch),
        example: partOf(bank, tree.example(branch)),
        count: below.length,
        branches: wanted.has(path)
          ? below.slice(0, TOLD).map((each) => tell(each, `${path}\n${tree.text(each)}`))
          : [],
      };
    };
    return tell(0, tree.text(0));
  }

  /** Comes to the end of a round; begins anew where another task is looked at, or an earlier round. */
  private go({ key, task, round }: Omit<TriedRequest, 'turn'>): Synthesis {
    let { synthesis } = this;
    if (synthesis === null || this.key !== key || synthesis.round > round + 1) {
      synthesis = new Synthesis(this.arena(), task, BROAD);
      this.synthesis = synthesis;
      this.slices = synthesis.slices();
      this.key = key;
      this.done = false;
      this.groups = [];
    }
    // Where the next round has begun no piece is in use, and those of this one can be made anew.
    let moved = false;
    while (!this.done && synthesis.round <= round) {
      this.done = this.slices.next().done === true;
      moved = true;
    }
    if (moved) {
      this.groups = groupsOf(synthesis.bank, task);
      this.tree = null;
    }
    return synthesis;
  }
}

/** Some of them, from all over the list, which is in order of cost. */
function drawn(states: readonly StateId[], turn: number): StateId[] {
  const step = Math.max(1, Math.floor(states.length / SHOWN));
  const places = Array.from(
    { length: Math.min(SHOWN, states.length) },
    (_, i) => (i * step + turn) % states.length,
  );
  return [...new Set(places)].map((place) => states[place]);
}

function partOf(bank: Bank, state: StateId): TriedPart {
  const expression = new Expression(bank);
  const program = expression.program(expression.state(state));
  return { code: encodeProgram(program), cost: bank.costs[state], macros: expression.macros };
}
