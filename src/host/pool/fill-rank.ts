/** The order of fillings: pairs matched, then cost; of equally dear ones those whose answer most others give, too. */

interface Ranked {
  readonly matched: number;
  readonly cost: number;
  readonly answer: string;
  readonly order: number;
}

/** Best first. An answer to the test inputs has a vote of every filling that gives it, a cheap one's counting more. */
export function ranked<T extends Ranked>(fillings: readonly T[]): T[] {
  const votes = new Map<string, number>();
  const most = Math.max(0, ...fillings.map(({ matched }) => matched));
  for (const { matched, cost, answer } of fillings)
    if (matched === most) votes.set(answer, (votes.get(answer) ?? 0) + 2 ** -cost);
  const votesOf = ({ answer }: T): number => (answer === '' ? 0 : (votes.get(answer) ?? 0));
  return [...fillings].sort(
    (a, b) => b.matched - a.matched || a.cost - b.cost || votesOf(b) - votesOf(a) || a.order - b.order,
  );
}
