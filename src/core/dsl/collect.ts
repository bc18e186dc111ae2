/** Containers made from members or from other containers: paid for first, then in canonical representation. */
import { unionByMarks } from '../values/ascending.ts';
import { patchOf, setOf, sortedPatch, tuple } from '../values/build.ts';
import { members, sizeOf } from '../values/container.ts';
import type { Meter } from '../values/meter.ts';
import { columnOf, rowOf } from '../values/pack.ts';
import {
  EMPTY_SET,
  EMPTY_TUPLE,
  Grid,
  isSet,
  isTuple,
  Patch,
  Tuple,
  type Container,
  type PatchView,
  type SetLike,
  type TupleLike,
  type Value,
} from '../values/value.ts';

/** The tuple of `items`. */
export function tupleOf(items: readonly Value[], meter: Meter): TupleLike {
  meter.make(items.length);
  return tupleOfPaid(items, meter);
}

/** As `tupleOf`, with the members paid for, but not yet the cells of the grid that they may make. */
function tupleOfPaid(items: readonly Value[], meter: Meter): TupleLike {
  const width = rowWidth(items);
  if (width > 1) meter.make(items.length * width);
  return tuple(items);
}

/** The common width of rows of numbers; 0 where the items are others. */
function rowWidth(items: readonly Value[]): number {
  const first = items[0];
  if (!(first instanceof Tuple) || !first.items.every((item) => typeof item === 'number')) return 0;
  const width = first.items.length;
  return items.every((item) => item instanceof Tuple && item.items.length === width) ? width : 0;
}

/** A container of the kind of `like` from `items`. */
export function alike(like: Container, items: readonly Value[], meter: Meter): Container {
  if (isTuple(like)) return tupleOf(items, meter);
  meter.make(items.length);
  return setOf(items);
}

/** The members of all `parts` in a container of the kind of `like`: a union, or one tuple after the other. */
export function join(like: Container, parts: readonly Container[], meter: Meter): Container {
  return isSet(like) ? joinSets(parts, meter) : joinTuples(parts, meter);
}

/** The set of the members of all `parts`, which may be tuples, too. */
export function joinSets(parts: readonly Container[], meter: Meter): SetLike {
  const filled = parts.filter((part) => sizeOf(part) > 0);
  if (filled.length === 0) return EMPTY_SET;
  const total = totalSize(filled);
  meter.make(total);
  return joinPaid(filled, total);
}

/** As `joinSets` for parts that are not empty and are paid for. */
export function joinPaid(filled: readonly Container[], total: number): SetLike {
  const first = filled[0];
  if (filled.length === 1 && isSet(first)) return first;
  const views = filled.map(knownView);
  const [head] = views;
  if (head === null || !views.every((view) => view?.coloured === head.coloured))
    return setOf(allMembers(filled));
  const union = unionByMarks(
    (views as readonly PatchView[]).map(({ packed }) => packed),
    total,
  );
  if (union !== null) return sortedPatch(head.coloured, union);
  const { coloured, packed } = joinPacked(filled, total) as PatchView;
  return patchOf(coloured, packed);
}

/** The members of all `parts`, which may be sets, too, in one tuple. */
export function joinTuples(parts: readonly Container[], meter: Meter): TupleLike {
  const filled = parts.filter((part) => sizeOf(part) > 0);
  if (filled.length === 0) return EMPTY_TUPLE;
  const first = filled[0];
  const total = totalSize(filled);
  const width = gridWidth(first);
  if (width >= 0 && filled.every((part) => gridWidth(part) === width)) {
    meter.make(total * Math.max(width, 1));
    if (filled.length === 1 && isTuple(first)) return first;
    return joinRows(filled as readonly (Grid | Patch)[], total, width);
  }
  meter.make(total);
  if (filled.length === 1 && isTuple(first)) return first;
  const packed = joinPacked(filled, total);
  const items = allMembers(filled);
  if (packed === null) return tupleOfPaid(items, meter);
  const cells = new Tuple(items);
  cells.view = packed;
  return cells;
}

function totalSize(parts: readonly Container[]): number {
  let total = 0;
  for (const part of parts) total += sizeOf(part);
  return total;
}

function allMembers(parts: readonly Container[]): Value[] {
  const items: Value[] = [];
  for (const part of parts) for (const member of members(part)) items.push(member);
  return items;
}

/** The cells or indices of all parts one after the other, or null where one is not known to be a patch of one kind. */
function joinPacked(parts: readonly Container[], total: number): PatchView | null {
  const first = knownView(parts[0]);
  if (first === null) return null;
  const packed = new Int32Array(total);
  let at = 0;
  for (const part of parts) {
    const view = knownView(part);
    if (view === null || view.coloured !== first.coloured) return null;
    packed.set(view.packed, at);
    at += view.packed.length;
  }
  return { coloured: first.coloured, packed, box: null };
}

function knownView(part: Container): PatchView | null {
  if (part instanceof Patch) return part;
  return part instanceof Tuple ? (part.view ?? null) : null;
}

/** The width of the grid that the members make as a tuple: 2 for indices, -1 where they need not make a grid. */
function gridWidth(part: Container): number {
  if (part instanceof Grid) return part.width;
  return part instanceof Patch && !part.coloured ? 2 : -1;
}

function joinRows(parts: readonly (Grid | Patch)[], height: number, width: number): Grid {
  const cells = new Int16Array(height * width);
  let at = 0;
  for (const part of parts) {
    if (part instanceof Grid) {
      cells.set(part.cells, at);
      at += part.cells.length;
    } else {
      for (let i = 0; i < part.packed.length; i++) {
        cells[at++] = rowOf(part.packed[i]);
        cells[at++] = columnOf(part.packed[i]);
      }
    }
  }
  return new Grid(height, width, cells);
}

/** The members that pass, in a container of the same kind; the container itself where all do. */
export function filterTuple(
  container: TupleLike,
  test: (member: Value, index: number) => boolean,
): TupleLike {
  const items = members(container);
  const kept = items.filter(test);
  return kept.length === items.length ? container : tuple(kept);
}
