import type { Random } from '../random.ts';

/** Rows of colours; every row is equally long. Pictures to be stamped may contain `CLEAR`. */
export type Grid = number[][];

/** [row, column] */
export type Spot = readonly [row: number, column: number];

/** [height, width] */
export type Size = readonly [height: number, width: number];

/** The colour of a picture's transparent cells and of everything outside a grid. */
export const CLEAR = -1;

/** Reserved for walls, frames, keys and other furniture; `colours` leaves it out. */
export const GREY = 5;

/** Every colour but black and grey. */
const VIVID: readonly number[] = [1, 2, 3, 4, 6, 7, 8, 9];

export function make(height: number, width: number, colourAt: (row: number, column: number) => number): Grid {
  return Array.from({ length: height }, (_, row) =>
    Array.from({ length: width }, (_, column) => colourAt(row, column)),
  );
}

export function blank(height: number, width: number, colour = 0): Grid {
  return make(height, width, () => colour);
}

export function copy(grid: Grid): Grid {
  return grid.map((row) => row.slice());
}

export function heightOf(grid: Grid): number {
  return grid.length;
}

export function widthOf(grid: Grid): number {
  return grid[0]?.length ?? 0;
}

/** The colour at a cell; `CLEAR` outside. */
export function at(grid: Grid, row: number, column: number): number {
  return grid[row]?.[column] ?? CLEAR;
}

/** The colours above, below, to the left and to the right of a cell. */
export function around(grid: Grid, row: number, column: number): number[] {
  return [
    at(grid, row - 1, column),
    at(grid, row + 1, column),
    at(grid, row, column - 1),
    at(grid, row, column + 1),
  ];
}

/** Sets one cell in place; nothing happens outside the grid or for `CLEAR`. */
export function put(grid: Grid, row: number, column: number, colour: number): void {
  const line = grid[row];
  if (line !== undefined && column >= 0 && column < line.length && colour !== CLEAR) line[column] = colour;
}

/** Fills a rectangle in place. */
export function block(grid: Grid, [top, left]: Spot, [height, width]: Size, colour: number): void {
  for (let row = top; row < top + height; row++) {
    for (let column = left; column < left + width; column++) put(grid, row, column, colour);
  }
}

/** Draws the one-cell outline of a rectangle in place. */
export function outline(grid: Grid, [top, left]: Spot, [height, width]: Size, colour: number): void {
  block(grid, [top, left], [1, width], colour);
  block(grid, [top + height - 1, left], [1, width], colour);
  block(grid, [top, left], [height, 1], colour);
  block(grid, [top, left + width - 1], [height, 1], colour);
}

/** Lays a picture onto the grid in place; its `CLEAR` cells and what sticks out are left away. */
export function stamp(grid: Grid, picture: Grid, [top, left]: Spot): void {
  picture.forEach((line, row) =>
    line.forEach((colour, column) => put(grid, top + row, left + column, colour)),
  );
}

export function cut(grid: Grid, [top, left]: Spot, [height, width]: Size): Grid {
  return make(height, width, (row, column) => at(grid, top + row, left + column));
}

/** The picture on a ground: `CLEAR` becomes the given colour. */
export function onGround(picture: Grid, ground = 0): Grid {
  return picture.map((row) => row.map((colour) => (colour === CLEAR ? ground : colour)));
}

export function upsideDown(grid: Grid): Grid {
  return grid.map((row) => row.slice()).reverse();
}

export function leftRight(grid: Grid): Grid {
  return grid.map((row) => row.slice().reverse());
}

/** A quarter turn clockwise. */
export function turn(grid: Grid): Grid {
  const height = heightOf(grid);
  return make(widthOf(grid), height, (row, column) => at(grid, height - 1 - column, row));
}

/** Rows become columns. */
export function transpose(grid: Grid): Grid {
  return make(widthOf(grid), heightOf(grid), (row, column) => at(grid, column, row));
}

/** Every cell becomes a rectangle of `tall` by `wide` cells. */
export function enlarge(grid: Grid, tall: number, wide = tall): Grid {
  return make(heightOf(grid) * tall, widthOf(grid) * wide, (row, column) =>
    at(grid, Math.floor(row / tall), Math.floor(column / wide)),
  );
}

/** Grids of equal height, left to right. */
export function beside(...grids: Grid[]): Grid {
  return (grids[0] ?? []).map((_, row) => grids.flatMap((grid) => grid[row] ?? []));
}

/** Grids of equal width, top to bottom. */
export function stacked(...grids: Grid[]): Grid {
  return grids.flatMap((grid) => copy(grid));
}

