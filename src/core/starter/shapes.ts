import type { Random } from '../random.ts';
import {
  around,
  at,
  CLEAR,
  type Grid,
  heightOf,
  leftRight,
  make,
  put,
  sameGrid,
  type Size,
  stamp,
  transpose,
  turn,
  upsideDown,
  widthOf,
} from './canvas.ts';

/** A figure drawn by hand: rows parted by `/`, `#` for a cell. Every one is connected through cell edges. */
const FIGURES = [
  '.#./###/.#.',
  '#.#/###/#.#',
  '###/.#./.#.',
  '#../#../###',
  '##./.#./.##',
  '#../##./.##',
  '###/#.#/#.#',
  '###/#../###',
  '.##/##./.#.',
  '##/##/#.',
  '#./##/#.',
  '#./#./##',
  '#./##/.#',
  '#..#/####/.##.',
  '.##./####/.##.',
  '####/#..#/#..#',
  '#.../###./..##',
  '.##./.##./####',
  '#.#./####/.#.#',
  '..#../.###./#####',
  '#.#.#/#####/..#..',
  '##.##/.###./..#..',
] as const;

/** A figure in one colour on a transparent ground. */
export function figure(random: Random, colour: number, maxHeight = 3, maxWidth = 5): Grid {
  const fitting = FIGURES.map((text) => text.split('/')).filter(
    (rows) => rows.length <= maxHeight && (rows[0] ?? '').length <= maxWidth,
  );
  return random.pick(fitting).map((row) => [...row].map((mark) => (mark === '#' ? colour : CLEAR)));
}

/** A solid rectangle. */
export function slab(height: number, width: number, colour: number): Grid {
  return make(height, width, () => colour);
}

/** A hollow rectangle with a wall one cell thick. */
export function hoop(height: number, width: number, colour: number): Grid {
  return make(height, width, (row, column) =>
    row === 0 || column === 0 || row === height - 1 || column === width - 1 ? colour : CLEAR,
  );
}

/** A random connected figure that reaches all four sides of its box and has at least `cells` cells. */
export function blob(random: Random, height: number, width: number, colour: number, cells = 0): Grid {
  const grid = make(height, width, () => CLEAR);
  put(grid, random.int(0, height - 1), random.int(0, width - 1), colour);
  let grown = 1;
  while (grown < height * width && (grown < cells || !spans(grid))) {
    const row = random.int(0, height - 1);
    const column = random.int(0, width - 1);
    if (at(grid, row, column) !== CLEAR || around(grid, row, column).every((colour) => colour === CLEAR))
      continue;
    put(grid, row, column, colour);
    grown++;
  }
  return grid;
}

function spans(grid: Grid): boolean {
  const lines = [
    grid[0],
    grid[heightOf(grid) - 1],
    grid.map((row) => row[0]),
    grid.map((row) => row[widthOf(grid) - 1]),
  ];
  return lines.every((line) => line?.some((colour) => colour !== CLEAR));
}

/** The same figure in one colour. */
export function inColour(picture: Grid, colour: number): Grid {
  return picture.map((row) => row.map((cell) => (cell === CLEAR ? CLEAR : colour)));
}

/** The same figure with some cells (at least one, not all) in other colours. */
export function dappled(random: Random, picture: Grid, others: readonly number[], share = 0.35): Grid {
  for (;;) {
    const result = picture.map((row) =>
      row.map((colour) => (colour !== CLEAR && random.bool(share) ? random.pick(others) : colour)),
    );
    const changed = result.flat().filter((colour, nth) => colour !== picture.flat()[nth]).length;
    if (changed > 0 && changed < result.flat().filter((colour) => colour !== CLEAR).length) return result;
  }
}

/** An opaque card with a figure in its upper left corner, where it is small, or all over it. */
export function badge(random: Random, [height, width]: Size, paper: number, ink: number): Grid {
  const card = slab(height, width, paper);
  stamp(card, figure(random, ink, height, width), [0, 0]);
  return card;
}

/** A random opaque tile in which every given colour occurs. */
export function tile(random: Random, height: number, width: number, palette: readonly number[]): Grid {
  for (;;) {
    const result = make(height, width, () => random.pick(palette));
    if (palette.every((colour) => result.flat().includes(colour))) return result;
  }
}

export function isLeftRight(picture: Grid): boolean {
  return sameGrid(picture, leftRight(picture));
}

export function isUpsideDown(picture: Grid): boolean {
  return sameGrid(picture, upsideDown(picture));
}

/** Some mirror or turn maps the one picture onto the other. */
export function isAlike(one: Grid, two: Grid): boolean {
  const turned = [one, turn(one), turn(turn(one)), turn(turn(turn(one)))];
  return turned.some((picture) => sameGrid(picture, two) || sameGrid(leftRight(picture), two));
}

/** No mirror and no turn maps the picture onto itself. */
export function isLopsided(picture: Grid): boolean {
  const half = turn(turn(picture));
  return ![
    upsideDown(picture),
    leftRight(picture),
    half,
    turn(picture),
    transpose(picture),
    transpose(half),
  ].some((other) => sameGrid(picture, other));
}
