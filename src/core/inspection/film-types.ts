/** What the filmstrip asks and answers: the value of every line of a solver on every pair, as pictures. */
import type { BattAnswer, BattRequest } from './batt.ts';
import type { Drawn } from './picture.ts';
import type { SimplifyAnswer, SimplifyRequest } from './simplify.ts';
import type { StressAnswer, StressRequest } from './stress.ts';
import type { Span } from '../lang/diagnostics.ts';
import type { End } from '../pipeline/types.ts';
import type { AskedTask } from '../task/task.ts';

export interface FilmRequest {
  readonly source: string;
  /** Which function of the source, by name; null takes the last one. */
  readonly solver: string | null;
  readonly task: AskedTask;
  readonly fuel: number;
  /** Which pairs, by their number in `pairsOf`; all of them where left out. Nothing is computed for others. */
  readonly pairs?: readonly number[];
  /** Which lines are to be drawn, by number; all of them where left out. All are computed. */
  readonly lines?: readonly number[];
  /** Whether ties are looked for, which is so unless told otherwise; it costs as much again. */
  readonly ties?: boolean;
  /** A solver to be held against this one. */
  readonly compare?: { readonly source: string; readonly solver: string | null } | null;
  /** Ties that are to be decided otherwise. */
  readonly choices?: readonly Choice[];
}

/** Another winner for one tie. */
export interface Choice {
  readonly line: number;
  /** Number in `pairsOf`. */
  readonly pair: number;
  /** Number of the tie among those of the line on the pair. */
  readonly ordinal: number;
  /** Number of the winner among the tied; 0 is that of canonical order. */
  readonly pick: number;
}

export type FilmAnswer =
  { readonly ok: true; readonly film: Film } | { readonly ok: false; readonly why: string };

export interface Film {
  /** Those asked for, in that order. */
  readonly pairs: readonly FilmPair[];
  /** In the order of the source, the return last. */
  readonly lines: readonly FilmLine[];
  /** Why the solver to compare with cannot be run; '' where it can, or none was given. */
  readonly compareFault: string;
}

export interface FilmPair {
  /** Number in `pairsOf`. */
  readonly pair: number;
  readonly end: End;
  readonly match: boolean;
  /** Of the lines that the result needs; a line without a value costs what it had cost until then. */
  readonly fuel: number;
  /** Whether the choices change what comes out; null where none is for this pair. */
  readonly changed: boolean | null;
  /** Where the solver to compare with first gives something else; null where it never does or none was given. */
  readonly difference: Difference | null;
}

export interface Difference {
  /** Number of the line in this solver. */
  readonly line: number;
  /** What the other solver has there; null where it has no such line. */
  readonly theirs: Shown | null;
}

export interface FilmLine {
  /** The variable; `return` for the return. */
  readonly name: string;
  readonly span: Span;
  /** `Set Object`, `Object -> Bool` */
  readonly type: string;
  /** The result does not need it. */
  readonly dead: boolean;
  /** The value is the same on all pairs asked for; null where one pair or a huge value cannot tell. */
  readonly same: boolean | null;
  /** One for each of the pairs. */
  readonly frames: readonly Frame[];
}

/** A line on a pair. */
export interface Frame {
  readonly shown: Shown;
  /** Steps of the line alone: what earlier lines computed is not paid again. */
  readonly fuel: number;
  /** Share of the fuel of the lines that the result needs, 0 to 1; 0 for a dead line. */
  readonly share: number;
  /** The first few ties that canonical order alone decided. */
  readonly ties: readonly Tie[];
  /** How many there are; where one call has very many they are not all counted. */
  readonly tieCount: number;
}

export type Shown =
  | ({ readonly kind: 'value' } & Drawn)
  /** The line failed: why, in which primitive ('' for none), and at which expression. */
  | {
      readonly kind: 'fault';
      readonly end: 'error' | 'fuel' | 'size';
      readonly primitive: string;
      readonly why: string;
      readonly span: Span;
    }
  /** It needs a line that has no value. */
  | { readonly kind: 'waits'; readonly line: number; readonly name: string };

export interface Tie {
  readonly ordinal: number;
  /** The primitive that had to decide, as far as can be told; '' where it cannot. */
  readonly primitive: string;
  readonly span: Span;
  /** The first few of the tied, and the winner, each with the number that a choice picks it by. */
  readonly tied: readonly Tied[];
  readonly count: number;
  /** Number of the one that was taken; 0 unless a choice said otherwise. */
  readonly pick: number;
}

export interface Tied extends Drawn {
  readonly pick: number;
}

/** Verbs of the inspector worker. */
export interface FilmApi {
  film(request: FilmRequest): FilmAnswer;
  batt(request: BattRequest): BattAnswer;
  stress(request: StressRequest): StressAnswer;
  simplify(request: SimplifyRequest): SimplifyAnswer;
}
