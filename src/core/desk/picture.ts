/**
 * Values as plain data that a page can draw, cut down to what fits: a value may have 250,000 elements, and sixty
 * lines may each have one.
 */
import { PRIMITIVES } from '../dsl/catalogue.ts';
import { typeOfCall } from '../lang/call-types.ts';
import { functionType } from '../lang/infer.ts';
import { typeText } from '../lang/type-text.ts';
import { ANY, itemOf, type Type } from '../lang/types.ts';
import type { GridRows } from '../task/task.ts';
import { memberAt, sizeOf } from '../values/container.ts';
import { describe } from '../values/fn.ts';
import { colourOf, columnOf, rowOf } from '../values/pack.ts';
import { Fn, Grid, isContainer, isTuple, Patch, Tuple, type Container, type Value } from '../values/value.ts';

/** A value to be drawn. `left` counts what was left out: cells of a grid, cells of a patch, or members. */
export type Picture =
  | GridPicture
  | PatchPicture
  | {
      readonly kind: 'objects';
      /** A tuple, whose order means something; else a set. */
      readonly ordered: boolean;
      readonly patches: readonly PatchPicture[];
      readonly count: number;
      readonly left: number;
    }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'none' }
  | { readonly kind: 'vector'; readonly row: number; readonly column: number }
  | { readonly kind: 'cell'; readonly colour: number; readonly row: number; readonly column: number }
  | {
      readonly kind: 'tuple' | 'set';
      readonly members: readonly Picture[];
      readonly count: number;
      readonly left: number;
    }
  /** `signature` is its type, `Object -> Bool`; `text` how it was made, `compose(size, first)`. */
  | { readonly kind: 'function'; readonly signature: string; readonly text: string }
  /** Not drawn, for want of room or since nobody asked; the text says what it is. */
  | { readonly kind: 'undrawn'; readonly text: string };

export interface GridPicture {
  readonly kind: 'grid';
  readonly height: number;
  readonly width: number;
  /** The top left part that fits. */
  readonly rows: GridRows;
  /** All of the numbers shown are colours, 0 to 9. */
  readonly colours: boolean;
  readonly left: number;
}

/** An object or a set of indices. */
export interface PatchPicture {
  readonly kind: 'object' | 'indices';
  /** Of an object colour, row and column of each cell in turn; of indices row and column. */
  readonly cells: readonly number[];
  readonly count: number;
  readonly left: number;
}

/** A picture with the cells of the input that it lights up. */
export interface Drawn {
  readonly picture: Picture;
  /** Row and column in turn, each cell of the input at most once. */
  readonly lights: readonly number[];
}

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
  value: Value,
  type: Type,
  room: Room,
  most: Partial<Room> & { members?: number } = {},
): Picture {
  if (room.cells <= 0) return { kind: 'undrawn', text: describe(value) };
  const cells = Math.min(room.cells, most.cells ?? MOST_CELLS);
  const artist = new Artist(cells, most.members ?? MOST_MEMBERS);
  const picture = artist.draw(value, type, 0);
  room.cells -= cells - artist.cells;
  return picture;
}

class Artist {
  cells: number;
  private members: number;

  constructor(cells: number, members: number) {
    this.cells = cells;
    this.members = members;
  }

  draw(value: Value, type: Type, depth: number): Picture {
    this.cells--;
    if (typeof value === 'number') return { kind: 'number', value };
    if (typeof value === 'boolean') return { kind: 'boolean', value };
    if (value === null) return { kind: 'none' };
    if (value instanceof Fn)
      return { kind: 'function', signature: signatureOf(value, type), text: fnText(value) };
    if (value instanceof Patch) return this.patch(value);
    if (value instanceof Grid && !isRowOfVectors(value, type)) return this.grid(value);
    const place = value instanceof Tuple ? placeOf(value, type) : null;
    return place ?? this.container(value, type, depth);
  }

  private grid({ height, width, cells }: Grid): GridPicture {
    const right = Math.min(width, Math.max(30, Math.floor(Math.sqrt(this.cells))));
    const bottom = right === 0 ? 0 : Math.min(height, Math.max(1, Math.floor(this.cells / right)));
    const rows = rowsOf({ width, cells }, bottom, right);
    this.cells -= bottom * right;
    const colours = rows.every((row) => row.every((cell) => cell >= 0 && cell <= 9));
    return { kind: 'grid', height, width, rows, colours, left: height * width - bottom * right };
  }

