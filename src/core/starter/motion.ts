import {
  blank,
  block,
  copy,
  GREY,
  heightOf,
  colours,
  make,
  oneColour,
  put,
  type Size,
  stamp,
  turn,
  twoColours,
  widthOf,
  count,
} from './canvas.ts';
import type { Family } from './generator.ts';
import { figure, slab } from './shapes.ts';

export const motion: Family = {
  falling_sand: {
    title: 'Falling sand',
    description: 'Every grain falls straight down until it lies on the floor or on another grain.',
    draw(random) {
      const [height, width] = [random.int(6, 10), random.int(6, 11)];
      const palette = colours(random, random.int(2, 3));
      const input = make(height, width, (row) =>
        random.bool(0.38) ? palette[Math.floor((row * palette.length) / height)] : 0,
      );
      const output = blank(height, width);
      for (let column = 0; column < width; column++) {
        const grains = input.map((row) => row[column] ?? 0).filter((colour) => colour !== 0);
        grains.forEach((colour, nth) => put(output, height - grains.length + nth, column, colour));
      }
      return { input, output };
    },
  },

  slide_by_length: {
    title: 'Caterpillars',
    description: 'Every caterpillar crawls to the right by exactly its own length.',
    draw(random) {
      const [height, width] = [random.int(7, 11), random.int(10, 14)];
      const input = blank(height, width);
      const output = blank(height, width);
      for (let row = random.int(0, 1); row < height; row += random.int(1, 2)) {
        const length = random.int(1, 4);
        const left = random.int(0, Math.min(4, width - 2 * length));
        const colour = oneColour(random, [input[row - 1]?.find((cell) => cell !== 0) ?? 0]);
        block(input, [row, left], [1, length], colour);
        block(output, [row, left + length], [1, length], colour);
      }
      return { input, output };
    },
  },

  magnet: {
    title: 'Magnet',
    description: 'The grey magnet draws every figure straight towards itself until they touch.',
    draw(random) {
      const core: Size = [random.int(3, 5), random.int(3, 5)];
      const [paint, other] = twoColours(random);
      // Each side is drawn as "above the magnet" and then turned into its place; offsets are kept inside the core.
      const reach = random.int(5, 6);
      const side = Math.max(...core);
      const size = side + 2 * reach;
      let input = blank(size, size);
      let output = blank(size, size);
      const square: Size = [side, side];
      block(input, [reach, reach], square, GREY);
      block(output, [reach, reach], square, GREY);
      let drawn = 0;
      for (let quarter = 0; quarter < 4; quarter++) {
        if (random.bool(0.75)) {
          const drawing = figure(random, random.pick([paint, other]), 3, 3);
          const left = reach + random.int(0, Math.max(0, side - widthOf(drawing)));
          stamp(input, drawing, [random.int(0, reach - heightOf(drawing) - 1), left]);
          stamp(output, drawing, [reach - heightOf(drawing), left]);
          drawn++;
        }
        input = turn(input);
        output = turn(output);
      }
      return drawn >= 2 && count(input, (colour) => colour === 0) > (size * size) / 2
        ? { input, output }
        : undefined;
    },
  },

  leap_to_dot: {
    title: 'Leapfrog',
    description: 'The block leaps towards the dot, straight or slantwise, by exactly its own size.',
    train: 4,
    draw(random) {
      const side = random.int(2, 3);
      const [paint, dot] = twoColours(random);
      const [down, right] = [random.int(-1, 1), random.int(-1, 1)];
      if (down === 0 && right === 0) return undefined;
      const [height, width] = [random.int(10, 13), random.int(10, 13)];
      const [top, left] = [random.int(0, height - side), random.int(0, width - side)];
      const far = 2 * side + random.int(1, 3);
      const middle = Math.floor(side / 2);
      const target = [top + middle + down * far, left + middle + right * far] as const;
      if (target[0] < 0 || target[1] < 0 || target[0] >= height || target[1] >= width) return undefined;
      const input = blank(height, width);
      put(input, ...target, dot);
      const output = copy(input);
      stamp(input, slab(side, side, paint), [top, left]);
      stamp(output, slab(side, side, paint), [top + down * side, left + right * side]);
      return { input, output };
    },
  },
};
