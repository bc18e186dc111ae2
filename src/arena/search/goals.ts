/** What a search looks for: grids by the digest of their train part, and grids of the size that is asked for. */
import { trainCount, valueOf } from './bank';
import { Table } from '../table';
import { grid } from '../values/layout';

/** Most goals at one time. */
const MOST = 256;

const goals = memory.data(MOST * 8);
let goalCount = 0;

/** Found: state and goal in turn. */
const hits = changetype<Table>(memory.data(8));
export let hitCount = 0;

/** States whose grids have the wanted size on all train inputs. */
const fitting = changetype<Table>(memory.data(8));
export let fittingCount = 0;
/** Wanted rows and columns of each train pair. */
const sizes = changetype<Table>(memory.data(8));

export function beginGoals(): void {
  goalCount = 0;
  hitCount = 0;
  fittingCount = 0;
}

/** Adds a goal by its digest (see `trainDigest`), and gives its number; -1 where there are too many. */
export function addGoal(digest: u64): i32 {
  if (goalCount === MOST) return -1;
  store<u64>(goals + ((<usize>goalCount) << 3), digest);
  return goalCount++;
}

export function setSize(pair: i32, height: i32, width: i32): void {
  sizes.reserve((<usize>(pair + 1)) << 3);
  sizes.put(2 * pair, height);
  sizes.put(2 * pair + 1, width);
}

export function hitAt(i: i32): i32 {
  return hits.at(i);
}

export function fittingAt(i: i32): i32 {
  return fitting.at(i);
}

/** Notes the new grid state `id` where its train part is a goal. */
export function noteGoal(id: i32, train: u64): void {
  for (let goal = 0; goal < goalCount; goal++) {
    if (load<u64>(goals + ((<usize>goal) << 3)) !== train) continue;
    hits.reserve((<usize>(hitCount + 2)) << 2);
    hits.put(hitCount++, id);
    hits.put(hitCount++, goal);
  }
}

/** Notes the new grid state `id` where it has the wanted size. */
export function noteGrid(id: i32): void {
  for (let i = 0; i < trainCount; i++) {
    const cells = grid(valueOf(id, i));
    if (cells.height !== sizes.at(2 * i) || cells.width !== sizes.at(2 * i + 1)) return;
  }
  fitting.reserve((<usize>(fittingCount + 1)) << 2);
  fitting.put(fittingCount++, id);
}
