import {
  at,
  beside,
  blank,
  count,
  heightOf,
  insist,
  leftRight,
  make,
  oneColour,
  put,
  stacked,
  stamp,
  threeColours,
  twoColours,
  upsideDown,
  widthOf,
} from './canvas.ts';
import type { Family } from './generator.ts';
import {
  badge,
  blob,
  dappled,
  figure,
  isAlike,
  isLeftRight,
  isLopsided,
  isUpsideDown,
  tile,
} from './shapes.ts';

export const tiling: Family = {
  mirror_quilt: {
    title: 'Quilt',
    description:
      'Sew three by three patches: every patch is the mirror image of its neighbour across the seam.',
    draw(random) {
      const palette = random.bool() ? twoColours(random) : [0, ...twoColours(random)];
      return insist(() => {
        const patch = tile(random, random.int(2, 4), random.int(3, 4), palette);
        if (isLeftRight(patch) || isUpsideDown(patch)) return undefined;
        const row = beside(patch, leftRight(patch), patch);
        return { input: patch, output: stacked(row, upsideDown(row), row) };
      });
    },
  },

  continue_frieze: {
    title: 'Frieze',
    description:
      'Repeat the ornament to the right, one empty column between the copies, until the strip is full.',
    draw(random) {
      const [paint, accent] = twoColours(random);
      const motif = dappled(random, figure(random, paint, 4, 4), [accent]);
      const step = widthOf(motif) + 1;
      const width = step * random.int(3, 4) + random.int(-2, 1);
      const input = blank(heightOf(motif) + 2, width);
      const output = blank(heightOf(motif) + 2, width);
      stamp(input, motif, [1, 0]);
      for (let left = 0; left < width; left += step) stamp(output, motif, [1, left]);
      return { input, output };
    },
  },

  lay_bricks: {
    title: 'Brick courses',
    description:
      'Lay the brick twice in a row, then a course shifted by half a brick, and both courses once more.',
    draw(random) {
      const [clay, mortar, chip] = threeColours(random);
      const height = random.int(2, 4);
      const width = random.pick([4, 6]);
      // Mortar lies below every brick and at its right.
      const brick = make(height, width, (row, column) =>
        row < height - 1 && column < width - 1 ? clay : mortar,
      );
      for (let chips = random.int(1, 2); chips > 0; chips--) {
        put(brick, random.int(0, height - 2), random.int(0, width - 2), chip);
      }
      const course = beside(brick, brick);
      const shifted = make(height, 2 * width, (row, column) =>
        at(course, row, (column + width / 2) % (2 * width)),
      );
      return { input: brick, output: stacked(course, shifted, course, shifted) };
    },
  },

  chequer_two: {
    title: 'Chequered floor',
    description:
      'Two tiles lie side by side. Pave a floor of four by four tiles with them, like a chessboard.',
    draw(random) {
      const side = random.int(3, 4);
      const [one, two, three] = threeColours(random);
      return insist(() => {
        const first = badge(random, [side, side], one, two);
        const second = badge(random, [side, side], three, 0);
        if (isAlike(first, second)) return undefined;
        const even = beside(first, second, first, second);
        const odd = beside(second, first, second, first);
        return { input: beside(first, second), output: stacked(even, odd, even, odd) };
      });
    },
  },

  surround_with_copies: {
    title: 'Eight neighbours',
    description:
      'Set eight copies of the figure around it, box against box; what does not fit is cut off at the edge.',
    draw(random) {
      const [paint, accent] = twoColours(random);
      return insist(() => {
        const motif = dappled(random, blob(random, random.int(3, 4), random.int(3, 4), paint, 6), [accent]);
        const [tall, wide] = [heightOf(motif), widthOf(motif)];
        const input = blank(random.int(10, 13), random.int(10, 13));
        const output = blank(heightOf(input), widthOf(input));
        const top = random.int(2, heightOf(input) - tall - 2);
        const left = random.int(2, widthOf(input) - wide - 2);
        stamp(input, motif, [top, left]);
        for (const down of [-1, 0, 1]) {
          for (const right of [-1, 0, 1]) stamp(output, motif, [top + down * tall, left + right * wide]);
        }
        return { input, output };
      });
    },
  },

  negative_twin: {
    title: 'Positive, negative',
    description:
      'Beside the picture comes its negative (the two colours exchanged); below, both in the other order.',
    draw(random) {
      const ink = oneColour(random);
      const paper = random.bool() ? 0 : oneColour(random, [ink]);
      return insist(() => {
        const picture = badge(random, [random.int(3, 5), random.int(3, 5)], paper, ink);
        const share = count(picture, (colour) => colour === ink) / picture.flat().length;
        if (!isLopsided(picture) || share < 0.3 || share > 0.7) return undefined;
        const negative = picture.map((row) => row.map((colour) => (colour === ink ? paper : ink)));
        return { input: picture, output: stacked(beside(picture, negative), beside(negative, picture)) };
      });
    },
  },
};
