/** Telling values apart without keeping them. */
import type { Fault } from '../values/meter.ts';
import { Fn, Grid, isTuple, Patch, type Value } from '../values/value.ts';

/** Elements that one set of prints reads at most; after that nothing more can be told. */
const MOST_STEPS = 5_000_000;
/** How deep one value is followed beyond what was read before. */
const MOST_DEPTH = 200;
/** What took fewer steps is read again rather than looked up. */
const WORTH_KEEPING = 16;

interface Print {
  readonly high: number;
  readonly low: number;
}

/**
 * Short texts that equal values share and different ones do not (but for a chance of 2^-64). What values have in
 * common is read once: sharing can make a value of a few steps endless when it is spelt out.
 */
export class Prints {
  private steps = 0;
  private readonly known = new WeakMap<object, Print>();

  /** null where the value is too large to be read. */
  of(value: Value): string | null {
    const print = this.read(value, 0);
    return print === null ? null : `${print.high.toString(36)}.${print.low.toString(36)}`;
  }

  private read(value: Value, depth: number): Print | null {
    if (this.steps > MOST_STEPS || depth > MOST_DEPTH) return null;
    this.steps++;
    const hash = new Hash();
    if (value === null) hash.add(-1);
    else if (typeof value !== 'object') hash.integer(Number(value));
    else if (value instanceof Patch) this.packed(hash, value);
    else if (value instanceof Grid) this.grid(hash, value);
    else return this.members(hash, value, depth);
    return hash;
  }

  private packed(hash: Hash, { coloured, packed }: Patch): void {
    this.steps += packed.length;
    hash.add(coloured ? -2 : -3);
    for (let i = 0; i < packed.length; i++) hash.add(packed[i]);
  }

  private grid(hash: Hash, { width, cells }: Grid): void {
    this.steps += cells.length;
    hash.add(-4);
    hash.add(width);
    for (let i = 0; i < cells.length; i++) hash.add(cells[i]);
  }

  private members(hash: Hash, value: Exclude<Value & object, Grid | Patch>, depth: number): Print | null {
    const known = this.known.get(value);
    if (known !== undefined) return known;
    const before = this.steps;
    const items = value instanceof Fn ? value.parts : value.items;
    hash.add(value instanceof Fn ? -5 : isTuple(value) ? -6 : -7);
    hash.add(items.length);
    if (value instanceof Fn) for (let i = 0; i < value.name.length; i++) hash.add(value.name.charCodeAt(i));
    for (let i = 0; i < items.length; i++) {
      const item = items[i];
      if (typeof item === 'number') {
        this.steps++;
        hash.integer(item);
        continue;
      }
      const print = this.read(item, depth + 1);
      if (print === null) return null;
      hash.add(print.high);
      hash.add(print.low);
    }
    if (this.steps - before > WORTH_KEEPING) this.known.set(value, hash);
    return hash;
  }
}

/** Of a fault: what ended it and where. */
export function faultPrint({ end, primitive, why }: Fault): string {
  return `! ${end} ${primitive} ${why}`;
}

/** Two hashes of the words in order: FNV-1a, and a multiplicative one. */
class Hash implements Print {
  high = 0x811c9dc5;
  low = 0x2545f491;

  add(word: number): void {
    this.high = Math.imul(this.high ^ word, 0x01000193);
    this.high ^= this.high >>> 15;
    this.low = (Math.imul(this.low, 0x9e3779b1) + word) | 0;
    this.low ^= this.low >>> 13;
  }

  /** A safe integer of any size. */
  integer(value: number): void {
    this.add(value | 0);
    if ((value | 0) !== value) this.add(Math.floor(value / 4294967296) | 0);
  }
}
