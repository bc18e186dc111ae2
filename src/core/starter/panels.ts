import {
  at,
  beside,
  blank,
  block,
  colours,
  copy,
  count,
  type Grid,
  GREY,
  heightOf,
  insist,
  make,
  oneColour,
  onGround,
  put,
  several,
  threeColours,
  twoColours,
  widthOf,
} from './canvas.ts';
import type { Family } from './generator.ts';
import { blob, tile } from './shapes.ts';

export const panels: Family = {
  lay_over: {
    title: 'Tracing paper',
    description: 'Lay the left sheet over the right one. Black is transparent.',
    draw(random) {
      const [height, width] = [random.int(4, 7), random.int(4, 7)];
      const [upper, lower] = twoColours(random);
      return insist(() => {
        const left = onGround(blob(random, height, width, upper, (height * width) / 3));
        const right = onGround(blob(random, height, width, lower, (height * width) / 2));
        const output = make(height, width, (row, column) => at(left, row, column) || at(right, row, column));
        const hidden =
          count(right, (colour) => colour === lower) - count(output, (colour) => colour === lower);
        const bare = count(output, (colour) => colour === 0);
        const shown = count(output, (colour) => colour === lower);
        if (hidden < 2 || bare < 2 || shown < 2) return undefined;
        return { input: beside(left, blank(height, 1, GREY), right), output };
      });
    },
  },

  fuller_half: {
    title: 'The fuller half',
    description: 'Two panels, parted by a line: keep the one with fewer black cells.',
    train: 4,
    draw(random) {
      const [height, width] = [random.int(4, 7), random.int(3, 6)];
      return insist(() => {
        const [paint, other, line] = threeColours(random);
        const panel = (): Grid => {
          const tops = Array.from({ length: width }, () => random.int(0, height));
          return make(height, width, (row, column) =>
            row < tops[column] ? 0 : column % 2 === 0 ? paint : other,
          );
        };
        const [left, right] = [panel(), panel()];
        const lead = count(right, (colour) => colour === 0) - count(left, (colour) => colour === 0);
        if (Math.abs(lead) < 3) return undefined;
        return { input: beside(left, blank(height, 1, line), right), output: lead > 0 ? left : right };
      });
    },
  },

  window_colours: {
    title: 'Stained glass',
    description:
      'Lead strips part the window into equal panes. Make a small picture with one cell for every pane.',
    draw(random) {
      const lead = random.pick([0, GREY, 1, 9]);
      const output = tile(
        random,
        random.int(2, 5),
        random.int(2, 5),
        colours(random, random.int(2, 4), [lead]),
      );
      const pane = random.int(2, 3);
      const [height, width] = [heightOf(output) * (pane + 1) - 1, widthOf(output) * (pane + 1) - 1];
      if (width > 17 || height > 17) return undefined;
      // A row or column of panes in one colour stays unequal to lead, but three lead cells must not look like a pane.
      const input = make(height, width, (row, column) =>
        row % (pane + 1) === pane || column % (pane + 1) === pane
          ? lead
          : at(output, Math.floor(row / (pane + 1)), Math.floor(column / (pane + 1))),
      );
      return { input, output };
    },
  },

  light_rooms: {
    title: 'Lights on',
    description:
      'Walls part the house into rooms. A lamp lights the whole room in its colour; rooms without a lamp stay dark.',
    draw(random) {
      const heights = several(random, 2, 4, () => random.int(2, 4));
      const widths = several(random, 2, 4, () => random.int(2, 4));
      const height = heights.reduce((sum, size) => sum + size + 1, -1);
      const width = widths.reduce((sum, size) => sum + size + 1, -1);
      const input = blank(height, width, GREY);
      const output = copy(input);
      let lit = 0;
      let top = 0;
      for (const tall of heights) {
        let left = 0;
        for (const wide of widths) {
          block(input, [top, left], [tall, wide], 0);
          block(output, [top, left], [tall, wide], 0);
          if (random.bool(0.4)) {
            const lamp = oneColour(random);
            put(input, top + random.int(0, tall - 1), left + random.int(0, wide - 1), lamp);
            block(output, [top, left], [tall, wide], lamp);
            lit++;
          }
          left += wide + 1;
        }
        top += tall + 1;
      }
      return lit >= 2 && lit < heights.length * widths.length - 1 ? { input, output } : undefined;
    },
  },
};
