/**
 * Set operations aimed at what is left to be painted: instead of making all differences and intersections, the two
 * sets are looked for that leave just the cells which are missing.
 */
import { Table } from '../table';
import { maskAt, maskWords } from './masks';

/** Masks of the places of index sets and objects. */
const areas = changetype<Table>(memory.data(8));
let areaCount = 0;

export function dropAreas(): void {
  areaCount = 0;
}

/** Adds the places of a state by the number of their mask; gives its number. */
export function addArea(mask: i32): i32 {
  areas.reserve((<usize>(areaCount + 1)) << 2);
  areas.put(areaCount, mask);
  return areaCount++;
}

/** The number of the mask of an area. */
export function areaMask(area: i32): i32 {
  return areas.at(area);
}

/** Writes for each area how many cells of `bad` it has where it has all of `needed`, else -1. */
export function supersets(needed: i32, bad: i32, into: usize): void {
  const bytes = (<usize>maskWords) << 2;
  const need = maskAt(needed);
  const wrong = maskAt(bad);
  for (let area = 0; area < areaCount; area++) {
    const places = maskAt(areas.at(area));
    let count: i64 = 0;
    for (let i: usize = 0; i < bytes; i += 8) {
      const word = load<i64>(places + i);
      if ((load<i64>(need + i) & ~word) !== 0) {
        count = -1;
        break;
      }
      count += popcnt<i64>(word & load<i64>(wrong + i));
    }
    store<i32>(into + ((<usize>area) << 2), <i32>count);
  }
}

/**
 * What to make of the area `of` so that all of `needed` and none of `bad` is left: writes for each other area 1 where
 * their intersection, 2 where the difference does it, else 0. `of` has all of `needed`.
 */
export function partners(area: i32, needed: i32, bad: i32, into: usize): void {
  const bytes = (<usize>maskWords) << 2;
  const first = maskAt(areas.at(area));
  const need = maskAt(needed);
  const wrong = maskAt(bad);
  for (let other = 0; other < areaCount; other++) {
    const second = maskAt(areas.at(other));
    let meet = true;
    let less = true;
    for (let i: usize = 0; i < bytes && (meet || less); i += 8) {
      const places = load<i64>(second + i);
      const needs = load<i64>(need + i);
      const clash = load<i64>(first + i) & load<i64>(wrong + i);
      if ((needs & ~places) !== 0 || (clash & places) !== 0) meet = false;
      if ((needs & places) !== 0 || (clash & ~places) !== 0) less = false;
    }
    store<i32>(into + ((<usize>other) << 2), meet ? 1 : less ? 2 : 0);
  }
}
