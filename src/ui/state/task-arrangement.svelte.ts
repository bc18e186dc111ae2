/** The pairs of a task while they are put in order, turned from train to test, drawn, added and taken out. */
import { BLANK } from '../../host/tasks/named-task.ts';
import type { GridRows, PlacedPair, Task, TaskSet } from '../../protocol/index.ts';
import { pairName } from './sentences.ts';

export class TaskArrangement {
  pairs = $state.raw<readonly PlacedPair[]>([]);

  train = $derived(this.pairs.filter(({ set }) => set === 'train'));
  test = $derived(this.pairs.filter(({ set }) => set === 'test'));
  /** Why it is no task; '' where it is one. */
  fault = $derived(
    this.train.length === 0
      ? 'At least one train pair is needed.'
      : this.test.length === 0
        ? 'At least one test pair is needed.'
        : '',
  );
  /** Grids that a drawing can start from. */
  sources = $derived.by(() =>
    [...this.train, ...this.test].flatMap((pair) => {
      const { input, output } = pair;
      const name = this.nameOf(pair);
      const first = { name: `${name} input`, rows: input };
      return output === null ? [first] : [first, { name: `${name} output`, rows: output }];
    }),
  );

  constructor(pairs: readonly PlacedPair[]) {
    this.pairs = pairs;
  }

  /** Its name by its place among those of its kind. */
  nameOf(pair: PlacedPair): string {
    return pairName({ set: pair.set, index: this.kindOf(pair).indexOf(pair) });
  }

  private kindOf({ set }: PlacedPair): readonly PlacedPair[] {
    return set === 'train' ? this.train : this.test;
  }

  /** One place up or down within its kind. */
  move(pair: PlacedPair, by: number): void {
    const kind = this.kindOf(pair);
    const other = kind[kind.indexOf(pair) + by];
    if (!other) return;
    this.pairs = this.pairs.map((one) => (one === pair ? other : one === other ? pair : one));
  }

  draw(pair: PlacedPair, side: 'input' | 'output', rows: GridRows): void {
    this.pairs = this.pairs.map((one) => (one === pair ? { ...pair, [side]: rows } : one));
  }

  add(set: TaskSet): void {
    this.pairs = [...this.pairs, { set, index: 0, input: BLANK, output: BLANK }];
  }

  /** Between train and test; it becomes the last there. */
  turn(pair: PlacedPair): void {
    this.pairs = [
      ...this.pairs.filter((one) => one !== pair),
      { ...pair, set: pair.set === 'train' ? 'test' : 'train' },
    ];
  }

  takeOut(pair: PlacedPair): void {
    this.pairs = this.pairs.filter((one) => one !== pair);
  }

  task(): Task {
    const bare = (pairs: readonly PlacedPair[]) => pairs.map(({ input, output }) => ({ input, output }));
    return { train: bare(this.train), test: bare(this.test) };
  }
}
