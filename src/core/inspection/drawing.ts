/**
 * Drawing values where they lie in the arena, cut down to what fits: a value may have a million elements, and sixty
 * lines may each have one.
 */
import type { Handle } from '../engine/arena.ts';
import type { GridView, Reader } from '../engine/reader.ts';
import type { Type } from '../lang/types.ts';
import type { GridRows } from '../task/task.ts';
import { colourOf, columnOf, rowOf } from '../values/pack.ts';
import { functionText, signatureOf } from './function-text.ts';
import type { GridPicture, PatchPicture, Picture } from './picture.ts';
import { isRowOfVectors, memberType, numbersOf, placeOf } from './places.ts';

/** Members that are drawn of one value, those within members included. */
export const MOST_MEMBERS = 200;
/** Cells that are drawn of one value. */
export const MOST_CELLS = 10_000;
const MOST_DEPTH = 5;
/** Rows and columns that are shown of an output. */
const MOST_SIDE = 60;

/** What may still be drawn; an answer of many pictures shares one. */
export interface Room {
  cells: number;
}

/** Draws a value of which the type is known as far as the language can tell. */
export function draw(
  reader: Reader,
  value: Handle,
  type: Type,
  room: Room,
  most: Partial<Room> & { members?: number } = {},
): Picture {
  if (room.cells <= 0) return { kind: 'undrawn', text: reader.describe(value) };
  const cells = Math.min(room.cells, most.cells ?? MOST_CELLS);
  const artist = new Artist(reader, cells, most.members ?? MOST_MEMBERS);
  const picture = artist.draw(value, type, 0);
  room.cells -= cells - artist.cells;
  return picture;
}

class Artist {
  cells: number;
  private readonly reader: Reader;
  private members: number;

  constructor(reader: Reader, cells: number, members: number) {
    this.reader = reader;
    this.cells = cells;
    this.members = members;
  }

  draw(value: Handle, type: Type, depth: number): Picture {
    const { reader } = this;
    this.cells--;
    switch (reader.form(value)) {
      case 'integer':
        return { kind: 'number', value: reader.integer(value) };
      case 'boolean':
        return { kind: 'boolean', value: reader.boolean(value) };
      case 'none':
        return { kind: 'none' };
      case 'function': {
        const signature = signatureOf(reader, value, type);
        return { kind: 'function', signature, text: functionText(reader, value) };
      }
      case 'patch':
        return this.patch(value);
      case 'grid': {
        const view = reader.grid(value);
        return isRowOfVectors(view, type) ? this.vectors(view, type, depth) : this.grid(view);
      }
      case 'set':
        return this.container(value, type, depth);
      default:
        return placeOf(reader, value, type) ?? this.container(value, type, depth);
    }
  }

  private grid({ height, width, cells }: GridView): GridPicture {
    const right = Math.min(width, Math.max(30, Math.floor(Math.sqrt(this.cells))));
    const bottom = right === 0 ? 0 : Math.min(height, Math.max(1, Math.floor(this.cells / right)));
    const rows = rowsOf({ width, cells }, bottom, right);
    this.cells -= bottom * right;
    const colours = rows.every((row) => row.every((cell) => cell >= 0 && cell <= 9));
    return { kind: 'grid', height, width, rows, colours, left: height * width - bottom * right };
  }

  private patch(value: Handle): PatchPicture {
    const { coloured, packed } = this.reader.patch(value);
    const shown = Math.max(0, Math.min(packed.length, this.cells));
    const cells: number[] = [];
    for (let i = 0; i < shown; i++) {
      if (coloured) cells.push(colourOf(packed[i]));
      cells.push(rowOf(packed[i]), columnOf(packed[i]));
    }
    this.cells -= shown;
    const count = packed.length;
    return { kind: coloured ? 'object' : 'indices', cells, count, left: count - shown };
  }

  private container(value: Handle, type: Type, depth: number): Picture {
    const { reader } = this;
    const numbers = numbersOf(reader, value);
    if (numbers !== null) return this.numbers(numbers, depth);
    const ordered = reader.form(value) !== 'set';
    const count = reader.count(value);
    if (depth >= MOST_DEPTH) return { kind: 'undrawn', text: reader.describe(value) };
    if (count > 0 && this.areAllPatches(value, count)) {
      const patches: PatchPicture[] = [];
      while (patches.length < count && this.members-- > 0 && this.cells > 0)
        patches.push(this.patch(reader.item(value, patches.length)));
      return { kind: 'objects', ordered, patches, count, left: count - patches.length };
    }
    return this.list(ordered, count, (at) =>
      this.draw(reader.item(value, at), memberType(type, at), depth + 1),
    );
  }

  /** A tuple of vectors, which is stored as a grid of two columns. */
  private vectors(view: GridView, type: Type, depth: number): Picture {
    const { height, cells } = view;
    if (depth >= MOST_DEPTH) return { kind: 'undrawn', text: `a ${height} x 2 grid` };
    return this.list(true, height, (at): Picture => {
      this.cells--;
      const [row, column] = [cells[2 * at], cells[2 * at + 1]];
      const isRow = memberType(type, at).kind === 'tuple';
      return isRow ? this.numbers([row, column], depth + 1) : { kind: 'vector', row, column };
    });
  }

  /** Two numbers that are no vector. */
  private numbers(numbers: readonly [number, number], depth: number): Picture {
    if (depth >= MOST_DEPTH) return { kind: 'undrawn', text: 'a tuple of 2' };
    return this.list(true, 2, (at): Picture => {
      this.cells--;
      return { kind: 'number', value: numbers[at] };
    });
  }

  private list(ordered: boolean, count: number, drawAt: (at: number) => Picture): Picture {
    const members: Picture[] = [];
    while (members.length < count && this.members-- > 0 && this.cells > 0)
      members.push(drawAt(members.length));
    return { kind: ordered ? 'tuple' : 'set', members, count, left: count - members.length };
  }

  private areAllPatches(value: Handle, count: number): boolean {
    for (let at = 0; at < count; at++)
      if (this.reader.form(this.reader.item(value, at)) !== 'patch') return false;
    return true;
  }
}

/** The top left part of a grid. */
function rowsOf(
  { width, cells }: Pick<GridView, 'width' | 'cells'>,
  height: number,
  right: number,
): GridRows {
  return Array.from({ length: height }, (_, row) =>
    Array.from(cells.subarray(row * width, row * width + right)),
  );
}

/** What is told of an output: no answer has more than 30 rows or columns, and a page cannot draw a million cells. */
export function cornerOf(grid: GridView): GridRows {
  return rowsOf(grid, Math.min(grid.height, MOST_SIDE), Math.min(grid.width, MOST_SIDE));
}
