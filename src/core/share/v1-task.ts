/**
 * A whole task in a link of version 1: the number of train and test pairs; how the cells are laid out; the sizes of all
 * grids; their cells, a byte each. Layout 1: an output of its input's size says where it differs: 0 for the same
 * colour, else the colour + 1. Layout 2: column by column, not row by row. The writer takes what compresses best.
 */
import { readTask } from '../task/read.ts';
import { MAX_SIDE, type GridRows, type Pair, type Task } from '../task/task.ts';
import { ByteWriter, type ByteReader } from './bytes.ts';
import { MAX_LINK_PAIRS, refuseLink } from './content.ts';

export const LAYOUTS = [0, 1, 2, 3] as const;
export type Layout = (typeof LAYOUTS)[number];

const DIFFERENCES = 1;
const COLUMNS = 2;

/** In place of a height: no output; an output of the size of its input. */
const ABSENT = 0;
const AS_INPUT = MAX_SIDE + 1;

export function writeTask(out: ByteWriter, task: Task, layout: Layout): void {
  const pairs = [...task.train, ...task.test];
  if (pairs.length > MAX_LINK_PAIRS) tooMany();
  out.count(task.train.length);
  out.count(task.test.length);
  out.byte(layout);
  for (const { input, output } of pairs) {
    out.byte(input.length);
    out.byte(input[0].length);
    if (output === null) out.byte(ABSENT);
    else if (isAlike(input, output)) out.byte(AS_INPUT);
    else out.raw([output.length, output[0].length]);
  }
  for (const pair of pairs) {
    out.raw(cellsOf(pair.input, layout));
    if (pair.output !== null) out.raw(outputCells(pair.input, pair.output, layout));
  }
}

export function readTaskAt(input: ByteReader, path: string): Task {
  const trains = input.count();
  const count = trains + input.count();
  if (count > MAX_LINK_PAIRS) tooMany();
  const layout = input.byte() as Layout;
  if (!LAYOUTS.includes(layout))
    refuseLink('task', path, 'The task in the link is written in a way that is not known here.');
  const sizes = Array.from({ length: count }, () => {
    const size = [input.byte(), input.byte()] as const;
    const height = input.byte();
    if (height === ABSENT) return { size, output: null };
    return { size, output: height === AS_INPUT ? size : ([height, input.byte()] as const) };
  });
  const pairs = sizes.map(({ size, output }): Pair => {
    const rows = gridOf(input, size, layout, null);
    if (output === null) return { input: rows, output };
    return { input: rows, output: gridOf(input, output, layout, output === size ? rows : null) };
  });
  // The bounds of grids and colours are the reader's of all tasks.
  const read = readTask({ train: pairs.slice(0, trains), test: pairs.slice(trains) });
  return read.ok ? read.value : refuseLink('task', `${path}.${read.fault.path}`, read.fault.message);
}

function isAlike(a: GridRows, b: GridRows): boolean {
  return a.length === b.length && a[0].length === b[0].length;
}

function cellsOf(grid: GridRows, layout: Layout): number[] {
  if ((layout & COLUMNS) === 0) return grid.flat();
  return grid[0].flatMap((_, column) => grid.map((row) => row[column]));
}

function outputCells(input: GridRows, output: GridRows, layout: Layout): number[] {
  const cells = cellsOf(output, layout);
  if ((layout & DIFFERENCES) === 0 || !isAlike(input, output)) return cells;
  const before = cellsOf(input, layout);
  return cells.map((colour, i) => (colour === before[i] ? 0 : colour + 1));
}

/** `before` is the input that an output may be written against. */
function gridOf(
  input: ByteReader,
  [height, width]: readonly [number, number],
  layout: Layout,
  before: GridRows | null,
): GridRows {
  if (height > MAX_SIDE || width > MAX_SIDE) {
    refuseLink(
      'task',
      'task',
      `A grid of ${height} × ${width} is in the link; at most ${MAX_SIDE} × ${MAX_SIDE} is allowed.`,
    );
  }
  const cells = input.raw(height * width);
  const byColumns = (layout & COLUMNS) !== 0;
  const isDifference = before !== null && (layout & DIFFERENCES) !== 0;
  return Array.from({ length: height }, (_, row) =>
    Array.from({ length: width }, (_, column) => {
      const cell = cells[byColumns ? column * height + row : row * width + column];
      if (!isDifference) return cell;
      return cell === 0 ? before[row][column] : cell - 1;
    }),
  );
}

function tooMany(): never {
  return refuseLink(
    'too-large',
    'task',
    `A link carries at most ${MAX_LINK_PAIRS} pairs: send the task as a file.`,
  );
}
