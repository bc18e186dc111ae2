import {
  blank,
  CLEAR,
  colours,
  copy,
  exchange,
  type Grid,
  GREY,
  heightOf,
  insist,
  oneColour,
  onGround,
  scatterPictures,
  several,
  type Spot,
  spots,
  stamp,
  twoColours,
  widthOf,
} from './canvas.ts';
import type { Family } from './generator.ts';
import { blob, figure, hoop, inColour, isAlike, slab } from './shapes.ts';

export const selection: Family = {
  most_colourful: {
    title: 'The most colourful',
    description: 'Cut out the figure that wears the greatest number of colours.',
    draw(random) {
      const rich = random.int(3, 4);
      const figures = [rich, rich - 1, random.int(1, rich - 1), random.int(1, 2)].map((amount) => {
        const palette = colours(random, amount);
        const drawing = blob(random, random.int(3, 4), random.int(3, 4), 1, amount === rich ? 5 : 8);
        return drawing.map((row, r) =>
          row.map((cell, c) => (cell === CLEAR ? CLEAR : palette[(r + 2 * c) % amount])),
        );
      });
      const found = figures.map(
        (drawing) => new Set(drawing.flat().filter((colour) => colour !== CLEAR)).size,
      );
      const winner = figures[0];
      if (winner === undefined || found.some((amount, nth) => nth > 0 && amount >= found[0]))
        return undefined;
      const scene = scatterPictures(random, blank(random.int(11, 14), random.int(11, 14)), figures);
      return scene && { input: scene.grid, output: onGround(winner) };
    },
  },

  keep_squares: {
    title: 'Only true squares',
    description: 'Keep the full squares. Whatever is not square, or is hollow, disappears.',
    train: 4,
    draw(random) {
      const squares = colours(random, random.int(2, 3)).map((colour) => {
        const side = random.int(2, 4);
        return slab(side, side, colour);
      });
      const side = random.int(3, 4);
      const rest = [
        slab(random.int(2, 3), random.int(4, 5), oneColour(random)),
        hoop(side, side, oneColour(random)),
        figure(random, oneColour(random), 3, 3),
        slab(random.int(3, 4), 2, oneColour(random)),
      ].slice(0, random.int(2, 4));
      const ground = blank(random.int(13, 16), random.int(13, 16));
      return exchange(random, ground, [...squares, ...rest], squares);
    },
  },

  keep_at_edge: {
    title: 'Hold on to the rim',
    description: 'Figures that touch the edge of the picture hold fast; all others are gone.',
    draw(random) {
      const ground = random.pick([0, 1, 8]);
      return insist(() => {
        const figures = several(random, 5, 7, () => figure(random, oneColour(random, [ground]), 3, 4));
        const empty = blank(random.int(11, 14), random.int(11, 14), ground);
        const scene = scatterPictures(random, empty, figures);
        if (scene === undefined) return undefined;
        const output = copy(empty);
        let held = 0;
        figures.forEach((drawing, nth) => {
          const [top, left] = scene.places[nth];
          const bottom = top + heightOf(drawing);
          const right = left + widthOf(drawing);
          if (top > 0 && left > 0 && bottom < heightOf(empty) && right < widthOf(empty)) return;
          stamp(output, drawing, [top, left]);
          held++;
        });
        if (held < 2 || held > figures.length - 2) return undefined;
        return { input: scene.grid, output };
      });
    },
  },

  odd_form_out: {
    title: 'The odd one',
    description: 'All figures have the same form but one. Cut that one out; colours do not matter.',
    draw(random) {
      const common = figure(random, 1, 3, 4);
      const odd = figure(random, 1, 3, 4);
      if (isAlike(common, odd)) return undefined;
      const paints = colours(random, random.int(4, 6));
      const figures = paints.map((paint, nth) => inColour(nth === 0 ? odd : common, paint));
      const scene = scatterPictures(random, blank(random.int(11, 14), random.int(11, 14)), figures);
      return scene && { input: scene.grid, output: onGround(figures[0]) };
    },
  },

  keep_clan: {
    title: 'The largest family',
    description:
      'Figures of one colour are a family. Keep the family with the most members and erase the others.',
    draw(random) {
      const [many, few] = twoColours(random);
      const lone = colours(random, random.int(1, 2), [many, few]);
      const figures = [
        ...several(random, 3, 4, () => figure(random, many, 3, 3)),
        ...Array.from({ length: 2 }, () => figure(random, few, 3, 4)),
        ...lone.map((colour) => figure(random, colour, 3, 4)),
      ];
      const family = figures.map((drawing) => (drawing.flat().includes(many) ? drawing : undefined));
      return exchange(random, blank(random.int(12, 15), random.int(12, 15)), figures, family);
    },
  },

  nearest_to_star: {
    title: 'Starlight',
    description:
      'The figure nearest to the star (by steps up, down, left and right) takes the colour of the star.',
    draw(random) {
      const star = oneColour(random);
      return insist(() => {
        const size = random.int(11, 14);
        const figures = several(random, 3, 4, () => figure(random, GREY, 3, 4));
        const scene = scatterPictures(random, blank(size, size), [blank(1, 1, star), ...figures]);
        if (scene === undefined) return undefined;
        const [home, ...places] = scene.places;
        const byWay = figures
          .map((drawing, nth) => ({ nth, ...distances(home, drawing, places[nth]) }))
          .sort((one, two) => one.steps - two.steps);
        const [nearest, second] = byWay;
        // It should be the nearest as the crow flies, too, and nobody should have to count to see it.
        if (nearest.steps > 5 || second.steps < nearest.steps + 2) return undefined;
        if (byWay.some((other) => other !== nearest && other.flight < nearest.flight + 1)) return undefined;
        const output = copy(scene.grid);
        stamp(output, inColour(figures[nearest.nth], star), places[nearest.nth]);
        return { input: scene.grid, output };
      });
    },
  },

  clear_red_squares: {
    title: 'Red squares out',
    description:
      'Erase what is red and a full square at once. Red figures of another form stay, and so do other squares.',
    train: 4,
    draw(random) {
      const other = oneColour(random, [2]);
      const squares = [2, 2, other].map((colour) => {
        const side = random.int(2, 3);
        return slab(side, side, colour);
      });
      const figures = [
        ...squares,
        figure(random, 2, 3, 4),
        random.bool() ? slab(2, 4, 2) : hoop(3, 3, 2),
        figure(random, other, 3, 4),
      ];
      const kept = figures.map((drawing, nth) => (nth < 2 ? undefined : drawing));
      return exchange(random, blank(random.int(11, 14), random.int(12, 15)), figures, kept);
    },
  },
};

/** From a cell to the nearest cell of a figure: in steps along rows and columns, and as the crow flies. */
function distances([row, column]: Spot, drawing: Grid, [top, left]: Spot): { steps: number; flight: number } {
  const ways = spots(drawing, (colour) => colour !== CLEAR).map(([r, c]) => [
    Math.abs(top + r - row),
    Math.abs(left + c - column),
  ]);
  return {
    steps: Math.min(...ways.map(([down, right]) => down + right)),
    flight: Math.min(...ways.map(([down, right]) => Math.sqrt(down * down + right * right))),
  };
}
