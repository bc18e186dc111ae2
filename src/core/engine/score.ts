/** Comparing what programs give with what the pairs expect. */
import type { Program } from '../lang/program.ts';
import type { PlacedPair } from '../task/task.ts';
import type { Limits } from '../values/ends.ts';
import type { Handle } from './arena.ts';
import type { Evaluation } from './evaluation.ts';
import type { ScoreTable } from './table.ts';

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
    shared: new Uint16Array(part(18, 2)),
    ends: new Uint8Array(part(20, 1)),
    match: new Uint8Array(part(21, 1)),
    shape: new Uint8Array(part(22, 1)),
  };
}
