/** Macros: expressions of the dialect with up to two holes, run on one input after the other. */
import { beginCalls, call1 } from '../call';
import { run1, run2, run3, run4 } from '../dispatch';
import { Op } from '../graph';
import { beginQuota } from '../memory';
import { fuel, setFuel } from '../meter';
import { Table } from '../table';
import { Value } from '../values/layout';
import { resetDepth } from '../values/order';
import { toFn } from '../values/read';

/** Arguments of a macro's nodes below 0: the holes and the input. */
const HOLE_X = -1;
const HOLE_Y = -2;

/** Bytes for one macro on one input. */
const BYTES = 8 << 20;
/** Of each macro: type of its values, where its nodes start in `code`, how many there are, and steps for one input. */
const macros = changetype<Table>(memory.data(8));
const code = changetype<Table>(memory.data(8));
let macroCount = 0;
let codeLength = 0;

/** Values of a macro's nodes on the input at hand. */
const slots = changetype<Table>(memory.data(8));
/** Steps of fuel that macros took since `beginMacros`. */
export let steps: f64 = 0;

/** Forgets all macros. */
export function beginMacros(): void {
  macroCount = 0;
  codeLength = 0;
  steps = 0;
}

/**
 * Adds a macro of `count` nodes that gives values of a type, written at `words`: op, number of arguments, arguments as
 * earlier nodes, -1 and -2 for the holes (or the value of a LEAF). `most` is the steps that it may take on one input.
 * Gives its number.
 */
export function addMacro(words: usize, count: i32, type: i32, most: i32): i32 {
  const id = macroCount++;
  macros.reserve((<usize>macroCount) * 16);
  macros.put(id * 4, type);
  macros.put(id * 4 + 1, codeLength);
  macros.put(id * 4 + 2, count);
  macros.put(id * 4 + 3, most);
  let length = 0;
  let from = words;
  for (let i = 0; i < count; i++) {
    const given = load<i32>(from, 4);
    length += 2 + given;
    from += (<usize>(2 + given)) << 2;
  }
  code.reserve((<usize>(codeLength + length)) << 2);
  memory.copy(code.words + ((<usize>codeLength) << 2), words, (<usize>length) << 2);
  codeLength += length;
  slots.reserve((<usize>count) << 2);
  return id;
}

/** The type of what a macro gives. */
@inline
export function typeOfMacro(macro: i32): i32 {
  return macros.at(macro * 4);
}

/** Evaluates a macro on one input, with values in its holes (0: none), and counts what it takes. */
export function runMacro(macro: i32, root: Value, first: Value, second: Value): Value {
  const most: i64 = macros.at(macro * 4 + 3);
  setFuel(most);
  beginQuota(BYTES);
  resetDepth();
  beginCalls(-1);
  const value = evaluate(macro, root, first, second);
  steps += <f64>(most - fuel);
  return value;
}

function evaluate(macro: i32, root: Value, first: Value, second: Value): Value {
  let from = code.words + ((<usize>macros.at(macro * 4 + 1)) << 2);
  const count = macros.at(macro * 4 + 2);
  let value: Value = 0;
  for (let node = 0; node < count; node++) {
    const op = load<i32>(from);
    const given = load<i32>(from, 4);
    if (op === Op.LEAF) value = load<i32>(from, 8);
    else if (op === Op.INPUT) value = root;
    else {
      const a = arg(from, 8, first, second);
      if (op === Op.APPLY) value = call1(toFn(a), arg(from, 12, first, second));
      else if (given === 1) value = run1(op - Op.CALL, a);
      else {
        const b = arg(from, 12, first, second);
        if (given === 2) value = run2(op - Op.CALL, a, b);
        else {
          const c = arg(from, 16, first, second);
          value =
            given === 3
              ? run3(op - Op.CALL, a, b, c)
              : run4(op - Op.CALL, a, b, c, arg(from, 20, first, second));
        }
      }
    }
    slots.put(node, value);
    from += (<usize>(2 + given)) << 2;
  }
  return value;
}

@inline
function arg(from: usize, offset: usize, first: Value, second: Value): Value {
  const word = load<i32>(from + offset);
  if (word === HOLE_X) return first;
  if (word === HOLE_Y) return second;
  return slots.at(word);
}

