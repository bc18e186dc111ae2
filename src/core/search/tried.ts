/**
 * What the search from nothing has made, to be looked at: it is done once more, round by round, which gives the same states,
 * and of each kind some are shown. Rounds are gone through whole, so that looking changes nothing of what comes after.
 */
import type { Arena } from '../engine/arena.ts';
import { encodeProgram } from '../lang/program-code.ts';
import type { Task } from '../task/task.ts';
import { TYPES, type StateId } from './bank.ts';
import { Expression } from './expression.ts';
import { Pieces } from './pieces.ts';
import { Synthesis } from './synthesis.ts';
import { BROAD } from './track.ts';

/** Grids of the size of the output, pieces that are right wherever they paint, choices of objects, and other grids. */
export type TriedKind = 'sized' | 'right' | 'chosen' | 'grids';

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

/** Shown of a kind, and looked through. */
const SHOWN = 6;
const LOOKED = 4000;
const PIECES = { patches: 1500, objects: 800, sources: 8, grids: 20 };

export class TriedSearch {
  private readonly arena: () => Arena;
  private key = '';
  private synthesis: Synthesis | null = null;
  private slices: Iterator<void> = [][Symbol.iterator]();
  private done = false;
  private groups: readonly { readonly kind: TriedKind; readonly states: readonly StateId[] }[] = [];

  /** `arena` gives an arena that nobody else uses. */
  constructor(arena: () => Arena) {
    this.arena = arena;
  }

  tried({ key, task, round, turn }: TriedRequest): TriedReport {
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
    if (moved) this.groups = groupsOf(synthesis, task);
    const { bank } = synthesis;
    return {
      round: Math.min(round, synthesis.round),
      done: this.done,
      applied: bank.arena.exports.applied.value,
      distinct: bank.size,
      groups: this.groups.map(({ kind, states }) => ({
        kind,
        count: states.length,
        sample: drawn(states, turn).map((state) => partOf(synthesis, state)),
      })),
    };
  }
}

function groupsOf({ bank }: Synthesis, task: Task): { kind: TriedKind; states: StateId[] }[] {
  const { exports: core } = bank.arena;
  const fitting = Array.from({ length: core.fittingCount.value }, (_, i) => core.fittingAt(i));
  const sized = new Set(fitting);
  const of = (letter: string): StateId[] => bank.cheapest(TYPES.indexOf(letter), LOOKED);
  const right = fitting.length === 0 ? [] : rightPieces(bank, task, fitting);
  return [
    { kind: 'sized', states: fitting },
    { kind: 'right', states: right },
    { kind: 'chosen', states: [...of('S'), ...of('O')] },
    { kind: 'grids', states: of('G').filter((state) => !sized.has(state)) },
  ];
}

/** States behind pieces that paint some cell, and none wrong, on any train pair. */
function rightPieces(bank: Synthesis['bank'], task: Task, fitting: readonly StateId[]): StateId[] {
  const colours = [...new Set(task.train.flatMap(({ output }) => output?.flat() ?? []))];
  const pieces = new Pieces(bank, colours, PIECES, fitting);
  const states = pieces.list.flatMap(({ layer, wrong }) => {
    if (pieces.count(wrong) > 0) return [];
    if (layer.kind === 'paint') return [layer.object];
    if (layer.kind === 'colour') return [layer.grid];
    return 'area' in layer && layer.area.kind === 'state' ? [layer.area.state] : [];
  });
  return [...new Set(states)];
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

function partOf({ bank }: Synthesis, state: StateId): TriedPart {
  const expression = new Expression(bank);
  const program = expression.program(expression.state(state));
  return { code: encodeProgram(program), cost: bank.costs[state], macros: expression.macros };
}
