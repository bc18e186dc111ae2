/** Random input grids. */
import type { Random } from '../../src/core/random.ts';
import type { GridRows } from '../../src/core/task/task.ts';

/** A grid of 1 to 30 rows and columns, mostly small, with one to ten colours: noise, rectangles or a repeated tile. */
export function randomGrid(random: Random): GridRows {
  const side = random.pick([1, 3, 4, 5, 6, 7, 8, 10, 14, 30]);
  const [height, width] = [random.int(1, side), random.int(1, side)];
  const colours = random.sample([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], random.pick([1, 2, 2, 3, 3, 4, 10]));
  const density = random.pick([0.1, 0.3, 0.5, 1]);
  const paint = () => (random.bool(density) ? random.pick(colours) : colours[0]);
  if (random.bool(0.6)) return rows(height, width, paint);
  if (random.bool()) {
    const tile = rows(random.int(1, 4), random.int(1, 4), paint);
    return rows(height, width, (i, j) => tile[i % tile.length][j % tile[0].length]);
  }
  const boxes = Array.from({ length: random.int(1, 5) }, () => ({
    colour: random.pick(colours),
    rows: [random.int(0, height - 1), random.int(0, height - 1)].sort((a, b) => a - b),
    columns: [random.int(0, width - 1), random.int(0, width - 1)].sort((a, b) => a - b),
  }));
  const over = (i: number, j: number) =>
    boxes.findLast(({ rows: r, columns: c }) => i >= r[0] && i <= r[1] && j >= c[0] && j <= c[1]);
  return rows(height, width, (i, j) => over(i, j)?.colour ?? colours[0]);
}

function rows(height: number, width: number, colour: (i: number, j: number) => number): GridRows {
  return Array.from({ length: height }, (_, i) => Array.from({ length: width }, (_, j) => colour(i, j)));
}
