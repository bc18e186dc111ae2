/** Comparing what programs give with what the pairs expect. */
import type { Program } from '../lang/program.ts';
import type { PlacedPair, GridRows } from '../task/task.ts';
import { type EndName, type Limits } from '../values/ends.ts';
import { Fault } from '../values/meter.ts';
import { gridOf } from '../values/build.ts';
import { Grid, type Value } from '../values/value.ts';
import type { Evaluation } from './evaluation.ts';
import type { Handle } from './arena.ts';
import type { ScoreTable } from './table.ts';

/** The values of rows that were asked for: a task's pairs are scored again and again. */
const gridValues = new WeakMap<GridRows, Value>();

/** The value of rows of colours. */
export function gridValue(rows: GridRows): Value {
  let value = gridValues.get(rows);
  if (value === undefined) gridValues.set(rows, (value = readGrid(rows)));
  return value;
}

/** Written out as loops: every scoring starts here. */
function readGrid(rows: GridRows): Value {
  const width = rows[0].length;
  const cells = new Int16Array(rows.length * width);
  for (let row = 0, at = 0; row < rows.length; row++) {
    const colours = rows[row];
    for (let column = 0; column < width; column++) cells[at++] = colours[column];
  }
  return gridOf(rows.length, width, cells);
}

/** A grid all of whose cells are colours 0-9, which is what a solver should give. */
export function isColourGrid(value: Value | Fault): value is Grid {
  if (!(value instanceof Grid)) return false;
  for (let i = 0; i < value.cells.length; i++) if (value.cells[i] < 0 || value.cells[i] > 9) return false;
  return true;
}

export function endOf(value: Value | Fault): EndName {
  if (value instanceof Fault) return value.end;
  return isColourGrid(value) ? 'ok' : 'nongrid';
}

/** Cells of `output` that equal those of `expected`; 0 where the shapes differ. */
export function correctCells(output: Grid, expected: Grid): number {
  if (output.height !== expected.height || output.width !== expected.width) return 0;
  let correct = 0;
  for (let i = 0; i < output.cells.length; i++) if (output.cells[i] === expected.cells[i]) correct++;
  return correct;
}

/**
 * Scores every program on every one of `pairs`. All programs are one graph; the pairs are taken one by one. `keep` is
 * shown each entry of the table with the value behind it, 0 for none, which is there during the call.
 */
export function scorePrograms(
  evaluation: Evaluation,
  programs: readonly Program[],
  pairs: readonly PlacedPair[],
  limits?: Limits,
  keep?: (entry: number, value: Handle) => void,
): ScoreTable {
  const { arena } = evaluation;
  const { exports: core } = arena;
  evaluation.load(programs, limits);
  const table = core.beginScores(pairs.length);
  pairs.forEach((pair, i) => {
    let expected: Handle = 0;
    evaluation.beginWith(() => {
      expected = pair.output === null ? 0 : arena.putRows(pair.output);
      return arena.putRows(pair.input);
    });
    core.beginPair(i, expected);
    if (keep === undefined) evaluation.persist(() => core.scoreRest());
    else
      programs.forEach((_, p) => {
        evaluation.persist(() => core.scoreNext());
        keep(p * pairs.length + i, core.result.value);
        evaluation.end(p);
      });
  });
  return copyOf(core.memory.buffer, table, programs.length * pairs.length, pairs.length);
}

/** The table at `at`, which src/arena/score.ts describes. */
function copyOf(memory: ArrayBuffer, at: number, entries: number, pairs: number): ScoreTable {
  const part = (from: number, bytes: number): ArrayBuffer =>
    memory.slice(at + from * entries, at + (from + bytes) * entries);
  return {
    pairs,
    fuel: new Float64Array(part(0, 8)),
    digest: new Uint32Array(part(8, 8)),
    correct: new Uint16Array(part(16, 2)),
    ends: new Uint8Array(part(18, 1)),
    match: new Uint8Array(part(19, 1)),
    shape: new Uint8Array(part(20, 1)),
  };
}
