/** Stage 5: the table of scores of a batch, as facts about each candidate. */
import type { ScoreTable } from '../engine/table.ts';
import type { PlacedPair } from '../task/task.ts';
import { ENDS } from '../values/ends.ts';
import type { PairScore } from './types.ts';

/** Cells of the expected output of a pair; 0 where it is not known. */
export function expectedCells(pair: PlacedPair): number {
  return pair.output === null ? 0 : pair.output.length * pair.output[0].length;
}

/** The entry of `program` on the table's pair number `column`. */
export function pairScore(table: ScoreTable, program: number, column: number, cells: number): PairScore {
  const at = program * table.pairs + column;
  return {
    end: ENDS[table.ends[at]],
    match: table.match[at] === 1,
    shape: table.shape[at] === 1,
    correct: table.correct[at],
    cells,
    fuel: table.fuel[at],
  };
}

/** How near the output is to the expected one, 0-1: right cells, or where the shape differs what both share. */
export function likenessOn(table: ScoreTable, program: number, column: number, cells: number): number {
  const at = program * table.pairs + column;
  if (table.shape[at] === 0) return table.shared[at] / 1000;
  return cells === 0 ? 0 : table.correct[at] / cells;
}

/** Behaviour on one pair in five characters, which are numbers of 16 bits: writing digits would take far longer. */
export function behaviourOn(table: ScoreTable, program: number, column: number): string {
  const at = program * table.pairs + column;
  const one = table.digest[at * 2];
  const two = table.digest[at * 2 + 1];
  return String.fromCharCode(table.ends[at], one >>> 16, one & 0xffff, two >>> 16, two & 0xffff);
}

const BEHAVIOUR_LENGTH = 5;

/** Of the behaviour of a candidate, which joins those on all pairs, the part of pair number `pair`. */
export function behaviourOfPair(behaviour: string, pair: number): string {
  return behaviour.slice(pair * BEHAVIOUR_LENGTH, (pair + 1) * BEHAVIOUR_LENGTH);
}
