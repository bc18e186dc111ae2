/** What the inspector answers: one solver at a time, looked at closely. The tab asks, a worker of its own replies. */
import type { EditingApi } from './editing.ts';
import type { FilmApi } from './film-types.ts';
import type { LineApi } from './line-types.ts';
import type { Picture } from './picture.ts';
import type { SharingApi } from './sharing.ts';
import type { PairScore } from '../pipeline/types.ts';
import type { Diagnostic } from '../lang/diagnostics.ts';
import type { AskedTask, GridRows, PairSet } from '../task/task.ts';

/** What a solver did on one pair, in full. */
export interface PairResult extends PairScore {
  readonly set: PairSet;
  readonly index: number;
  /** The output where `end` is ok: its top left part, of at most 60 rows and columns. */
  readonly output: GridRows | null;
  /** Rows and columns of all of the output. */
  readonly size: readonly [height: number, width: number] | null;
  /** Why there is no output, for people; null where there is one. */
  readonly fault: PairFault | null;
}

export interface PairFault {
  /** The innermost primitive that failed; '' where none is to blame. */
  readonly primitive: string;
  readonly why: string;
  /** Span in the source of the expression that failed; null where the program has no source. */
  readonly span: { readonly from: number; readonly to: number } | null;
}

/** A solver text to be read, checked and scored on every pair. */
export interface InspectRequest {
  readonly source: string;
  /** Which function of the source, by name; null takes the last one. */
  readonly solver: string | null;
  readonly task: AskedTask;
  readonly fuel: number;
}

export interface Inspection {
  readonly diagnostics: readonly Diagnostic[];
  /** null where the source holds no solver that can be run. */
  readonly result: SolverResult | null;
}

/** A program in each of its forms. */
export interface Printed {
  /** In plain words, as one sentence. */
  readonly words: string;
  /** In canonical steps, and as one expression (null where that would be longer than 20,000 characters). */
  readonly steps: string;
  readonly line: string | null;
}

export interface SolverResult extends Printed {
  readonly hash: string;
  /** Number of calls. */
  readonly length: number;
  /** In the order of `pairsOf`. */
  readonly pairs: readonly PairResult[];
}

/** Outputs of programs on one pair, for thumbnails. */
export interface OutputsRequest {
  readonly programs: readonly Int32Array[];
  readonly input: GridRows;
  readonly fuel: number;
}

/** A program to be printed as a solver text. */
export interface PrintRequest {
  readonly code: Int32Array;
  /** Name of the function, without the `solve_`. */
  readonly name: string;
}

/** Diagnostics and names of all functions of a solver file, without running anything. */
export interface FileReport {
  readonly solvers: readonly { readonly name: string; readonly source: string; readonly ok: boolean }[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The contract of the inspector worker. Each answer is plain data; nothing is thrown on purpose. */
export interface InspectorApi extends EditingApi, SharingApi, FilmApi, LineApi {
  inspect(request: InspectRequest): Inspection;
  outputs(request: OutputsRequest): (GridRows | null)[];
  /** As `outputs`, for values of any kind. */
  pictures(request: OutputsRequest): (Picture | null)[];
  print(request: PrintRequest): Printed;
  readFile(source: string): FileReport;
}
