/** Outputs that are made of blocks as large as the input: each block is looked for by itself. */
import type { GridRows } from '../task/task.ts';
import type { Expression } from './expression.ts';

/** Blocks in a row or column. */
const MOST = 4;

export interface Blocks {
  /** For each row of blocks which of `grids` stand side by side. */
  readonly layout: readonly (readonly number[])[];
  /** The different blocks, each as one grid for each train pair. */
  readonly grids: readonly (readonly GridRows[])[];
}

/** Null where the outputs are not the same number of blocks on every pair, or one block alone. */
export function blocksOf(inputs: readonly GridRows[], outputs: readonly GridRows[]): Blocks | null {
  const down = outputs[0].length / inputs[0].length;
  const across = outputs[0][0].length / inputs[0][0].length;
  const fits = outputs.every(
    (rows, i) => rows.length === down * inputs[i].length && rows[0].length === across * inputs[i][0].length,
  );
  if (!fits || !Number.isInteger(down) || !Number.isInteger(across)) return null;
  if (down * across < 2 || down > MOST || across > MOST) return null;
  const grids: GridRows[][] = [];
  const numbers = new Map<string, number>();
  const layout = Array.from({ length: down }, (_, i) =>
    Array.from({ length: across }, (_unused, j) => {
      const block = outputs.map((rows, pair) => {
        const [height, width] = [inputs[pair].length, inputs[pair][0].length];
        return rows.slice(i * height, (i + 1) * height).map((row) => row.slice(j * width, (j + 1) * width));
      });
      const key = JSON.stringify(block);
      const known = numbers.get(key) ?? grids.push(block) - 1;
      numbers.set(key, known);
      return known;
    }),
  );
  return { layout, grids };
}

/** Writes the blocks side by side; `nodes` are the different ones. Gives the number of the last node. */
export function writeBlocks(expression: Expression, { layout }: Blocks, nodes: readonly number[]): number {
  const rows = layout.map((row) =>
    row.map((block) => nodes[block]).reduce((left, right) => expression.call('hconcat', left, right)),
  );
  return rows.reduce((top, bottom) => expression.call('vconcat', top, bottom));
}
