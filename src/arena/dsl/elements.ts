/** What stands where colours are expected: in the cells of a grid or an object, and in containers that pass for one. */
import { fail, Reason } from '../reason';
import { memberAt, sizeOf } from '../values/container';
import { COLOUR_LOW, PLACE_LOW } from '../values/pack';
import { toContainer } from '../values/read';
import { Items, newItems, Patch, Value } from '../values/layout';
import { isTuple } from '../values/value';
import { cellsOf, rowsOf } from './rows';

/** Where the colour stands in the packed members. Where these are bare indices, their rows pass for colours. */
@inline
export function colourShift(it: Patch): i32 {
  return it.coloured ? 24 : 12;
}

/** How much too high the colour is there. */
@inline
export function colourOffset(it: Patch): i32 {
  return it.coloured ? -COLOUR_LOW : -PLACE_LOW;
}

/** The values that stand where colours are expected, of a container that is neither a grid nor a patch. */
export function coloursOf(element: Value): Items {
  return isTuple(element) ? valuesIn(element) : firstsOf(toContainer(element));
}

/** The members of the rows of a tuple that is read as a grid, one row after the other. */
export function valuesIn(value: Value): Items {
  return cellsOf(rowsOf(value), sizeOf(value));
}

/** Item 0 of each member, which must have two. */
function firstsOf(container: Value): Items {
  const count = sizeOf(container);
  const firsts = newItems(count);
  for (let i = 0; i < count; i++) {
    const member = toContainer(memberAt(container, i));
    if (sizeOf(member) !== 2) fail(Reason.NEED_CELL, member);
    firsts.put(i, memberAt(member, 0));
  }
  return firsts;
}
