/**
 * Outputs of candidates on one pair, for the thumbnails. What the run has told needs no asking: an output that matches is
 * the expected one. The others are asked for in small batches and kept by body hash.
 */
import type { GridRows, OutputsRequest, Outcome, PairScore } from '../../protocol/index.ts';
import { turn } from '../parts/turns.ts';

export interface ThumbSource {
  outputs(request: OutputsRequest): Promise<Outcome<(GridRows | null)[]>>;
}

export interface ThumbWish {
  readonly hash: string;
  readonly code: Int32Array;
  /** The input of the pair; the same object for the same pair. */
  readonly input: GridRows;
  /** The expected output of the pair. */
  readonly output: GridRows | null;
  /** What the run found on the pair; undefined where it did not see it. */
  readonly score: PairScore | undefined;
  readonly fuel: number;
}

interface Waiting extends ThumbWish {
  readonly key: string;
  settle(output: GridRows | null): void;
}

const BATCH = 8;
const KEPT = 1500;

export class Thumbs {
  private readonly source: ThumbSource;
  private readonly kept = new Map<string, Promise<GridRows | null>>();
  private readonly inputs = new WeakMap<GridRows, number>();
  private inputCount = 0;
  private waiting: Waiting[] = [];
  private busy = false;

  constructor(source: ThumbSource) {
    this.source = source;
  }

  /** The output on that input, null where there is none. */
  get(wish: ThumbWish): Promise<GridRows | null> {
    const { score } = wish;
    if (score?.match) return Promise.resolve(wish.output);
    if (score !== undefined && score.end !== 'ok') return Promise.resolve(null);
    const key = `${this.inputNumber(wish.input)} ${wish.hash} ${wish.fuel}`;
    const known = this.kept.get(key);
    if (known) return known;
    const answer = new Promise<GridRows | null>((settle) => this.waiting.push({ ...wish, key, settle }));
    this.kept.set(key, answer);
    if (this.kept.size > KEPT) this.kept.delete(this.kept.keys().next().value!);
    if (!this.busy) void this.work();
    return answer;
  }

  private inputNumber(input: GridRows): number {
    const known = this.inputs.get(input);
    if (known !== undefined) return known;
    this.inputs.set(input, ++this.inputCount);
    return this.inputCount;
  }

  /** The newest wishes first: they are what is on screen now. */
  private async work(): Promise<void> {
    this.busy = true;
    await turn();
    while (this.waiting.length > 0) {
      const { input, fuel } = this.waiting[this.waiting.length - 1];
      const batch: Waiting[] = [];
      for (let i = this.waiting.length - 1; i >= 0 && batch.length < BATCH; i--) {
        if (this.waiting[i].input === input && this.waiting[i].fuel === fuel) {
          batch.push(...this.waiting.splice(i, 1));
        }
      }
      batch.reverse();
      const answer = await this.source.outputs({ programs: batch.map(({ code }) => code), input, fuel });
      batch.forEach(({ settle }, i) => settle(answer.ok ? answer.value[i] : null));
      if (!answer.ok) for (const { key } of batch) this.kept.delete(key); // the next wish asks again
    }
    this.busy = false;
  }
}
