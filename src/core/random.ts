/**
 * Seeded randomness: the only source of chance in `core`.
 *
 * The generator is sfc32 ("small fast counting", Chris Doty-Humphrey, PractRand, public domain): 128 bits of state, one
 * of them a counter, so the period is at least 2^32. A seed is spread over that state by FNV-1a (Fowler, Noll, Vo) and
 * the finalizer of MurmurHash3 (Austin Appleby), both public domain. Equal seeds give equal numbers on every machine.
 */
export class Random {
  /** What the stream was made from; `fork` derives its children from it, not from how much has been drawn. */
  readonly seed: string;

  private a: number;
  private b: number;
  private c: number;
  private counter = 1;

  /** A number and its decimal text are the same seed. */
  constructor(seed: string | number) {
    this.seed = String(seed);
    this.a = hash(this.seed, 0x9e3779b9);
    this.b = hash(this.seed, 0x243f6a88);
    this.c = hash(this.seed, 0xb7e15162);
    // The first outputs still resemble the seed; the author of sfc32 discards twelve to fifteen of them.
    for (let round = 0; round < 15; round++) this.uint32();
  }

  /** The next 32 bits as an unsigned integer. */
  uint32(): number {
    const sum = (this.a + this.b + this.counter) | 0;
    this.counter = (this.counter + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = (((this.c << 21) | (this.c >>> 11)) + sum) | 0;
    return sum >>> 0;
  }

  /** A real number from 0 (included) to 1 (excluded), in steps of 2^-32. */
  real(): number {
    return this.uint32() / RANGE;
  }

  /** An integer from `low` to `high`, both included and equally likely. The span must not exceed 2^32. */
  int(low: number, high: number): number {
    const span = high - low + 1;
    if (!Number.isInteger(span) || span < 1 || span > RANGE)
      throw new RangeError(`no integer from ${low} to ${high}`);
    // Draws beyond the last whole multiple of the span would favour the small results.
    const limit = RANGE - (RANGE % span);
    let draw = this.uint32();
    while (draw >= limit) draw = this.uint32();
    return low + (draw % span);
  }

  /** True with the given probability. */
  bool(probability = 0.5): boolean {
    return this.real() < probability;
  }

  /** One of the items; a list without items is an error. */
  pick<Item>(items: readonly Item[]): Item {
    return items[this.int(0, items.length - 1)] as Item;
  }

  /** The items in a random order, as a new array (Fisher–Yates). */
  shuffle<Item>(items: readonly Item[]): Item[] {
    const mixed = items.slice();
    for (let last = mixed.length - 1; last > 0; last--) {
      const chosen = this.int(0, last);
      const held = mixed[last] as Item;
      mixed[last] = mixed[chosen] as Item;
      mixed[chosen] = held;
    }
    return mixed;
  }

  /** `count` different items in random order; asking for more than there are gives them all. */
  sample<Item>(items: readonly Item[], count: number): Item[] {
    return this.shuffle(items).slice(0, count);
  }

  /** An independent stream: the same seed and label give the same stream, whatever was drawn from this one before. */
  fork(label: string | number): Random {
    return new Random(`${this.seed}/${label}`);
  }
}

const RANGE = 2 ** 32;

function hash(text: string, basis: number): number {
  let value = basis | 0;
  for (let index = 0; index < text.length; index++) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return value ^ (value >>> 16);
}
