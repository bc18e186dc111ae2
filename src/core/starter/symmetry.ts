import {
  at,
  blank,
  count,
  exchange,
  GREY,
  heightOf,
  insist,
  leftRight,
  make,
  oneColour,
  onGround,
  put,
  several,
  stacked,
  type Size,
  scatterPictures,
  stamp,
  threeColours,
  turn,
  twoColours,
  upsideDown,
  widthOf,
} from './canvas.ts';
import type { Family } from './generator.ts';
import { badge, blob, dappled, isLeftRight, isLopsided } from './shapes.ts';

export const symmetry: Family = {
  complete_butterfly: {
    title: 'Butterfly',
    description: 'Give the butterfly its second wing: mirror the drawn half across the body.',
    draw(random) {
      const reach = random.int(4, 6);
      const [inner, spot, rim] = threeColours(random);
      // Two lobes: the upper one reaches out fully, the lower one a little less; between them a waist.
      const upper = random.pick([
        [-1, 0, 0, -1],
        [-2, 0, 0, -1],
        [-2, -1, 0, 0, -1],
        [-1, 0, -1],
      ]);
      const lower = random.pick([
        [-2, -1, -2],
        [-1, -1, -3],
        [-2, -2],
        [-1, -2],
      ]);
      const lengths = [...upper, 1 - reach, ...lower].map((less) => Math.max(1, reach + less));
      const output = make(lengths.length, 2 * reach + 1, (row, column) => {
        const distance = Math.abs(column - reach);
        if (distance === 0) return GREY;
        if (distance > lengths[row]) return 0;
        if (distance === lengths[row]) return rim;
        return (row + 2 * distance) % 3 === 0 ? spot : inner;
      });
      const half = output.map((row) => row.map((colour, column) => (column > reach ? 0 : colour)));
      return { input: random.bool(0.7) ? half : leftRight(half), output };
    },
  },

  spin_pinwheel: {
    title: 'Pinwheel',
    description: 'One sail of the pinwheel is drawn. Turn it into the other three quarters.',
    draw(random) {
      const side = random.int(3, 5);
      const rings = threeColours(random);
      return insist(() => {
        const sail = blob(random, side, side, 1, side + 2);
        if (
          at(sail, side - 1, side - 1) !== 1 ||
          !isLopsided(sail) ||
          count(sail, (colour) => colour === 1) > side * side - 3
        ) {
          return undefined;
        }
        let quarter = make(side, side, (row, column) =>
          at(sail, row, column) === 1 ? rings[(side - 1 - Math.min(row, column)) % 3] : 0,
        );
        const corners = [
          [0, 0],
          [0, side],
          [side, side],
          [side, 0],
        ] as const;
        const drawn = random.int(0, 3);
        const input = blank(2 * side, 2 * side);
        const output = blank(2 * side, 2 * side);
        corners.forEach((corner, nth) => {
          stamp(output, quarter, corner);
          if (nth === drawn) stamp(input, quarter, corner);
          quarter = turn(quarter);
        });
        return { input, output };
      });
    },
  },

  pick_symmetric: {
    title: 'The balanced one',
    description: 'Of all the figures only one is its own mirror image, left to right. Cut it out.',
    draw(random) {
      const [paint, accent] = twoColours(random);
      return insist(() => {
        const wide = random.int(1, 2);
        const half = dappled(random, blob(random, random.int(3, 4), wide + 1, paint, 2 * wide + 2), [accent]);
        const balanced = half.map((row) => [...row, ...row.slice(0, wide).reverse()]);
        const figures = [balanced];
        for (let nth = random.int(2, 3); nth > 0; nth--) {
          const figure = dappled(random, blob(random, random.int(3, 4), random.int(3, 4), paint, 8), [
            accent,
          ]);
          if (!isLopsided(figure)) return undefined;
          figures.push(figure);
        }
        if (!isLeftRight(balanced)) return undefined;
        const scene = scatterPictures(random, blank(random.int(10, 13), random.int(11, 14)), figures);
        return scene && { input: scene.grid, output: onGround(balanced) };
      });
    },
  },

  flip_by_form: {
    title: 'Flip the cards',
    description:
      'Cards that stand upright are turned upside down; cards that lie flat are mirrored left to right.',
    train: 4,
    draw(random) {
      const cards = several(random, 3, 4, (nth) => {
        const [paper, ink] = twoColours(random);
        const size: Size = nth % 2 === 0 ? [random.int(4, 5), 3] : [3, random.int(4, 5)];
        return badge(random, size, paper, ink);
      });
      if (!cards.every((card) => isLopsided(card))) return undefined;
      const flipped = cards.map((card) =>
        heightOf(card) > widthOf(card) ? upsideDown(card) : leftRight(card),
      );
      return exchange(random, blank(random.int(12, 14), random.int(12, 14)), cards, flipped);
    },
  },

  fold_corner: {
    title: 'Wet paint',
    description: 'Fold the sheet along its grey diagonal: the paint prints itself on the other side.',
    draw(random) {
      const side = random.int(6, 10);
      const palette = threeColours(random);
      return insist(() => {
        const blot = dappled(
          random,
          blob(random, side - 2, side - 2, palette[0], 2 * side),
          palette.slice(1),
          0.3,
        );
        const input = make(side, side, (row, column) => {
          const diagonal = row + column;
          if (diagonal === side - 1) return GREY;
          return diagonal < side - 1 ? Math.max(0, at(blot, row, column)) : 0;
        });
        const painted = count(input, (colour) => colour !== 0) - side;
        if (painted < side || painted > (side * (side - 1)) / 3) return undefined;
        const output = make(side, side, (row, column) =>
          Math.max(at(input, row, column), at(input, side - 1 - column, side - 1 - row)),
        );
        return { input, output };
      });
    },
  },

  lake_reflection: {
    title: 'Mountain lake',
    description:
      'The lake reflects the mountains upside down. Only the sky looks different in it: dark blue.',
    draw(random) {
      const [height, width] = [random.int(4, 7), random.int(8, 13)];
      const rock = oneColour(random, [1, 4, 8]);
      return insist(() => {
        let peak = random.int(1, height - 2);
        const peaks = Array.from({ length: width }, () => {
          peak = Math.min(height - 1, Math.max(0, peak + random.int(-1, 1)));
          return peak;
        });
        const summit = Math.max(...peaks);
        if (summit < height - 2 || Math.min(...peaks) > 1 || isLeftRight([peaks])) return undefined;
        const view = make(height, width, (row, column) => {
          const above = height - row;
          if (above > peaks[column]) return 8;
          return above === peaks[column] && above >= summit - 1 ? GREY : rock;
        });
        const sun = random.int(0, width - 1);
        if (at(view, 0, sun) !== 8) return undefined;
        put(view, 0, sun, 4);
        const lake = upsideDown(view).map((row) => row.map((colour) => (colour === 8 ? 1 : colour)));
        return { input: stacked(view, blank(height, width, 1)), output: stacked(view, lake) };
      });
    },
  },
};
