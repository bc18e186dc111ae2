/** After how many rows or columns objects repeat themselves. */
import { burn } from '../meter';
import { fail, Reason } from '../reason';
import { finishPatch } from '../values/build';
import { PLACE_LOW } from '../values/pack';
import { boxOf, toPatch } from '../values/read';
import { Kind, newPatch, Patch, patch, Value } from '../values/layout';
import { small } from '../values/value';

/** Where the number of the row, and of the column, starts in a packed cell. */
const ROW_BITS = 12;
const COLUMN_BITS = 0;

export function hperiod(obj: Value): Value {
  return period(obj, COLUMN_BITS);
}

export function vperiod(obj: Value): Value {
  return period(obj, ROW_BITS);
}

/** The period along rows or columns; 0 for an object without cells. */
function period(obj: Value, bits: i32): Value {
  const it = toPatch(obj);
  if (it.count === 0) return small(0);
  boxOf(it);
  const origin = (bits === ROW_BITS ? it.top : it.left) - PLACE_LOW;
  const extent = bits === ROW_BITS ? it.bottom - it.top + 1 : it.right - it.left + 1;
  if (!it.coloured && extent > 1) return fail(Reason.NEED_OBJECT, 0);
  burn(it.count);
  return small(leastPeriod(it.kind === Kind.PATCH ? it : sorted(it), extent, bits, origin));
}

/** The members in order, each once. */
function sorted(it: Patch): Patch {
  const made = newPatch(it.coloured, it.count);
  memory.copy(made.packed, it.packed, (<usize>it.count) << 2);
  return patch(finishPatch(made, it.count));
}

/**
 * The least p from 1 to extent - 1 such that every cell at p or more along the axis, counted from `origin`, has its
 * equal p before it; `extent` where there is none. The cells and what is looked for ascend: one pass decides.
 */
function leastPeriod(it: Patch, extent: i32, bits: i32, origin: i32): i32 {
  const end = it.packed + ((<usize>it.count) << 2);
  for (let p = 1; p < extent; p++) {
    burn(it.count);
    const least = origin + p;
    const difference = p << bits;
    let earlier = it.packed;
    let at = it.packed;
    for (; at < end; at += 4) {
      const cell = load<i32>(at);
      if (((cell >> bits) & 0xfff) < least) continue;
      while (load<i32>(earlier) < cell - difference) earlier += 4;
      if (load<i32>(earlier) !== cell - difference) break;
    }
    if (at === end) return p;
  }
  return extent;
}
