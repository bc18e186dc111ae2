/**
 * Answers that give the same for the test inputs speak for each other: many ways that lead to one output make it more
 * likely than the shortest way alone does.
 */
import { groupBy } from '../group.ts';

/** Difference of ranks at which an answer counts half as much. */
const HALF = 3;

interface Ranked {
  readonly rank: number;
  readonly outputs: unknown;
}

/** The best answer for each different outputs, ranked by all that give these; the most trusted first. */
export function elected<T extends Ranked>(answers: readonly T[]): T[] {
  return [...groupBy(answers, ({ outputs }) => JSON.stringify(outputs)).values()]
    .map((group) => ({ ...group.reduce((a, b) => (b.rank < a.rank ? b : a)), rank: rankOf(group) }))
    .sort((a, b) => a.rank - b.rank);
}

/** To hundredths, since powers may differ in their last digit from engine to engine. */
function rankOf(group: readonly Ranked[]): number {
  const least = Math.min(...group.map(({ rank }) => rank));
  const sum = group.reduce((all, { rank }) => all + 2 ** ((least - rank) / HALF), 0);
  return Math.round(100 * (least - HALF * Math.log2(sum))) / 100;
}
