import {
  around,
  at,
  blank,
  block,
  colours,
  enlarge,
  GREY,
  heightOf,
  insist,
  make,
  onGround,
  put,
  scatter,
  type Size,
  stamp,
  threeColours,
  twoColours,
  widthOf,
} from './canvas.ts';
import type { Family } from './generator.ts';
import { dappled, figure, tile } from './shapes.ts';

export const scaling: Family = {
  thread_beads: {
    title: 'Beads',
    description: 'Every cell grows into a bead of three by three cells with a black hole in its middle.',
    draw(random) {
      const input = tile(random, random.int(2, 5), random.int(2, 5), threeColours(random));
      const output = enlarge(input, 3).map((row, r) =>
        row.map((colour, c) => (r % 3 === 1 && c % 3 === 1 ? 0 : colour)),
      );
      return { input, output };
    },
  },

  shrink_blocks: {
    title: 'Back to pixels',
    description: 'The picture was magnified. Find out how much and give it in its original size.',
    train: 4,
    draw(random) {
      const factor = random.int(2, 4);
      const ground = random.pick([0, 7, 8]);
      const [paint, accent] = twoColours(random, [ground]);
      return insist(() => {
        const original = onGround(dappled(random, figure(random, paint, 4, 5), [accent]), ground);
        const framed = blank(heightOf(original) + 2, widthOf(original) + 2, ground);
        stamp(framed, original, [1, 1]);
        const output = random.bool() && factor < 4 ? framed : original;
        // A lone cell leaves no doubt about the factor.
        if (!output.some((line, row) => line.some((_, column) => isLone(output, row, column))))
          return undefined;
        return { input: enlarge(output, factor), output };
      });
    },
  },

  magnify_by_dots: {
    title: 'Magnifying glass',
    description: 'Cut out the figure and magnify it as many times as there are grey dots.',
    train: 4,
    draw(random) {
      const factor = random.int(2, 4);
      const [paint, accent] = twoColours(random);
      const drawing = dappled(random, figure(random, paint, 3, 5), [accent]);
      const input = blank(heightOf(drawing) + 4, Math.max(widthOf(drawing) + 2, 2 * factor + 1));
      stamp(input, drawing, [1, random.int(1, widthOf(input) - widthOf(drawing) - 1)]);
      for (let dot = 0; dot < factor; dot++) put(input, heightOf(input) - 2, 2 * dot + 1, GREY);
      return { input, output: enlarge(onGround(drawing), factor) };
    },
  },

  stretch_by_bar: {
    title: 'Stretching bench',
    description:
      'A grey bar above or below: make the picture twice as wide. A bar at a side: twice as tall. Drop the bar.',
    train: 4,
    test: 2,
    draw(random) {
      const palette = colours(random, 3);
      const picture = tile(random, random.int(3, 5), random.int(3, 5), [
        0,
        ...palette.slice(0, random.int(1, 2)),
      ]);
      const [height, width] = [heightOf(picture), widthOf(picture)];
      const side = random.int(0, 3);
      const input = make(height + (side < 2 ? 1 : 0), width + (side < 2 ? 0 : 1), () => GREY);
      stamp(input, picture, [side === 0 ? 1 : 0, side === 2 ? 1 : 0]);
      return { input, output: side < 2 ? enlarge(picture, 1, 2) : enlarge(picture, 2, 1) };
    },
  },

  grow_in_place: {
    title: 'Seedlings',
    description: 'Every figure doubles its size; its top left corner stays where it is.',
    draw(random) {
      const figures = colours(random, random.int(2, 4)).map((colour) => figure(random, colour, 3, 3));
      const size: Size = [random.int(13, 15), random.int(13, 16)];
      const places = scatter(
        random,
        size,
        figures.map((drawing): Size => [2 * heightOf(drawing), 2 * widthOf(drawing)]),
      );
      if (places === undefined) return undefined;
      const input = blank(...size);
      const output = blank(...size);
      figures.forEach((drawing, nth) => {
        stamp(input, drawing, places[nth]);
        stamp(output, enlarge(drawing, 2), places[nth]);
      });
      return { input, output };
    },
  },

  flatten_plaid: {
    title: 'Plan of the town',
    description:
      'Streets and blocks are of unequal width. Draw the plan in which each of them is one cell wide.',
    draw(random) {
      const [rows, columns] = [random.int(3, 4), random.int(3, 4)];
      return insist(() => {
        const output = tile(random, rows, columns, colours(random, random.int(3, 4)));
        const text = output.map((row) => row.join());
        const across = Array.from({ length: columns }, (_, column) =>
          output.map((row) => at([row], 0, column)).join(),
        );
        if (new Set(text).size < rows || new Set(across).size < columns) return undefined;
        const tall = text.map(() => random.int(1, 4));
        const wide = across.map(() => random.int(1, 4));
        const input = blank(sum(tall), sum(wide));
        let top = 0;
        tall.forEach((height, row) => {
          let left = 0;
          wide.forEach((width, column) => {
            block(input, [top, left], [height, width], at(output, row, column));
            left += width;
          });
          top += height;
        });
        if (heightOf(input) < rows + 3 || widthOf(input) < columns + 3) return undefined;
        return { input, output };
      });
    },
  },
};

function isLone(grid: number[][], row: number, column: number): boolean {
  return !around(grid, row, column).includes(at(grid, row, column));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
