/**
 * A part of a set of tasks, for machines that know nothing of each other. The tasks are dealt like cards, the largest
 * first and to and fro, so that the parts take alike long; the rule sees the tasks alone, so everybody deals alike.
 */
import type { SweepTask } from '../core/pipeline/sweep-task.ts';
import { pairsOf, type GridRows } from '../core/task/task.ts';
import { WrongCall } from './faults.ts';

/** Part `part`, from 1, of `of`. */
export interface Shard {
  readonly part: number;
  readonly of: number;
}

const MOST = 100_000;

/** An option such as `2/3`; null where it is not given. */
export function shardIn(text: unknown): Shard | null {
  if (text === undefined) return null;
  const [, part, of] = /^(\d{1,6})\/(\d{1,6})$/.exec(String(text)) ?? [];
  const shard = { part: Number(part), of: Number(of) };
  if (part === undefined || shard.of < 1 || shard.of > MOST || shard.part < 1 || shard.part > shard.of)
    throw new WrongCall(
      `--shard needs a part and their number, from 1/1 to ${MOST}/${MOST}, not '${String(text)}'`,
    );
  return shard;
}

const cells = (rows: GridRows | null): number => (rows === null ? 0 : rows.length * (rows[0]?.length ?? 0));

/** Cells that every candidate for a task is run on: what its work grows with. */
const sizeOf = ({ task }: SweepTask): number =>
  pairsOf(task).reduce((sum, { input, output }) => sum + cells(input) + cells(output), 0);

/** The places of the part's tasks, ascending. */
export function placesOf(tasks: readonly SweepTask[], { part, of }: Shard): number[] {
  const sizes = tasks.map(sizeOf);
  const dealt = [...tasks.keys()].sort((a, b) => (sizes[b] as number) - (sizes[a] as number) || a - b);
  const mine = dealt.filter((_, i) => {
    const turn = i % (2 * of);
    return (turn < of ? turn : 2 * of - 1 - turn) === part - 1;
  });
  return mine.sort((a, b) => a - b);
}
