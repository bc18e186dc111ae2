/** The tree of what came from what in a search, as rows: those that are open, with what came of each. */
import type { Branch } from '../../host/tasting.ts';
import type { Outcome } from '../../protocol/index.ts';

/** A branch in its place. */
export interface TreeRow {
  readonly key: string;
  /** The key of the branch that it came from; '' where there is none. */
  readonly above: string;
  /** The macros from the input on. */
  readonly path: readonly string[];
  readonly branch: Branch;
  readonly open: boolean;
  /** Its place among the `of` branches told that came from the same one, from 1. */
  readonly place: number;
  readonly of: number;
  /** How much came of it, and how much of it is of the right size, as shares of all. */
  readonly share: number;
  readonly sizedShare: number;
}

/** Asks for the tree as far as these paths are open. */
export type AskTree = (open: readonly (readonly string[])[]) => Promise<Outcome<Branch>>;

export class TriedTree {
  rows = $state.raw<readonly TreeRow[]>([]);
  why = $state('');

  private readonly ask: AskTree;
  private opened: readonly (readonly string[])[] = [['I']];
  private asking = false;
  /** Something was opened, or more was made, since it was asked. */
  private stale = false;

  constructor(ask: AskTree) {
    this.ask = ask;
  }

  /** Asks anew: what is there grows with every round. */
  async refresh(): Promise<void> {
    this.stale = true;
    if (this.asking) return;
    this.asking = true;
    while (this.stale) {
      this.stale = false;
      const outcome = await this.ask(this.opened);
      this.why = outcome.ok || outcome.tag === 'stopped' ? '' : outcome.why;
      if (outcome.ok) this.rows = rowsOf(outcome.value, this.rows);
    }
    this.asking = false;
  }

  /** Opens a branch, or closes it. */
  async toggle({ key, path, open, branch }: TreeRow): Promise<void> {
    if (branch.count === 0) return;
    this.opened = open ? this.opened.filter((each) => keyOf(each) !== key) : [...this.opened, path];
    await this.refresh();
  }
}

const keyOf = (path: readonly string[]): string => path.join('\n');

/** What was shown `before` stays in its place while more comes of others; what is new comes after it. */
function rowsOf(root: Branch, before: readonly TreeRow[]): TreeRow[] {
  const places = new Map(before.map(({ key }, i) => [key, i]));
  const rows: TreeRow[] = [];
  const add = (branch: Branch, above: readonly string[], place: number, of: number): void => {
    const path = [...above, branch.text];
    const { branches, made, sized } = branch;
    rows.push({
      key: keyOf(path),
      above: keyOf(above),
      path,
      branch,
      open: branches.length > 0,
      place,
      of,
      share: made / root.made,
      sizedShare: sized / root.made,
    });
    const placeOf = ({ text }: Branch): number => places.get(keyOf([...path, text])) ?? before.length;
    const placed = [...branches].sort((a, b) => placeOf(a) - placeOf(b));
    placed.forEach((each, i) => add(each, path, i + 1, placed.length));
  };
  add(root, [], 1, 1);
  return rows;
}
