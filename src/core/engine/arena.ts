/**
 * The arena core at work: an instance of the WebAssembly module, its memory, and values carried in and out. A value
 * in memory is a 32-bit handle (src/arena/values/value.ts draws them); it lives until its region is cleared.
 */
import type { GridRows } from '../task/task.ts';
import { Fn, Grid, isTuple, Patch, Tuple, ValueSet, type Value } from '../values/value.ts';
import { members, vec } from '../values/container.ts';
import { columnOf, rowOf } from '../values/pack.ts';
import type { ArenaExports, Handle, Instantiate } from './arena-exports.ts';
import { codeOf, NAMES } from './codes.ts';
import { INTERNAL, TOO_DEEP } from './reasons.ts';

export type { Handle };

/** Thrown out of the module where an evaluation ends without a value; there is one a thread, which is filled anew. */
class Raised {
  reason = 0;
  a = 0;
  b = 0;
}

const NONE = 4;
const FALSE = 12;
const TRUE = 20;

const KIND = { big: 4, tuple: 5, grid: 6, set: 7, patch: 8, function: 9 } as const;

export class Arena {
  readonly exports: ArenaExports;
  readonly raised = new Raised();
  /** What the module threw last that was no end of an evaluation. */
  defect = '';
  /** Asked where canonical order alone decides between values, while `setWatching(1)`. */
  choose: (items: readonly Handle[]) => number = () => 0;
  private words: Int32Array;
  private halves: Int16Array;

  constructor(instantiate: Instantiate) {
    const { raised } = this;
    this.exports = instantiate({
      host: {
        raise(reason, a, b) {
          raised.reason = reason;
          raised.a = a;
          raised.b = b;
          throw raised;
        },
        choose: (items, count) =>
          this.choose(Array.from(this.ints().subarray(items >> 2, (items >> 2) + count))),
        attempt: (fn, argument) => {
          try {
            return this.exports.call1(fn, argument);
          } catch (thrown) {
            if (thrown !== raised) throw thrown;
            return 0;
          }
        },
        column: (fn, column, count) => {
          try {
            this.exports.mapColumn(fn, column, count);
            return 1;
          } catch (thrown) {
            if (thrown !== raised) throw thrown;
            return 0;
          }
        },
      },
      env: {
        abort: (message, _, line) => {
          throw new Error(`the arena core aborted: ${this.text(message)}, line ${line}`);
        },
      },
    });
    const { buffer } = this.exports.memory;
    this.words = new Int32Array(buffer);
    this.halves = new Int16Array(buffer);
  }

  /**
   * The reason behind what the module threw, for `noteFailure`. What is no end of an evaluation is a defect of the
   * module: it must not take other programs along.
   */
  reasonOf(thrown: unknown): number {
    if (thrown === this.raised) return this.raised.reason;
    this.raised.a = this.raised.b = 0;
    if (thrown instanceof RangeError && /call stack/i.test(thrown.message)) return TOO_DEEP;
    this.defect = String(thrown);
    return INTERNAL;
  }

  /** Memory as 32-bit words. Valid until the module allocates: growing detaches it, which leaves it without words. */
  ints(): Int32Array {
    if (this.words.length === 0) this.view();
    return this.words;
  }

  /** Memory as 16-bit words; see `ints`. */
  shorts(): Int16Array {
    if (this.halves.length === 0) this.view();
    return this.halves;
  }

  private view(): void {
    const { buffer } = this.exports.memory;
    this.words = new Int32Array(buffer);
    this.halves = new Int16Array(buffer);
  }

  /** Copies a value into the active region. */
  put(value: Value): Handle {
    const { exports } = this;
    if (typeof value === 'number') return exports.integerOf(value);
    if (typeof value === 'boolean') return value ? TRUE : FALSE;
    if (value === null) return NONE;
    if (value instanceof Grid) return this.putGrid(value.height, value.width, value.cells);
    if (value instanceof Fn) {
      if (value.parts.length === 0) return exports.functionOf(codeOf(value.name));
      return exports.makeFunction(codeOf(value.name), this.putItems(value.parts));
    }
    const items = this.putItems(members(value));
    return isTuple(value) ? exports.makeTuple(items) : exports.makeSet(items);
  }

  /** Copies values and gives the address of their handles as items. */
  putItems(values: readonly Value[]): number {
    const handles = values.map((value) => this.put(value));
    const items = this.exports.beginItems(handles.length);
    this.ints().set(handles, (items + 16) >> 2);
    return items;
  }

  /** height x width cells, row by row. */
  putGrid(height: number, width: number, cells: ArrayLike<number>): Handle {
    const grid = this.exports.beginGrid(height, width);
    if (height > 0) this.shorts().set(cells, (grid + 24) >> 1);
    return grid;
  }

  /** The grid of rows of colours. */
  putRows(rows: GridRows): Handle {
    const width = rows[0].length;
    const grid = this.exports.beginGrid(rows.length, width);
    const cells = this.shorts();
    for (let row = 0, at = (grid + 24) >> 1; row < rows.length; row++) {
      const colours = rows[row];
      for (let column = 0; column < width; column++) cells[at++] = colours[column];
    }
    return grid;
  }

  /** Copies a value out of memory. */
  get(handle: Handle): Value {
    if ((handle & 1) !== 0) return handle >> 1;
    if ((handle & 3) === 2) return vec(rowOf(handle >>> 2), columnOf(handle >>> 2));
    if ((handle & 7) !== 0) return handle === NONE ? null : handle === TRUE;
    const ints = this.ints();
    const at = handle >> 2;
    const count = ints[at + 2];
    switch (ints[at]) {
      case KIND.big:
        return ints[at + 5] * 4294967296 + (ints[at + 4] >>> 0);
      case KIND.tuple:
        return new Tuple(this.getAll(at + 4, count));
      case KIND.set:
        return new ValueSet(this.getAll(at + 4, count));
      case KIND.grid: {
        const start = (handle + 24) >> 1;
        return new Grid(count, ints[at + 3], this.shorts().slice(start, start + count * ints[at + 3]));
      }
      case KIND.patch:
        return new Patch(ints[at + 3] === 1, ints.slice(at + 8, at + 8 + count));
      case KIND.function:
        return new Fn(NAMES[ints[at + 3]], ints[at + 4], this.getAll(at + 6, count));
      default:
        throw new RangeError(`no value at ${handle}`);
    }
  }

  /** A text of the module's: 16 bits a letter, its bytes in the word before. */
  private text(at: number): string {
    const bytes = this.ints()[(at >> 2) - 1];
    return String.fromCharCode(...this.shorts().subarray(at >> 1, (at + bytes) >> 1));
  }

  private getAll(word: number, count: number): Value[] {
    const ints = this.ints();
    const values: Value[] = [];
    for (let at = word; at < word + count; at++) values.push(this.get(ints[at]));
    return values;
  }
}
