/**
 * Values read where they lie in the arena, a few words at a time: one may have a million members. src/arena/values/value.ts
 * draws what is read here. Nothing is allocated, so that all of it may be asked inside a call of the core, too.
 */
import type { Arena, Handle } from './arena.ts';
import { NAMES } from './codes.ts';

/** Tuples and sets are of a form of their own where they have a compact one; each value has one form only. */
export type Form =
  | 'none'
  | 'boolean'
  | 'integer'
  /** A tuple of two integers of -1024 to 3071. */
  | 'vector'
  | 'tuple'
  /** A tuple of rows of equal length, of small integers. */
  | 'grid'
  | 'set'
  /** A set of cells or of indices, not empty. */
  | 'patch'
  | 'function';

/** Cells row by row, in memory: valid until the core allocates. */
export interface GridView {
  readonly height: number;
  readonly width: number;
  readonly cells: Int16Array;
}

/** Members as values/pack.ts packs them, in memory: valid until the core allocates. */
export interface PatchView {
  readonly coloured: boolean;
  readonly packed: Int32Array;
}

const NONE = 4;
const TRUE = 20;
/** By the first word of an object, from 4 on. */
const FORMS: readonly Form[] = ['integer', 'tuple', 'grid', 'set', 'patch', 'function'];
const FIRST_KIND = 4;

// Words of an object.
const KIND = 0;
const COUNT = 2;
const BIG = { low: 4, high: 5 } as const;
const ITEMS = { first: 4 } as const;
const GRID = { width: 3, cells: 6 } as const;
const PATCH = { coloured: 3, packed: 8 } as const;
const FUNCTION = { code: 3, arity: 4, parts: 6 } as const;

export class Reader {
  private readonly arena: Arena;

  constructor(arena: Arena) {
    this.arena = arena;
  }

  form(value: Handle): Form {
    if ((value & 1) !== 0) return 'integer';
    if ((value & 3) === 2) return 'vector';
    if ((value & 7) !== 0) return value === NONE ? 'none' : 'boolean';
    return FORMS[this.word(value, KIND) - FIRST_KIND];
  }

  /** An integer as a number, a safe one. */
  integer(value: Handle): number {
    if ((value & 1) !== 0) return value >> 1;
    return this.word(value, BIG.high) * 4294967296 + (this.word(value, BIG.low) >>> 0);
  }

  boolean(value: Handle): boolean {
    return value === TRUE;
  }

  /** The packed index of a vector; see values/pack.ts. */
  place(value: Handle): number {
    return value >>> 2;
  }

  /** Direct members of a container: items, rows, cells, indices; parts of a function. */
  count(value: Handle): number {
    return this.form(value) === 'vector' ? 2 : this.word(value, COUNT);
  }

  /** Member `at` of a tuple or set, or part `at` of a function. */
  item(value: Handle, at: number): Handle {
    return this.word(value, (this.form(value) === 'function' ? FUNCTION.parts : ITEMS.first) + at);
  }

  grid(value: Handle): GridView {
    const height = this.word(value, COUNT);
    const width = this.word(value, GRID.width);
    const start = ((value >>> 2) + GRID.cells) * 2;
    return { height, width, cells: this.arena.shorts().subarray(start, start + height * width) };
  }

  patch(value: Handle): PatchView {
    const start = (value >>> 2) + PATCH.packed;
    const packed = this.arena.ints().subarray(start, start + this.word(value, COUNT));
    return { coloured: this.word(value, PATCH.coloured) === 1, packed };
  }

  /** Of a function: the primitive that it is, or that made it of parts. */
  name(value: Handle): string {
    return NAMES[this.word(value, FUNCTION.code)];
  }

  arity(value: Handle): number {
    return this.word(value, FUNCTION.arity);
  }

  /** A grid all of whose cells are colours 0 to 9; null for any other value, and for none (0). */
  colourGrid(value: Handle): GridView | null {
    if (value === 0 || this.form(value) !== 'grid') return null;
    const view = this.grid(value);
    return view.cells.every((cell) => cell >= 0 && cell <= 9) ? view : null;
  }

  /** What a value is, in the words of messages. */
  describe(value: Handle): string {
    switch (this.form(value)) {
      case 'none':
        return 'None';
      case 'boolean':
        return this.boolean(value) ? 'T' : 'F';
      case 'integer':
        return `the integer ${this.integer(value)}`;
      case 'function':
        return `the function ${this.name(value)}`;
      case 'grid': {
        const { height, width } = this.grid(value);
        return `a ${height} x ${width} grid`;
      }
      case 'patch': {
        const { coloured, packed } = this.patch(value);
        return coloured ? `an object of ${packed.length} cells` : `a set of ${packed.length} indices`;
      }
      case 'set':
        return this.count(value) === 0 ? 'the empty set' : `a set of ${this.count(value)}`;
      default:
        return this.count(value) === 0 ? 'the empty tuple' : `a tuple of ${this.count(value)}`;
    }
  }

  private word(object: Handle, at: number): number {
    return this.arena.ints()[(object >>> 2) + at];
  }
}
