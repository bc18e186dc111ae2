/** Objects chosen by colour. */
import { choose, make, watching } from '../meter';
import { fail, Reason } from '../reason';
import { setFrom, sortedSet } from '../values/build';
import { itemAt, memberAt, membersOf, sizeOf } from '../values/container';
import { compare, equal } from '../values/order';
import { colourOf, rowOf } from '../values/pack';
import { toContainer } from '../values/read';
import { newItems, patch, Value } from '../values/layout';
import { isPatch, isSet, isTuple, small } from '../values/value';

export function colorfilter(objs: Value, value: Value): Value {
  toContainer(objs);
  const count = sizeOf(objs);
  make(count);
  const all = membersOf(objs);
  const kept = newItems(count);
  let size = 0;
  for (let i = 0; i < count; i++) {
    const object = itemAt(all, i);
    if (equal(representative(object, value), value)) kept.put(size++, object);
  }
  // What has a colour is no cell: the set is no patch.
  return isSet(objs) ? sortedSet(kept, size) : setFrom(kept, size);
}

/** Item 0 of the first member: the least colour of an object. `wanted` decides whether other members could matter. */
function representative(object: Value, wanted: Value): Value {
  if (isPatch(object) && !watching) {
    const it = patch(object);
    return small(it.coloured ? colourOf(it.at(0)) : rowOf(it.at(0)));
  }
  toContainer(object);
  if (sizeOf(object) === 0) return fail(Reason.OBJECT_EMPTY, 0);
  const first = firstItem(memberAt(object, 0));
  return watching && isSet(object) ? chosen(object, first, wanted) : first;
}

/** The choice among the colours of an object, where there are others and one of them is wanted; else the first. */
function chosen(object: Value, first: Value, wanted: Value): Value {
  const count = sizeOf(object);
  const colours = newItems(count);
  for (let i = 0; i < count; i++) colours.put(i, firstItem(memberAt(object, i)));
  const distinct = setFrom(colours, count);
  const tied = membersOf(distinct);
  const ties = sizeOf(distinct);
  for (let i = 0; ties > 1 && i < ties; i++)
    if (compare(itemAt(tied, i), wanted) === 0) return choose(tied, ties);
  return first;
}

function firstItem(cell: Value): Value {
  if (!isTuple(cell)) return fail(Reason.NEED_CELL, cell);
  return sizeOf(cell) > 0 ? memberAt(cell, 0) : fail(Reason.CELL_EMPTY, 0);
}
