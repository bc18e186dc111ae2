import {
  blank,
  block,
  colours,
  copy,
  GREY,
  insist,
  make,
  put,
  scatter,
  several,
  type Size,
  stacked,
} from './canvas.ts';
import type { Family } from './generator.ts';

export const sorting: Family = {
  sort_skyline: {
    title: 'Skyline',
    description: 'Put the towers in order of height, the lowest at the left.',
    draw(random) {
      const amount = random.int(4, 8);
      const heights = random.sample([1, 2, 3, 4, 5, 6, 7, 8, 9], amount);
      const palette = colours(random, random.int(3, 4));
      const towers = heights.map((height, nth) => ({ height, colour: palette[nth % palette.length] }));
      const ordered = towers.slice().sort((one, two) => one.height - two.height);
      const ceiling = Math.max(...heights) + 1;
      const skyline = (row: { height: number; colour: number }[]): number[][] =>
        make(ceiling, amount, (r, column) => {
          const tower = row[column];
          return tower !== undefined && r >= ceiling - tower.height ? tower.colour : 0;
        });
      return { input: skyline(towers), output: skyline(ordered) };
    },
  },

  size_parade: {
    title: 'Parade',
    description:
      'Line up the colours of the blocks in a column, the smallest block on top, one cell for each.',
    draw(random) {
      const extents = several(random, 3, 5, (): Size => [random.int(1, 4), random.int(1, 5)]);
      const areas = extents.map(([height, width]) => height * width);
      const apart = areas.every((area, nth) =>
        areas.every((other, two) => nth === two || Math.abs(area - other) >= 2),
      );
      const size: Size = [random.int(10, 13), random.int(10, 13)];
      const places = scatter(random, size, extents);
      if (!apart || places === undefined) return undefined;
      const palette = colours(random, extents.length);
      const input = blank(...size);
      extents.forEach((extent, nth) => block(input, places[nth], extent, palette[nth]));
      const ranks = areas
        .map((area, nth) => ({ area, colour: palette[nth] }))
        .sort((one, two) => one.area - two.area);
      return { input, output: ranks.map(({ colour }) => [colour]) };
    },
  },

  rebuild_pyramid: {
    title: 'Pyramid',
    description: 'The courses of the pyramid got mixed up. Pile them up again, the narrowest on top.',
    draw(random) {
      const courses = random.int(4, 7);
      const sky = random.pick([0, 0, 8]);
      const palette = colours(random, 4, [sky]);
      const widths = Array.from({ length: courses }, (_, nth) => 2 * nth + 1);
      const breadth = 2 * courses + 1;
      const row = (width: number): number[] =>
        Array.from({ length: breadth }, (_, column) =>
          Math.abs(column - courses) <= (width - 1) / 2 ? palette[((width - 1) / 2) % palette.length] : sky,
        );
      return insist(() => {
        const mixed = random.shuffle(widths);
        if (mixed.filter((width, nth) => width === widths[nth]).length > 1) return undefined;
        return { input: mixed.map(row), output: widths.map(row) };
      });
    },
  },

  rank_bars: {
    title: 'Winners’ rostrum',
    description: 'Number the grey bars by length: the shortest becomes blue, then red, green, yellow.',
    draw(random) {
      const amount = random.int(3, 4);
      const lengths = random.sample([1, 2, 3, 4, 5, 6, 7, 8], amount);
      const height = Math.max(...lengths) + random.int(1, 3);
      const input = blank(height, 2 * amount + 1);
      const output = copy(input);
      lengths.forEach((length, nth) => {
        const rank = 1 + lengths.filter((other) => other < length).length;
        const top = random.int(0, height - length);
        block(input, [top, 2 * nth + 1], [length, 1], GREY);
        block(output, [top, 2 * nth + 1], [length, 1], rank);
      });
      return { input, output };
    },
  },

  sort_dice: {
    title: 'Sort the dice',
    description: 'Three dice lie one below the other. Sort them by their pips, the fewest on top.',
    draw(random) {
      const faces = random.sample([1, 2, 3, 4, 5, 6], 3);
      const palette = colours(random, 3);
      const dice = faces.map((pips, nth) => {
        const die = blank(5, 5, palette[nth]);
        const marks = PIPS[pips - 1] ?? '';
        for (let cell = 0; cell < 9; cell++) {
          if (marks[cell] === '#') put(die, 1 + Math.floor(cell / 3), 1 + (cell % 3), 0);
        }
        return { pips, die };
      });
      const ordered = dice.slice().sort((one, two) => one.pips - two.pips);
      return {
        input: stacked(...dice.map(({ die }) => die)),
        output: stacked(...ordered.map(({ die }) => die)),
      };
    },
  },
};

const PIPS = ['....#....', '#.......#', '#...#...#', '#.#...#.#', '#.#.#.#.#', '###...###'] as const;
