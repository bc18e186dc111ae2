import {
  beside,
  blank,
  block,
  colours,
  copy,
  GREY,
  heightOf,
  insist,
  isGround,
  oneColour,
  put,
  scatter,
  several,
  type Size,
  spots,
  stamp,
  twoColours,
  widthOf,
} from './canvas.ts';
import type { Family } from './generator.ts';
import { dappled, figure } from './shapes.ts';

export const denoising: Family = {
  remove_specks: {
    title: 'Dust off',
    description: 'Single cells are dust, whatever their colour. Wipe them away and keep the blocks.',
    draw(random) {
      const ground = random.pick([0, 1, 8]);
      return insist(() => {
        const size: Size = [random.int(11, 15), random.int(11, 15)];
        const blocks = several(random, 3, 4, (): Size => [random.int(2, 4), random.int(2, 5)]);
        const dust = several(random, 7, 12, (): Size => [1, 1]);
        const places = scatter(random, size, [...blocks, ...dust]);
        if (places === undefined) return undefined;
        const palette = colours(random, 3, [ground]);
        const output = blank(...size, ground);
        blocks.forEach((extent, nth) => block(output, places[nth], extent, palette[nth % 3]));
        const input = copy(output);
        for (const spot of places.slice(blocks.length)) put(input, ...spot, random.pick(palette));
        return { input, output };
      });
    },
  },

  mend_blocks: {
    title: 'Moth holes',
    description: 'Moths have damaged the carpets. Every carpet becomes whole again in its main colour.',
    draw(random) {
      const size: Size = [random.int(12, 15), random.int(12, 15)];
      const carpets = several(random, 2, 4, (): Size => [random.int(3, 6), random.int(4, 7)]);
      const places = scatter(random, size, carpets);
      if (places === undefined) return undefined;
      const output = blank(...size);
      const input = blank(...size);
      carpets.forEach(([height, width], nth) => {
        const [top, left] = places[nth];
        const colour = oneColour(random);
        for (const grid of [input, output]) block(grid, [top, left], [height, width], colour);
        for (let hole = random.int(1, 3); hole > 0; hole--) {
          put(
            input,
            top + random.int(1, height - 2),
            left + random.int(1, width - 2),
            random.pick([0, GREY]),
          );
        }
      });
      return isGround(output, 0) ? { input, output } : undefined;
    },
  },

  majority_print: {
    title: 'Three bad prints',
    description:
      'The same picture was printed three times, with different faults. Where two prints agree, they are right.',
    draw(random) {
      const [paint, accent] = twoColours(random);
      return insist(() => {
        const drawing = dappled(random, figure(random, paint, 4, 5), [accent], 0.25);
        const output = blank(heightOf(drawing) + 2, widthOf(drawing) + 2);
        stamp(output, drawing, [1, 1]);
        const cells = random.shuffle(spots(output, () => true));
        const prints = [0, 1, 2].map((nth) => {
          const print = copy(output);
          for (const [row, column] of cells.slice(3 * nth, 3 * nth + random.int(1, 3))) {
            put(
              print,
              row,
              column,
              random.pick([0, paint, accent].filter((colour) => colour !== output[row]?.[column])),
            );
          }
          return print;
        });
        const [one = output, two = output, three = output] = prints;
        const line = blank(heightOf(output), 1, GREY);
        return { input: beside(one, line, two, line, three), output };
      });
    },
  },

  clean_stripes: {
    title: 'Striped shirt',
    description: 'Every stripe has one colour. Remove the stains that do not belong to their stripe.',
    draw(random) {
      const [height, width] = [random.int(6, 10), random.int(7, 12)];
      const palette = colours(random, random.int(2, 4));
      const output = Array.from({ length: height }, () =>
        new Array<number>(width).fill(random.pick(palette)),
      );
      const input = copy(output);
      for (const [row, line] of output.entries()) {
        for (let stain = random.int(0, Math.floor(width / 3)); stain > 0; stain--) {
          put(input, row, random.int(0, width - 1), oneColour(random, line.slice(0, 1)));
        }
      }
      return { input, output };
    },
  },
};
