/** A grid in a few words, for whoever does not see it. */
import type { GridRows } from '../../protocol/index.ts';

const plural = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** "10 by 10, 3 colours, 2 objects": height by width; objects are what hangs together on the most common colour. */
export function gridSummary(rows: GridRows): string {
  const counts = new Array<number>(10).fill(0);
  for (const row of rows) for (const colour of row) counts[colour]++;
  const ground = counts.indexOf(Math.max(...counts));
  const colours = counts.filter((count) => count > 0).length;
  return `${rows.length} by ${rows[0].length}, ${plural(colours, 'colour')}, ${plural(objectsOn(rows, ground), 'object')}`;
}

/** Groups of cells of other colours than that, neighbours at a corner included. */
function objectsOn(rows: GridRows, ground: number): number {
  const width = rows[0].length;
  const left = Uint8Array.from(rows.flat(), (colour) => Number(colour !== ground));
  const open: number[] = [];
  const take = (cell: number): boolean => {
    if (!left[cell]) return false; // taken, ground, or above or below the grid
    left[cell] = 0;
    open.push(cell);
    return true;
  };
  let objects = 0;
  for (let start = 0; start < left.length; start++) {
    if (take(start)) objects++;
    for (let at = open.pop(); at !== undefined; at = open.pop())
      for (let row = at - width; row <= at + width; row += width)
        for (let j = at % width ? -1 : 0; j <= ((at + 1) % width ? 1 : 0); j++) take(row + j);
  }
  return objects;
}