export function sameGrid(one: Grid, two: Grid): boolean {
  return (
    heightOf(one) === heightOf(two) &&
    one.every(
      (line, row) =>
        line.length === two[row]?.length && line.every((colour, column) => colour === at(two, row, column)),
    )
  );
}

/** How many cells satisfy the test. */
export function count(grid: Grid, test: (colour: number) => boolean): number {
  return grid.reduce((sum, row) => sum + row.filter(test).length, 0);
}

/** The cells that satisfy the test, row by row. */
export function spots(grid: Grid, test: (colour: number) => boolean): Spot[] {
  return grid.flatMap((line, row) =>
    line.flatMap((colour, column): Spot[] => (test(colour) ? [[row, column]] : [])),
  );
}

/** `amount` different vivid colours. */
export function colours(random: Random, amount: number, except: readonly number[] = []): number[] {
  return random.sample(
    VIVID.filter((colour) => !except.includes(colour)),
    amount,
  );
}

export function oneColour(random: Random, except: readonly number[] = []): number {
  return random.pick(VIVID.filter((colour) => !except.includes(colour)));
}

export function twoColours(random: Random, except: readonly number[] = []): [number, number] {
  const first = oneColour(random, except);
  return [first, oneColour(random, [...except, first])];
}

export function threeColours(random: Random, except: readonly number[] = []): [number, number, number] {
  const [first, second] = twoColours(random, except);
  return [first, second, oneColour(random, [...except, first, second])];
}

/** From `least` to `most` of what is made one by one. */
export function several<Item>(
  random: Random,
  least: number,
  most: number,
  makeOne: (nth: number) => Item,
): Item[] {
  return Array.from({ length: random.int(least, most) }, (_, nth) => makeOne(nth));
}

/** Whether more than half of the cells have the colour, so that it is the background by any measure. */
export function isGround(grid: Grid, colour: number): boolean {
  return 2 * count(grid, (found) => found === colour) > grid.flat().length;
}

/** Places for rectangles of the given sizes with at least `gap` free cells between them and `margin` at the edge. */
export function scatter(
  random: Random,
  [height, width]: Size,
  sizes: readonly Size[],
  { gap = 1, margin = 0 } = {},
): Spot[] | undefined {
  const taken: { spot: Spot; size: Size }[] = [];
  for (const size of sizes) {
    const lowest = height - margin - size[0];
    const rightmost = width - margin - size[1];
    if (lowest < margin || rightmost < margin) return undefined;
    let found: Spot | undefined;
    for (let attempt = 0; attempt < 40 && found === undefined; attempt++) {
      const spot: Spot = [random.int(margin, lowest), random.int(margin, rightmost)];
      if (taken.every((other) => apart(spot, size, other.spot, other.size, gap))) found = spot;
    }
    if (found === undefined) return undefined;
    taken.push({ spot: found, size });
  }
  return taken.map(({ spot }) => spot);
}

function apart(one: Spot, oneSize: Size, two: Spot, twoSize: Size, gap: number): boolean {
  return (
    one[0] + oneSize[0] + gap <= two[0] ||
    two[0] + twoSize[0] + gap <= one[0] ||
    one[1] + oneSize[1] + gap <= two[1] ||
    two[1] + twoSize[1] + gap <= one[1]
  );
}

/** Scatters pictures over a copy of the grid; undefined where they found no room. */
export function scatterPictures(
  random: Random,
  grid: Grid,
  pictures: readonly Grid[],
  options: { gap?: number; margin?: number } = {},
): { grid: Grid; places: Spot[] } | undefined {
  const sizes = pictures.map((picture): Size => [heightOf(picture), widthOf(picture)]);
  const places = scatter(random, [heightOf(grid), widthOf(grid)], sizes, options);
  if (places === undefined) return undefined;
  const result = copy(grid);
  pictures.forEach((picture, nth) => stamp(result, picture, places[nth]));
  return { grid: result, places };
}

/** Pictures scattered over the ground as the input, and in their places the others, or nothing, as the output. */
export function exchange(
  random: Random,
  ground: Grid,
  pictures: readonly Grid[],
  others: readonly (Grid | undefined)[],
): { input: Grid; output: Grid } | undefined {
  const scene = scatterPictures(random, ground, pictures);
  if (scene === undefined) return undefined;
  const output = copy(ground);
  others.forEach((other, nth) => {
    if (other !== undefined) stamp(output, other, scene.places[nth]);
  });
  return { input: scene.grid, output };
}

/** Tries until something comes out; a generator that cannot succeed is a defect, so it throws. */
export function insist<Result>(attempt: () => Result | undefined): Result {
  for (let tries = 0; tries < 5000; tries++) {
    const result = attempt();
    if (result !== undefined) return result;
  }
  throw new Error('the generator found no instance in 5000 attempts');
}
