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

/** Groups of cells of other colours than that, neighbours at a corner included. Flat arrays: large tasks have forty grids. */
function objectsOn(rows: GridRows, ground: number): number {
  const [height, width] = [rows.length, rows[0].length];
  const left = new Uint8Array(height * width);
  const open = new Int32Array(height * width);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) left[y * width + x] = rows[y][x] === ground ? 0 : 1;
  let objects = 0;
  for (let start = 0; start < left.length; start++) {
    if (left[start] === 0) continue;
    objects++;
    left[start] = 0;
    open[0] = start;
    for (let count = 1; count > 0;) {
      const at = open[--count];
      const x = at % width;
      const y = (at - x) / width;
      for (let i = Math.max(0, y - 1); i <= y + 1 && i < height; i++) {
        for (let j = Math.max(0, x - 1); j <= x + 1 && j < width; j++) {
          const next = i * width + j;
          if (left[next] === 0) continue;
          left[next] = 0;
          open[count++] = next;
        }
      }
    }
  }
  return objects;
}
