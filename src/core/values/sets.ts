/** Set operations as merges of sorted sequences. All return values in canonical representation. */
import { packCellValue, packIndexValue, setOf, sortedPatch, sortedSet } from './build.ts';
import { copyPacked } from './arena.ts';
import { members, sizeOf } from './container.ts';
import { compare } from './order.ts';
import { EMPTY_SET, Patch, type SetLike, type Value } from './value.ts';

/** Whether some member equals `value`: a binary search. */
export function has(set: SetLike, value: Value): boolean {
  if (set instanceof Patch) {
    const code = set.coloured ? packCellValue(value) : packIndexValue(value);
    if (code >= 0) return hasPacked(set.packed, code);
  }
  const items = members(set);
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const order = compare(items[middle], value);
    if (order === 0) return true;
    if (order < 0) low = middle + 1;
    else high = middle;
  }
  return false;
}

/** Whether the ascending `packed` holds `code`. */
export function hasPacked(packed: Int32Array, code: number): boolean {
  let low = 0;
  let high = packed.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (packed[middle] === code) return true;
    if (packed[middle] < code) low = middle + 1;
    else high = middle;
  }
  return false;
}

function alike(a: SetLike, b: SetLike): a is Patch {
  return a instanceof Patch && b instanceof Patch && a.coloured === b.coloured;
}

/** Of equal members that of `a` is kept. */
export function union(a: SetLike, b: SetLike): SetLike {
  if (alike(a, b)) return sortedPatch(a.coloured, mergePacked(a.packed, (b as Patch).packed));
  if (sizeOf(a) === 0) return b;
  if (sizeOf(b) === 0) return a;
  return setOf([...members(a), ...members(b)]);
}

function mergePacked(a: Int32Array, b: Int32Array): Int32Array {
  const merged = new Int32Array(a.length + b.length);
  let i = 0;
  let j = 0;
  let kept = 0;
  while (i < a.length && j < b.length) {
    const order = a[i] - b[j];
    merged[kept++] = order <= 0 ? a[i] : b[j];
    if (order <= 0) i++;
    if (order >= 0) j++;
  }
  while (i < a.length) merged[kept++] = a[i++];
  while (j < b.length) merged[kept++] = b[j++];
  return kept === merged.length ? merged : merged.slice(0, kept);
}

/** Room for a selection before its length is known; holds nothing between two uses. */
let scratch = new Int32Array(1024);

/** The members of `a` that are in `b` (`wanted`), or those that are not. */
function select(a: SetLike, b: SetLike, wanted: boolean): SetLike {
  if (alike(a, b)) {
    if (scratch.length < a.packed.length) scratch = new Int32Array(a.packed.length * 2);
    const count = selectPacked(a.packed, (b as Patch).packed, wanted, scratch);
    if (count === a.packed.length) return a;
    return count === 0 ? EMPTY_SET : sortedPatch(a.coloured, copyPacked(scratch, 0, count));
  }
  const kept = members(a).filter((item) => has(b, item) === wanted);
  return a instanceof Patch ? setOf(kept) : resized(kept);
}

/** Writes to `kept` what of `a` is in `b` (or is not), and gives the number: by search where `a` is far smaller. */
function selectPacked(a: Int32Array, b: Int32Array, wanted: boolean, kept: Int32Array): number {
  let count = 0;
  if (a.length * 8 < b.length) {
    for (let i = 0; i < a.length; i++) if (hasPacked(b, a[i]) === wanted) kept[count++] = a[i];
    return count;
  }
  for (let i = 0, j = 0; i < a.length; i++) {
    while (j < b.length && b[j] < a[i]) j++;
    if ((j < b.length && b[j] === a[i]) === wanted) kept[count++] = a[i];
  }
  return count;
}

/** A general set may become one of cells only, once others have left it. */
function resized(ascending: readonly Value[]): SetLike {
  const first = ascending[0];
  return typeof first === 'object' && first !== null ? setOf(ascending) : sortedSet(ascending);
}

export function intersection(a: SetLike, b: SetLike): SetLike {
  return select(a, b, true);
}

export function difference(a: SetLike, b: SetLike): SetLike {
  return select(a, b, false);
}

/** The members that pass, in their order. */
export function filterSet(set: SetLike, test: (member: Value) => boolean): SetLike {
  const items = members(set);
  return pickFromSet(set, (index) => test(items[index]));
}

/** The members at the places, counted in canonical order, that are to be kept. `keep` must make no sets itself. */
export function pickFromSet(set: SetLike, keep: (index: number) => boolean): SetLike {
  if (!(set instanceof Patch)) return resized(set.items.filter((_, index) => keep(index)));
  const { packed } = set;
  if (scratch.length < packed.length) scratch = new Int32Array(packed.length * 2);
  let count = 0;
  for (let i = 0; i < packed.length; i++) if (keep(i)) scratch[count++] = packed[i];
  return count === packed.length ? set : sortedPatch(set.coloured, copyPacked(scratch, 0, count));
}

/** Whether every member of `a` is in `b`. */
export function isSubset(a: SetLike, b: SetLike): boolean {
  return members(a).every((member) => has(b, member));
}
