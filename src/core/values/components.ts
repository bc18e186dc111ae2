/** Connected components of a grid: a flood fill on flat arrays with a border of wall around them. */
import { newPacked } from './arena.ts';
import { allCells } from './cells.ts';
import { columnOf, rowOf } from './pack.ts';
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
 * The components of a grid that can be packed, in canonical order. Flooding from the cells as they ascend meets the
 * components in the order of their least cells, which decides between sets without common members.
 */
export function componentsOf(grid: Grid, connectivity: Connectivity): Patch[] {
  const { univalued, diagonal, without } = connectivity;
  const cells = allCells(grid, without);
  const stride = grid.width + 2;
  reserve((grid.height + 2) * stride);
  openCells(grid, univalued, without);
  const steps = [-stride, -1, 1, stride];
  if (diagonal) steps.push(-stride - 1, -stride + 1, stride - 1, stride + 1);
  const sizes: number[] = [];
  for (let i = 0; i < cells.length; i++) {
    const seed = paddedAt(cells[i], stride);
    const kind = open[seed];
    if (kind !== WALL) sizes.push(flood(steps, seed, kind, sizes.length));
  }
  const members: Int32Array[] = [];
  for (let i = 0; i < sizes.length; i++) members.push(newPacked(sizes[i]));
  const filled = stack.fill(0, 0, sizes.length);
  for (let i = 0; i < cells.length; i++) {
    const component = label[paddedAt(cells[i], stride)];
    members[component][filled[component]++] = cells[i];
  }
  return members.map((packed) => new Patch(true, packed));
}

/** Working space: (height + 2) x (width + 2) places of the grid at hand, and more. Kept from call to call. */
let open = new Int16Array(0);
/** The component of each place that is in one. */
let label = new Int32Array(0);
let stack = new Int32Array(0);

function reserve(places: number): void {
  if (places <= open.length) return;
  open = new Int16Array(places);
  label = new Int32Array(places);
  stack = new Int32Array(places);
}

/** The place of a packed cell in the arrays with a border. */
function paddedAt(cell: number, stride: number): number {
  return (rowOf(cell) + 1) * stride + columnOf(cell) + 1;
}

/** Fills `open`: WALL on the border and on the colour left out, elsewhere equal where cells can belong together. */
function openCells({ height, width, cells }: Grid, univalued: boolean, without: number | undefined): void {
  open.fill(WALL, 0, (height + 2) * (width + 2));
  for (let row = 0, from = 0; row < height; row++) {
    for (let to = (row + 1) * (width + 2) + 1, end = to + width; to < end; to++, from++) {
      const colour = cells[from];
      if (colour !== without) open[to] = univalued ? colour : 0;
    }
  }
}

/** Labels all that is reached from `seed` over cells of its kind, and walls it off; returns their number. */
function flood(steps: readonly number[], seed: number, kind: number, component: number): number {
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
