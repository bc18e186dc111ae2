/** The order of fillings: pairs matched, then cost; of equally dear ones those whose answer most others give, too. */

interface Ranked {
  readonly matched: number;
  readonly cost: number;
  readonly answer: string;
  readonly behaviour: string;
  readonly order: number;
}

/** Fillings as they come. Those that do the same on all pairs are one, the cheapest; each of them has its vote. */
export class FillingList<T extends Ranked> {
  /** By behaviour. */
  private readonly cheapest = new Map<string, T>();
  /** For each answer to the test inputs, of the fillings that match most pairs: a cheap one's vote counts more. */
  private readonly votes = new Map<string, number>();
  private most = 0;

  add(fillings: readonly T[]): void {
    for (const filling of fillings) {
      const { matched, cost, answer, behaviour, order } = filling;
      if (matched > this.most) this.votes.clear();
      this.most = Math.max(this.most, matched);
      if (matched === this.most) this.votes.set(answer, (this.votes.get(answer) ?? 0) + 2 ** -cost);
      const known = this.cheapest.get(behaviour);
      if (known === undefined || cost - known.cost < 0 || (cost === known.cost && order < known.order))
        this.cheapest.set(behaviour, filling);
    }
  }

  /** Best first, so many at most. */
  best(count: number): T[] {
    const votesOf = ({ answer }: T): number => (answer === '' ? 0 : (this.votes.get(answer) ?? 0));
    return [...this.cheapest.values()]
      .sort(
        (a, b) => b.matched - a.matched || a.cost - b.cost || votesOf(b) - votesOf(a) || a.order - b.order,
      )
      .slice(0, count);
  }
}

/** All of them in order, those that do the same once. */
export function ranked<T extends Ranked>(fillings: readonly T[]): T[] {
  const list = new FillingList<T>();
  list.add(fillings);
  return list.best(Infinity);
}
