/** What is asked and answered where a line is searched for by what it is to give. */
import type { Span } from '../lang/diagnostics.ts';
import type { AskedTask } from '../task/task.ts';
import type { Encoded } from '../values/codec.ts';
import type { Picture } from './picture.ts';

export interface LinePlan {
  /** Tells one plan from another. */
  readonly key: string;
  readonly source: string;
  /** Which function of the source, by name; null takes the last one. */
  readonly solver: string | null;
  /** The variable of the line, or `return`. */
  readonly line: string;
  /** Expected outputs are used to tell which train pairs come out right, and for nothing else. */
  readonly task: AskedTask;
  /** What it is to give, by the number of the pair in `pairsOf`; at least one. */
  readonly drawn: readonly (readonly [pair: number, value: Encoded])[];
}

export interface LineRequest {
  readonly plan: LinePlan;
  /** Number of the block, from 0 on. */
  readonly block: number;
}

/** An expression that gives what was drawn. */
export interface ToldLine {
  readonly text: string;
  readonly cost: number;
  /** The solver with it in the line. */
  readonly solver: string;
  /** What it gives on each pair; null where it fails. */
  readonly values: readonly (Picture | null)[];
  /** For each train pair whether that solver gives its output. */
  readonly marks: readonly boolean[];
  readonly matched: number;
}

export type LineAnswer =
  | {
      readonly ok: true;
      /** Expressions made so far. */
      readonly tried: number;
      readonly cost: number;
      /** Nothing is left, or enough was found. */
      readonly done: boolean;
      readonly found: readonly ToldLine[];
      /** Of the value of the line in the source. */
      readonly span: Span;
    }
  /** Why the line cannot be searched for, in a sentence. */
  | { readonly ok: false; readonly why: string };

/** A verb of the inspector worker. */
export interface LineApi {
  findLine(request: LineRequest): LineAnswer;
}
