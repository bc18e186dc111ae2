/** Programs that mean another set of objects than the train pairs ask for. */
import { expect, test } from 'vitest';
import { printLine } from '../../src/core/lang/print.ts';
import { Synthesis } from '../../src/core/search/synthesis.ts';
import { BROAD } from '../../src/core/search/track.ts';
import { elected } from '../../src/core/search/votes.ts';
import type { GridRows } from '../../src/core/task/task.ts';
import { newArena } from '../support/arena.ts';

interface Box {
  readonly top: number;
  readonly left: number;
  readonly height: number;
  readonly width: number;
}

/** Filled boxes on black; with `marked` the inside of the first in red, of the second in blue. */
function boxes(all: readonly Box[], marked: boolean): GridRows {
  const cellAt = (row: number, column: number): number => {
    for (const [i, { top, left, height, width }] of all.entries()) {
      const [down, along] = [row - top, column - left];
      if (down < 0 || along < 0 || down >= height || along >= width) continue;
      const inside = down > 0 && along > 0 && down < height - 1 && along < width - 1;
      return marked && inside ? 2 - i : 4;
    }
    return 0;
  };
  return Array.from({ length: 12 }, (_, row) =>
    Array.from({ length: 12 }, (_unused, column) => cellAt(row, column)),
  );
}

const box = (top: number, left: number, height: number, width: number): Box => ({ top, left, height, width });

test('parts are told from black, too, where black is not what is most common', () => {
  const train = [
    [box(1, 1, 5, 6), box(7, 5, 4, 4)],
    [box(5, 4, 6, 6), box(0, 2, 4, 5)],
    [box(0, 0, 6, 5), box(7, 6, 3, 5)],
  ].map((all) => ({ input: boxes(all, false), output: boxes(all, true) }));
  const large = [box(0, 0, 7, 12), box(8, 3, 4, 9)];
  const test = [{ input: boxes(large, false), output: null }];
  const synthesis = new Synthesis(newArena(), { train, test }, { ...BROAD, rounds: 4, elements: false });
  for (const _ of synthesis.slices());
  const right = elected(synthesis.answers)
    .slice(0, 2)
    .find(({ outputs }) => JSON.stringify(outputs[0]) === JSON.stringify(boxes(large, true)));
  expect(right).toBeDefined();
  expect(printLine(right!.program)).toContain('ZERO');
});
