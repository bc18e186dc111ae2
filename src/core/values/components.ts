/** Connected components of a grid: a flood fill on flat arrays with a border of wall around them. */
import { colourOf, columnOf, rowOf } from './pack.ts';
import { Patch, type Grid } from './value.ts';

/** What no cell is: outside the grid, background, or already in a component. Packable colours lie well above. */
const WALL = -32768;

export interface Connectivity {
  /** A component holds cells of one colour; otherwise any cells that touch belong together. */
  readonly univalued: boolean;
  /** Cells touch at corners, too (8 neighbours instead of 4). */
  readonly diagonal: boolean;
  /** The colour of cells that belong to no component and separate the others; undefined for none. */
  readonly without: number | undefined;
}

/**
 * The components in canonical order: `cells` are all cells of the grid, ascending. Flooding from them in turn meets
 * the components in the order of their least cells, which decides between sets without common members.
 */
export function componentsOf(grid: Grid, cells: Int32Array, connectivity: Connectivity): Patch[] {
  const { univalued, diagonal, without } = connectivity;
  const stride = grid.width + 2;
  const open = openCells(grid, univalued, without);
  const label = new Int32Array(open.length);
  const stack = new Int32Array(grid.cells.length);
  const steps = diagonal
    ? [-stride - 1, -stride, -stride + 1, -1, 1, stride - 1, stride, stride + 1]
    : [-stride, -1, 1, stride];
  const sizes: number[] = [];
  for (let i = 0; i < cells.length; i++) {
    const seed = paddedAt(cells[i], stride);
    const kind = open[seed];
    if (kind !== WALL) sizes.push(flood(open, label, stack, steps, seed, kind, sizes.length));
  }
  const members = sizes.map((size) => new Int32Array(size));
  const filled = new Int32Array(sizes.length);
  for (let i = 0; i < cells.length; i++) {
    if (colourOf(cells[i]) === without) continue;
    const component = label[paddedAt(cells[i], stride)];
    members[component][filled[component]++] = cells[i];
  }
  return members.map((packed) => new Patch(true, packed));
}

/** The place of a packed cell in the arrays with a border. */
function paddedAt(cell: number, stride: number): number {
  return (rowOf(cell) + 1) * stride + columnOf(cell) + 1;
}

/**
 * (height + 2) x (width + 2): numbers that are equal where cells can belong together, and WALL on the border and on
 * the colour left out.
 */
function openCells({ height, width, cells }: Grid, univalued: boolean, without: number | undefined): Int16Array {
  const open = new Int16Array((height + 2) * (width + 2)).fill(WALL);
  for (let row = 0, from = 0; row < height; row++) {
    for (let to = (row + 1) * (width + 2) + 1, end = to + width; to < end; to++, from++) {
      const colour = cells[from];
      if (colour !== without) open[to] = univalued ? colour : 0;
    }
  }
  return open;
}

/** Labels all that is reached from `seed` over cells of its kind, and walls it off; returns their number. */
function flood(
  open: Int16Array,
  label: Int32Array,
  stack: Int32Array,
  steps: readonly number[],
  seed: number,
  kind: number,
  component: number,
): number {
  let size = 1;
  let waiting = 1;
  stack[0] = seed;
  open[seed] = WALL;
  label[seed] = component;
  while (waiting > 0) {
    const place = stack[--waiting];
    for (let i = 0; i < steps.length; i++) {
      const next = place + steps[i];
      if (open[next] !== kind) continue;
      open[next] = WALL;
      label[next] = component;
      stack[waiting++] = next;
      size++;
    }
  }
  return size;
}
