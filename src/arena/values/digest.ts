/** A 64-bit digest of a value by tag and content, in which True is not 1: equal digests mean equal values, but for chance. */
import { fail, Reason } from '../reason';
import { fnOf, grid, Header, itemsOf, Kind, patch, Value } from './layout';
import { isObject, longOf } from './value';

const MULTIPLIER: u64 = 0x9fb21c651e98df25;
/** Levels of values in values that are read. */
const DEEPEST = 500;

@inline
export function stir(hash: u64, word: u64): u64 {
  const mixed = (hash ^ word) * MULTIPLIER;
  return mixed ^ (mixed >> 32);
}

export function digestOf(value: Value, depth: i32 = 0): u64 {
  if (!isObject(value)) return stir(0x51ed27, <u64>(<u32>value));
  if (depth > DEEPEST) fail(Reason.TOO_DEEP, 0);
  const header = changetype<Header>(value);
  const count = header.count;
  let hash = stir(<u64>header.kind << 32, <u64>(<u32>count));
  switch (header.kind) {
    case Kind.GRID: {
      const cells = grid(value);
      return stirBytes(stir(hash, <u64>(<u32>cells.width)), cells.cells, cells.area << 1);
    }
    case Kind.PATCH: {
      const packed = patch(value);
      return stirBytes(stir(hash, <u64>packed.coloured), packed.packed, count << 2);
    }
    case Kind.BIG:
      return stir(hash, <u64>longOf(value));
    case Kind.FUNCTION: {
      const fn = fnOf(value);
      hash = stir(hash, <u64>fn.code);
      for (let i = 0; i < count; i++) hash = stir(hash, digestOf(fn.at(i), depth + 1));
      return hash;
    }
    default: {
      const items = itemsOf(value);
      for (let i = 0; i < count; i++) hash = stir(hash, digestOf(items.at(i), depth + 1));
      return hash;
    }
  }
}

/** Eight bytes a step; of the last, incomplete ones only what belongs to the value. */
function stirBytes(start: u64, at: usize, bytes: i32): u64 {
  let hash = start;
  const whole = bytes & ~7;
  for (let i = 0; i < whole; i += 8) hash = stir(hash, load<u64>(at + <usize>i));
  const rest = bytes & 7;
  if (rest === 0) return hash;
  return stir(hash, load<u64>(at + <usize>whole) & ((<u64>1 << u64(rest << 3)) - 1));
}
