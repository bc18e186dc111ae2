import {
  around,
  blank,
  CLEAR,
  colours,
  copy,
  count,
  exchange,
  GREY,
  heightOf,
  insist,
  isGround,
  oneColour,
  put,
  scatterPictures,
  several,
  spots,
  stamp,
  twoColours,
  widthOf,
  type Grid,
  type Spot,
} from './canvas.ts';
import type { Family } from './generator.ts';
import { blob, figure, inColour, slab } from './shapes.ts';

export const recolouring: Family = {
  largest_smallest: {
    title: 'Giant and dwarf',
    description: 'The largest figure turns green, the smallest red; those between stay grey.',
    draw(random) {
      const figures = several(random, 4, 5, () =>
        blob(random, random.int(1, 4), random.int(2, 4), GREY, random.int(2, 11)),
      );
      const sizes = figures.map(cellsOf);
      const ranked = sizes.slice().sort((one, two) => one - two);
      const [least = 0, second = 0] = ranked;
      const [most = 0, next = 0] = ranked.slice().reverse();
      if (second < least + 2 || most < next + 2) return undefined;
      const painted = figures.map((drawing, nth) =>
        inColour(drawing, sizes[nth] === most ? 3 : sizes[nth] === least ? 2 : GREY),
      );
      return exchange(random, blank(random.int(11, 14), random.int(11, 14)), figures, painted);
    },
  },

  even_odd: {
    title: 'Even and odd',
    description: 'Chains with an even number of links turn blue, chains with an odd number orange.',
    draw(random) {
      const grey = random.pick([GREY, 6, 4]);
      return insist(() => {
        const chains = several(random, 5, 7, () => {
          const length = random.int(1, 6);
          return random.bool() ? slab(1, length, grey) : slab(length, 1, grey);
        });
        const odd = chains.filter((chain) => cellsOf(chain) % 2 === 1).length;
        if (odd < 2 || chains.length - odd < 2) return undefined;
        const painted = chains.map((chain) => inColour(chain, cellsOf(chain) % 2 === 1 ? 7 : 1));
        return exchange(random, blank(random.int(10, 13), random.int(10, 13)), chains, painted);
      });
    },
  },

  seed_colour: {
    title: 'A drop of dye',
    description: 'Every grey figure has one dyed cell. The dye spreads over the whole figure.',
    draw(random) {
      const dyes = several(random, 3, 5, () => oneColour(random));
      const figures = dyes.map(() =>
        blob(random, random.int(2, 4), random.int(3, 5), GREY, random.int(5, 9)),
      );
      const dyed = figures.map((drawing, nth) => {
        const result = copy(drawing);
        put(result, ...random.pick(spots(drawing, (colour) => colour !== CLEAR)), dyes[nth]);
        return result;
      });
      const painted = figures.map((drawing, nth) => inColour(drawing, dyes[nth]));
      return exchange(random, blank(random.int(11, 14), random.int(11, 15)), dyed, painted);
    },
  },

  legend_swap: {
    title: 'Trade colours',
    description:
      'The two cells in the top left corner name two colours: exchange them in the picture and drop the legend.',
    draw(random) {
      const palette = colours(random, 4);
      const [one, two] = palette;
      const [height, width] = [random.int(6, 9), random.int(7, 11)];
      const picture = blank(height, width);
      const figures = random
        .shuffle([...palette, one, two])
        .slice(0, 5)
        .map((colour) => figure(random, colour, 3, 3));
      const scene = scatterPictures(random, picture, figures, { gap: 0 });
      if (
        scene === undefined ||
        [one, two].some((colour) => count(scene.grid, (cell) => cell === colour) < 4)
      )
        return undefined;
      const input = [...blank(2, width), ...scene.grid];
      put(input, 0, 0, one);
      put(input, 0, 1, two);
      const output = scene.grid.map((row) =>
        row.map((cell) => (cell === one ? two : cell === two ? one : cell)),
      );
      return { input, output };
    },
  },

  same_shelf: {
    title: 'On the same shelf',
    description:
      'A coloured bar stands at the left edge. Every figure that shares a row with it takes its colour.',
    draw(random) {
      const [paint, dye] = twoColours(random);
      const [height, width] = [random.int(10, 14), random.int(11, 14)];
      const length = random.int(2, 4);
      const top = random.int(1, height - length - 1);
      const figures = several(random, 4, 6, () => figure(random, paint, 3, 4));
      const scene = scatterPictures(random, blank(height, width - 2), figures);
      if (scene === undefined) return undefined;
      const input = scene.grid.map((row, r) => [r >= top && r < top + length ? dye : 0, 0, ...row]);
      const output = copy(input);
      let reached = 0;
      figures.forEach((drawing, nth) => {
        const [upper, left] = scene.places[nth];
        if (upper >= top + length || upper + heightOf(drawing) <= top) return;
        stamp(output, inColour(drawing, dye), [upper, left + 2]);
        reached++;
      });
      if (reached < 1 || reached > figures.length - 2 || widthOf(input) > 16) return undefined;
      return { input, output };
    },
  },

  catch_cold: {
    title: 'Infection',
    description:
      'Light blue blocks that share a side with the red block turn red as well; touching at a corner is harmless.',
    draw(random) {
      const [height, width] = [random.int(10, 13), random.int(10, 13)];
      const source = [random.int(2, 4), random.int(2, 4)] as const;
      const blocks = [slab(...source, 2)];
      for (let nth = random.int(6, 8); nth > 0; nth--)
        blocks.push(slab(random.int(1, 3), random.int(1, 3), 8));
      const input = blank(height, width);
      const output = blank(height, width);
      const placed = blocks.map((drawing) => {
        for (let attempt = 0; attempt < 60; attempt++) {
          const spot = [
            random.int(0, height - heightOf(drawing)),
            random.int(0, width - widthOf(drawing)),
          ] as const;
          if (!isFree(input, drawing, spot, 8)) continue;
          const ill = drawing.flat().includes(2) || meets(input, drawing, spot, 2);
          stamp(input, drawing, spot);
          stamp(output, inColour(drawing, ill ? 2 : 8), spot);
          return ill;
        }
        return undefined;
      });
      const ill = placed.filter((state) => state === true).length;
      if (placed.includes(undefined) || ill < 3 || ill > blocks.length - 3) return undefined;
      return { input, output };
    },
  },

  round_tables: {
    title: 'Lay the tables',
    description: 'Cut off the four corners of every table and put a yellow lamp in the middle.',
    draw(random) {
      const tables = colours(random, random.int(3, 4), [4]).map((colour) =>
        slab(random.pick([3, 5]), random.pick([3, 5, 7]), colour),
      );
      const laid = tables.map((table) => {
        const [tall, wide] = [heightOf(table), widthOf(table)];
        const result = copy(table);
        for (const row of [0, tall - 1]) for (const column of [0, wide - 1]) put(result, row, column, 0);
        put(result, (tall - 1) / 2, (wide - 1) / 2, 4);
        return result;
      });
      const pair = exchange(random, blank(random.int(11, 14), random.int(11, 15)), tables, laid);
      return pair && isGround(pair.input, 0) ? pair : undefined;
    },
  },
};

/** Neither on anything nor side by side or corner to corner with the colour to avoid. */
function isFree(grid: Grid, drawing: Grid, [top, left]: Spot, avoid: number): boolean {
  return drawing.every((line, row) =>
    line.every((_, column) => {
      if (grid[top + row]?.[left + column] !== 0) return false;
      for (const down of [-1, 0, 1]) {
        for (const right of [-1, 0, 1])
          if (grid[top + row + down]?.[left + column + right] === avoid) return false;
      }
      return true;
    }),
  );
}

function meets(grid: Grid, drawing: Grid, [top, left]: Spot, colour: number): boolean {
  return drawing.some((line, row) =>
    line.some((_, column) => around(grid, top + row, left + column).includes(colour)),
  );
}

function cellsOf(drawing: Grid): number {
  return count(drawing, (colour) => colour !== CLEAR);
}
