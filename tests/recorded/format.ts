/** The recorded files: what stands in them, and what Batt makes of the same. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { encodeBatch } from '../../src/core/lang/program-batch.ts';
import { encodeProgram } from '../../src/core/lang/program-code.ts';
import type { Program } from '../../src/core/lang/program.ts';
import { work } from '../../src/core/pipeline/work.ts';
import type { GridRows, PlacedPair } from '../../src/core/task/task.ts';
import type { Encoded } from '../../src/core/values/codec.ts';
import { DEFAULT_LIMITS, ENDS } from '../../src/core/values/ends.ts';
import { TOOLS } from '../support/tools.ts';

/** A call of a primitive, and of the function that it returns where `apply` is given; without a result it fails. */
export interface RecordedCall {
  readonly args: readonly Encoded[];
  readonly apply?: readonly Encoded[];
  readonly result?: Encoded;
}

export interface RecordedCalls {
  readonly about: string;
  readonly calls: Readonly<Record<string, readonly RecordedCall[]>>;
}

/** What a program comes to on a grid: a grid in rows of digits, or how it ended. Nothing of it hangs on fuel. */
export type Outcome = readonly string[] | string;

export interface RecordedProgram {
  readonly source: string;
  readonly input: readonly string[];
  readonly outcome: Outcome;
}

export interface RecordedPrograms {
  readonly about: string;
  /** Random programs, and starter solvers on tasks of others. */
  readonly programs: readonly RecordedProgram[];
  /**
   * For each starter solver a digest a starter task (by ascending id) of its outcomes on all pairs, with spaces between;
   * a star after one in which order decided, '-' where there is nothing to compare (see `about`).
   */
  readonly starter: Readonly<Record<string, string>>;
}

const fileOf = (name: 'calls' | 'programs'): URL => new URL(`./${name}.json`, import.meta.url);

export function readCalls(): RecordedCalls {
  return JSON.parse(readFileSync(fileOf('calls'), 'utf8'));
}

export function readPrograms(): RecordedPrograms {
  return JSON.parse(readFileSync(fileOf('programs'), 'utf8'));
}

/** Eight hexadecimal digits. */
export function digestOf(outcomes: readonly Outcome[]): string {
  const lines = outcomes.map((outcome) => (typeof outcome === 'string' ? outcome : outcome.join('/')));
  return createHash('sha256').update(lines.join('\n')).digest('hex').slice(0, 8);
}

export function rowsOf(digits: readonly string[]): GridRows {
  return digits.map((row) => Array.from(row, Number));
}

/** By program and input; the engine takes all programs at once, as in a run. */
export function outcomesOf(programs: readonly Program[], inputs: readonly GridRows[]): Outcome[][] {
  const pairs = inputs.map((input, index): PlacedPair => ({ set: 'train', index, input, output: null }));
  const job = {
    programs: encodeBatch(programs.map((program) => encodeProgram(program))),
    pairs,
    limits: DEFAULT_LIMITS,
  };
  const { tables, outputs } = work('scoreMany', { jobs: [job], outputs: true }, TOOLS);
  return programs.map((_, p) =>
    pairs.map((_pair, i): Outcome => {
      const at = p * pairs.length + i;
      return outputs[0][at] ?? ENDS[tables[0].ends[at]];
    }),
  );
}
