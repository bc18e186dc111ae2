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
  const seen = rows.flatMap((row) => row.map((colour) => colour === ground));
  let objects = 0;
  for (let start = 0; start < seen.length; start++) {
    if (seen[start]) continue;
    objects++;
    seen[start] = true;
    const open = [start];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      const [row, column] = [Math.floor(at / width), at % width];
      for (let i = Math.max(0, row - 1); i <= Math.min(rows.length - 1, row + 1); i++) {
        for (let j = Math.max(0, column - 1); j <= Math.min(width - 1, column + 1); j++) {
          if (seen[i * width + j]) continue;
          seen[i * width + j] = true;
          open.push(i * width + j);
        }
      }
    }
  }
  return objects;
}