  private patch({ coloured, packed }: Patch): PatchPicture {
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

  private container(container: Container, type: Type, depth: number): Picture {
    const count = sizeOf(container);
    const ordered = isTuple(container);
    if (depth >= MOST_DEPTH) return { kind: 'undrawn', text: describe(container) };
    if (count > 0 && areAllPatches(container)) {
      const patches: PatchPicture[] = [];
      while (patches.length < count && this.members-- > 0 && this.cells > 0)
        patches.push(this.patch(memberAt(container, patches.length) as Patch));
      return { kind: 'objects', ordered, patches, count, left: count - patches.length };
    }
    const members: Picture[] = [];
    while (members.length < count && this.members-- > 0 && this.cells > 0) {
      const at = members.length;
      members.push(this.draw(memberAt(container, at), memberType(type, at), depth + 1));
    }
    return { kind: ordered ? 'tuple' : 'set', members, count, left: count - members.length };
  }
}

/** The top left part of a grid. */
export function rowsOf(
  { width, cells }: Pick<Grid, 'width' | 'cells'>,
  height: number,
  right: number,
): GridRows {
  return Array.from({ length: height }, (_, row) =>
    Array.from(cells.subarray(row * width, row * width + right)),
  );
}

/** What is told of an output: no answer has more than 30 rows or columns, and a page cannot draw a million cells. */
export function cornerOf(grid: Grid): GridRows {
  return rowsOf(grid, Math.min(grid.height, MOST_SIDE), Math.min(grid.width, MOST_SIDE));
}

/** A tuple of vectors is stored as a grid of two columns; only its type tells. */
function isRowOfVectors({ width }: Grid, type: Type): boolean {
  if (width !== 2) return false;
  return type.kind === 'pair' ? type.first.kind === 'vec' : type.kind === 'tuple' && type.item.kind === 'vec';
}

/** A tuple as a vector or a cell; null where it is neither. */
function placeOf({ items }: Tuple, type: Type): Picture | null {
  const [first, second] = items;
  if (items.length !== 2 || typeof first !== 'number') return null;
  if (typeof second === 'number')
    return type.kind === 'tuple' ? null : { kind: 'vector', row: first, column: second };
  if (!(second instanceof Tuple) || second.items.length !== 2) return null;
  const [row, column] = second.items;
  if (typeof row !== 'number' || typeof column !== 'number') return null;
  return { kind: 'cell', colour: first, row, column };
}

function areAllPatches(container: Container): boolean {
  if (container instanceof Grid || container instanceof Patch) return false;
  return container.items.every((item) => item instanceof Patch);
}

function memberType(type: Type, at: number): Type {
  if (type.kind === 'pair') return at === 0 ? type.first : type.second;
  return itemOf(type)?.item ?? ANY;
}

/** By the type that the line has; where that tells nothing, by the primitive that made the function. */
function signatureOf(fn: Fn, type: Type): string {
  if (type.kind === 'function') return typeText(type);
  const primitive = PRIMITIVES.get(fn.name);
  if (primitive === undefined) return 'Function';
  if (fn.parts.length === 0) return typeText(functionType(primitive));
  const parts = fn.parts.map((part) => {
    const known = part instanceof Fn && part.parts.length === 0 ? PRIMITIVES.get(part.name) : undefined;
    return known === undefined ? ANY : functionType(known);
  });
  return typeText(typeOfCall(primitive, parts));
}

/** `compose(size, first)`; what is over 80 characters or nested over 3 deep becomes `…`. */
function fnText(fn: Fn): string {
  let left = 80;
  const write = (value: Value, depth: number): string => {
    if (left <= 0 || depth > 3) return '…';
    if (!(value instanceof Fn)) {
      const text = isContainer(value) ? '…' : String(value ?? 'None');
      left -= text.length;
      return text;
    }
    left -= value.name.length + 2;
    if (value.parts.length === 0) return value.name;
    return `${value.name}(${value.parts.map((part) => write(part, depth + 1)).join(', ')})`;
  };
  return write(fn, 0);
}

/**
 * The cells of a height x width input that a value lights up: those of patches, indices and vectors, wherever in it
 * they are. A grid has no place in the input. Row and column in turn. The search ends when the room has no steps left.
 */
export function lightsOf(
  value: Value,
  type: Type,
  height: number,
  width: number,
  room: { lightSteps: number },
): readonly number[] {
  const lit = new Uint8Array(height * width);
  let any = false;
  const light = (row: number, column: number): void => {
    if (row < 0 || row >= height || column < 0 || column >= width) return;
    lit[row * width + column] = 1;
    any = true;
  };
  const visit = (part: Value, partType: Type, depth: number): void => {
    if (depth > MOST_DEPTH || room.lightSteps-- <= 0 || !isContainer(part)) return;
    if (part instanceof Patch) {
      for (let i = 0; i < part.packed.length && room.lightSteps-- > 0; i++)
        light(rowOf(part.packed[i]), columnOf(part.packed[i]));
      return;
    }
    if (part instanceof Grid && !isRowOfVectors(part, partType)) return;
    const place = part instanceof Tuple ? placeOf(part, partType) : null;
    if (place !== null && (place.kind === 'vector' || place.kind === 'cell'))
      return light(place.row, place.column);
    for (let at = 0, size = sizeOf(part); at < size && room.lightSteps > 0; at++)
      visit(memberAt(part, at), memberType(partType, at), depth + 1);
  };
  visit(value, type, 0);
  const cells: number[] = [];
  for (let at = 0; any && at < lit.length; at++)
    if (lit[at] === 1) cells.push(Math.floor(at / width), at % width);
  return cells;
}
