import {
  at,
  blank,
  block,
  copy,
  count,
  cut,
  GREY,
  heightOf,
  insist,
  isGround,
  make,
  oneColour,
  onGround,
  outline,
  put,
  scatter,
  several,
  type Size,
  stamp,
  threeColours,
  transpose,
  widthOf,
} from './canvas.ts';
import type { Family } from './generator.ts';
import { blob, dappled, figure, slab, tile } from './shapes.ts';

export const cropping: Family = {
  open_frame: {
    title: 'Picture in a frame',
    description: 'Somewhere among the bricks hangs a framed picture. Give the picture without its frame.',
    draw(random) {
      const [wall, paint, accent] = threeColours(random);
      return insist(() => {
        const size: Size = [random.int(11, 15), random.int(11, 15)];
        const inner: Size = [random.int(3, 5), random.int(3, 5)];
        const bricks = several(random, 4, 7, (): Size => [1, random.int(2, 3)]);
        const places = scatter(random, size, [[inner[0] + 2, inner[1] + 2], ...bricks]);
        const corner = places?.[0];
        if (places === undefined || corner === undefined) return undefined;
        const picture = tile(random, ...inner, [0, 0, paint, accent]);
        const input = blank(...size);
        bricks.forEach((brick, nth) => block(input, places[nth + 1], brick, wall));
        stamp(input, picture, [corner[0] + 1, corner[1] + 1]);
        outline(input, corner, [inner[0] + 2, inner[1] + 2], wall);
        return isGround(input, 0) ? { input, output: picture } : undefined;
      });
    },
  },

  cut_at_marks: {
    title: 'Cutting marks',
    description: 'Four yellow marks show where to cut. Keep what lies between them, without the marks.',
    draw(random) {
      const [height, width] = [random.int(10, 14), random.int(10, 14)];
      const [ground, paint, accent] = threeColours(random, [4]);
      return insist(() => {
        const cloth = tile(random, random.int(2, 4), random.int(2, 4), [
          ground,
          ground,
          ground,
          paint,
          accent,
        ]);
        const input = make(height, width, (row, column) =>
          at(cloth, row % heightOf(cloth), column % widthOf(cloth)),
        );
        const inner: Size = [random.int(3, 6), random.int(3, 6)];
        const top = random.int(1, height - inner[0] - 1);
        const left = random.int(1, width - inner[1] - 1);
        for (const row of [top - 1, top + inner[0]]) {
          for (const column of [left - 1, left + inner[1]]) put(input, row, column, 4);
        }
        const bright = count(input, (colour) => colour !== ground);
        return 3 * bright < height * width ? { input, output: cut(input, [top, left], inner) } : undefined;
      });
    },
  },

  pull_wires: {
    title: 'Pull out the wires',
    description:
      'Wires run through the picture from edge to edge. Pull them out and let the picture close up.',
    draw(random) {
      const [paint, accent, wire] = threeColours(random);
      const [height, width] = [random.int(4, 7), random.int(4, 7)];
      const drawing = blob(random, height, width, paint, (height * width) / 2);
      const output = onGround(dappled(random, drawing, [accent], 0.25));
      const dull = (line: readonly number[]): boolean => new Set(line).size === 1;
      if (output.some(dull) || transpose(output).some(dull)) return undefined;
      let input = output;
      const rows = random.int(1, 2);
      for (const amount of [rows, random.int(1, 3 - rows)]) {
        // Threads wires between the rows, then turns the picture so that the columns have their turn.
        const threaded = copy(input);
        for (let nth = 0; nth < amount; nth++) {
          threaded.splice(
            random.int(1, threaded.length - 1),
            0,
            threaded[0].map(() => wire),
          );
        }
        input = transpose(threaded);
      }
      return { input, output };
    },
  },

  find_lamp_room: {
    title: 'The room with the lamp',
    description: 'Walls divide the house into rooms. Cut out the room in which the yellow lamp hangs.',
    draw(random) {
      const wall = oneColour(random, [4]);
      const heights = several(random, 2, 3, () => random.int(2, 5));
      const widths = several(random, 2, 3, () => random.int(2, 5));
      const total = (sizes: number[]): number => sizes.reduce((sum, size) => sum + size + 1, -1);
      const input = blank(total(heights), total(widths), wall);
      const chosen = [random.int(0, heights.length - 1), random.int(0, widths.length - 1)] as const;
      let output = blank(1, 1);
      heights.forEach((height, row) => {
        widths.forEach((width, column) => {
          const room = blank(height, width);
          if (row === chosen[0] && column === chosen[1]) {
            put(room, random.int(0, height - 1), random.int(0, width - 1), 4);
            output = room;
          }
          stamp(input, room, [total(heights.slice(0, row)) + 1, total(widths.slice(0, column)) + 1]);
        });
      });
      return { input, output };
    },
  },

  peel_two_layers: {
    title: 'Peel the onion',
    description: 'Take off the two outermost layers.',
    draw(random) {
      const core: Size = [random.int(3, 6), random.int(3, 6)];
      const [outer, inner, paint] = threeColours(random);
      const output = slab(...core, random.pick([0, 0, paint]));
      const drawing = dappled(random, figure(random, oneColour(random, [paint, inner]), 3, 3), [GREY], 0.3);
      stamp(output, drawing, [
        random.int(0, core[0] - heightOf(drawing)),
        random.int(0, core[1] - widthOf(drawing)),
      ]);
      const input = blank(core[0] + 4, core[1] + 4, outer);
      block(input, [1, 1], [core[0] + 2, core[1] + 2], inner);
      stamp(input, output, [2, 2]);
      return { input, output };
    },
  },
};
