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

/**
 * Groups of cells of other colours than that, neighbours at a corner included. Runs of a row are joined with those of the
 * row above that they touch: each cell is looked at once, whatever the groups are like.
 */
function objectsOn(rows: GridRows, ground: number): number {
  /** For each run, one of its group; the first of a group leads to itself. */
  const leads: number[] = [];
  const headOf = (run: number): number => {
    while (leads[run] !== run) run = leads[run] = leads[leads[run]];
    return run;
  };
  let objects = 0;
  /** Of the row above, the run at each column; -1 for none. One more at both ends. */
  let above = new Int32Array(rows[0].length + 2).fill(-1);
  for (const row of rows) {
    const here = new Int32Array(row.length + 2).fill(-1);
    for (let x = 0; x < row.length; x++) {
      if (row[x] === ground) continue;
      if (here[x] < 0) {
        leads.push(leads.length);
        objects++;
      }
      const run = (here[x + 1] = leads.length - 1);
      for (let over = x; over <= x + 2; over++) {
        // Within a run the column left of this one has already seen the first two.
        if (above[over] < 0 || (here[x] >= 0 && over < x + 2)) continue;
        const [a, b] = [headOf(run), headOf(above[over])];
        if (a === b) continue;
        leads[a] = b;
        objects--;
      }
    }
    above = here;
  }
  return objects;
}
