import {
  at,
  blank,
  count,
  GREY,
  heightOf,
  insist,
  isGround,
  make,
  oneColour,
  onGround,
  put,
  scatter,
  scatterPictures,
  several,
  stacked,
  stamp,
  threeColours,
  twoColours,
  widthOf,
} from './canvas.ts';
import type { Family } from './generator.ts';
import { blob, dappled, figure, slab } from './shapes.ts';

export const counting: Family = {
  tally_steps: {
    title: 'Tally',
    description:
      'Count the figures. A square with that many cells on a side gets a diagonal in their colour.',
    train: 4,
    draw(random) {
      const amount = random.int(2, 6);
      const paint = oneColour(random);
      return insist(() => {
        const figures = Array.from({ length: amount }, () => figure(random, paint, 3, 3));
        const scene = scatterPictures(random, blank(random.int(9, 13), random.int(9, 13)), figures);
        if (scene === undefined) return undefined;
        const output = blank(amount, amount);
        for (let step = 0; step < amount; step++) put(output, step, step, paint);
        return { input: scene.grid, output };
      });
    },
  },

  commonest_plate: {
    title: 'Number, not size',
    description:
      'Which colour has the most figures, however small they are? Make a plate of three by three cells of it.',
    draw(random) {
      const [many, large, other] = threeColours(random);
      const amount = random.int(3, 5);
      const figures = [
        ...Array.from({ length: amount }, () => slab(random.int(1, 2), random.int(1, 2), many)),
        ...several(random, 1, amount - 1, () => slab(random.int(2, 4), random.int(3, 5), large)),
        ...several(random, 1, amount - 1, () => slab(random.int(1, 3), random.int(2, 3), other)),
      ];
      const scene = scatterPictures(random, blank(random.int(11, 14), random.int(11, 14)), figures);
      if (scene === undefined) return undefined;
      const cells = (colour: number): number => count(scene.grid, (found) => found === colour);
      if (cells(many) >= cells(large) || !isGround(scene.grid, 0)) return undefined;
      return { input: scene.grid, output: blank(3, 3, many) };
    },
  },

  stack_by_dots: {
    title: 'Tower of copies',
    description: 'Stack the figure on itself: as many storeys as there are grey dots.',
    train: 4,
    draw(random) {
      const storeys = random.int(2, 5);
      const [paint, accent] = twoColours(random);
      return insist(() => {
        const drawing = dappled(random, blob(random, random.int(2, 3), random.int(3, 5), paint, 6), [accent]);
        const input = blank(random.int(8, 10), random.int(8, 10));
        const dots = Array.from({ length: storeys }, () => [1, 1] as const);
        const places = scatter(
          random,
          [heightOf(input), widthOf(input)],
          [[heightOf(drawing), widthOf(drawing)], ...dots],
        );
        if (places === undefined) return undefined;
        for (const [row, column] of places.slice(1)) put(input, row, column, GREY);
        stamp(input, drawing, places[0]);
        return { input, output: stacked(...Array.from({ length: storeys }, () => onGround(drawing))) };
      });
    },
  },

  cancel_out: {
    title: 'Cancel out',
    description: 'Every blue dot cancels a red one. Put the red dots that remain in a row.',
    draw(random) {
      const blue = random.int(1, 5);
      const rest = random.int(1, 5);
      return insist(() => {
        const input = blank(random.int(6, 9), random.int(6, 9));
        const dots = Array.from({ length: 2 * blue + rest }, () => [1, 1] as const);
        const places = scatter(random, [heightOf(input), widthOf(input)], dots, { gap: 0 });
        if (places === undefined) return undefined;
        places.forEach(([row, column], nth) => put(input, row, column, nth < blue ? 1 : 2));
        return { input, output: blank(1, rest, 2) };
      });
    },
  },

  outvoted: {
    title: 'Outvoted',
    description:
      'Blue or red: the party with more seats wins. Its seats turn green, those of the other party grey.',
    train: 4,
    draw(random) {
      const [height, width] = [random.int(2, 4), random.int(3, 6)];
      const benches = make(height, width, () => random.int(1, 2));
      const blue = count(benches, (colour) => colour === 1);
      const red = height * width - blue;
      if (blue === red || Math.min(blue, red) < 2) return undefined;
      const winner = blue > red ? 1 : 2;
      const hall = (party: (colour: number) => number): number[][] =>
        make(2 * height + 1, 2 * width + 1, (row, column) =>
          row % 2 === 1 && column % 2 === 1 ? party(at(benches, (row - 1) / 2, (column - 1) / 2)) : 0,
        );
      return { input: hall((colour) => colour), output: hall((colour) => (colour === winner ? 3 : GREY)) };
    },
  },
};
