/** Candidates between the stages: from a body that is new to a scored candidate. */
import { encodeBatch, type ProgramBatch } from '../lang/program-batch.ts';
import type { ScoreTable } from '../engine/table.ts';
import { accuracyOf } from '../task/measure.ts';
import { behaviourOn, likenessOn, pairScore } from './5-score.ts';
import { nameOf } from './sources.ts';
import type { Candidate, Origin, PairScore } from './types.ts';

/** A unique candidate on its way through the stages. */
export interface Draft {
  readonly id: number;
  /** The canonical program in wire form. */
  readonly code: Int32Array;
  readonly hash: string;
  readonly origin: Origin;
}

/** Candidates of one parent side by side, so that they share subexpressions within a batch; else in order. */
export function gathered(drafts: readonly Draft[]): Draft[] {
  const family = (draft: Draft): string => nameOf(draft.origin);
  const first = new Map<string, number>();
  drafts.forEach((draft, i) => first.set(family(draft), Math.min(first.get(family(draft)) ?? i, i)));
  return [...drafts].sort(
    (a, b) => (first.get(family(a)) as number) - (first.get(family(b)) as number) || a.id - b.id,
  );
}

/** Drafts that go through the stages together. */
export interface Batch {
  readonly drafts: readonly Draft[];
  /** Of these drafts, and of others that were refused on the way. */
  readonly programs: ProgramBatch;
  /** Of each draft its number among the programs. */
  readonly only: readonly number[];
}

export function batchOf(drafts: readonly Draft[]): Batch {
  return { drafts, programs: encodeBatch(drafts.map((draft) => draft.code)), only: [...drafts.keys()] };
}

/** The batch without some of its drafts, by their number in it. */
export function without({ drafts, programs, only }: Batch, refused: ReadonlySet<number>): Batch {
  const isLeft = (_: unknown, i: number): boolean => !refused.has(i);
  return { drafts: drafts.filter(isLeft), programs, only: only.filter(isLeft) };
}

/** Nodes with arguments: the lines of the solver. */
function callsIn(code: Int32Array): number {
  let calls = 0;
  for (let at = 0; at < code.length; at += 2 + code[at + 1]) if (code[at + 1] > 0) calls++;
  return calls;
}

/** What is the same for all candidates of a batch. */
export interface Scoring {
  readonly round: number;
  /** Train pairs, which are the first of the pairs. */
  readonly trainCount: number;
  /** Cells of the expected output of each pair. */
  readonly cells: readonly number[];
  /** The scores of the batch, the pairs in order. */
  readonly tables: readonly ScoreTable[];
}

/** The draft number `row` of a batch with its scores. */
export function scoredCandidate(
  draft: Draft,
  row: number,
  { round, trainCount, cells, tables }: Scoring,
): Candidate {
  const pairs: PairScore[] = [];
  let behaviour = '';
  let likeness = 0;
  for (const table of tables) {
    for (let column = 0; column < table.pairs; column++) {
      if (pairs.length < trainCount)
        likeness += likenessOn(table, row, column, cells[pairs.length]) / trainCount;
      pairs.push(pairScore(table, row, column, cells[pairs.length]));
      behaviour += behaviourOn(table, row, column);
    }
  }
  return {
    id: draft.id,
    name: nameOf(draft.origin),
    origin: draft.origin,
    round: draft.origin.kind === 'search' ? draft.origin.round - 1 : round,
    hash: draft.hash,
    code: draft.code,
    length: callsIn(draft.code),
    pairs,
    matched: pairs.slice(0, trainCount).filter((pair) => pair.match).length,
    accuracy: accuracyOf(pairs, trainCount),
    likeness,
    fuel: pairs.reduce((sum, pair) => sum + pair.fuel, 0),
    behaviour,
    alike: 1,
    peers: [],
    duplicates: { count: 0, first: [] },
  };
}
