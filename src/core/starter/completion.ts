import {
  around,
  at,
  blank,
  block,
  CLEAR,
  colours,
  copy,
  cut,
  exchange,
  GREY,
  heightOf,
  insist,
  make,
  onGround,
  outline,
  put,
  sameGrid,
  scatter,
  scatterPictures,
  several,
  type Size,
  stamp,
  threeColours,
  transpose,
  twoColours,
  widthOf,
} from './canvas.ts';
import type { Family } from './generator.ts';
import { figure, isLeftRight, tile } from './shapes.ts';

export const completion: Family = {
  mend_card: {
    title: 'Playing card',
    description: 'A playing card looks the same upside down. Restore the piece that is torn out.',
    draw(random) {
      const [height, width] = [random.int(9, 12), random.int(8, 10)];
      const [paper, paint, accent] = threeColours(random);
      return insist(() => {
        const signs = [paint, accent, paint, accent].map((colour) => figure(random, colour, 3, 4));
        const scene = scatterPictures(random, blank(height, width, CLEAR), signs, { gap: 0, margin: 1 });
        if (scene === undefined) return undefined;
        const printed = make(height, width, (row, column) =>
          Math.max(at(scene.grid, row, column), at(scene.grid, height - 1 - row, width - 1 - column)),
        );
        const output = onGround(printed, paper);
        outline(output, [0, 0], [height, width], accent);
        const hole: Size = [random.int(3, 4), random.int(3, 4)];
        const [top, left] = [random.int(0, height - hole[0]), random.int(0, width - hole[1])];
        // The hole must not meet its own image under the half turn, and it should hide something worth drawing.
        const clear =
          2 * (top + hole[0]) <= height ||
          2 * top >= height ||
          2 * (left + hole[1]) <= width ||
          2 * left >= width;
        const hidden = new Set(cut(output, [top, left], hole).flat());
        if (!clear || hidden.size < 3 || isLeftRight(output)) return undefined;
        const input = copy(output);
        block(input, [top, left], hole, 0);
        return { input, output };
      });
    },
  },

  continue_wallpaper: {
    title: 'Half-papered wall',
    description: 'Continue the wallpaper from the top left corner over the whole wall.',
    draw(random) {
      const repeat = tile(random, random.int(2, 3), random.int(2, 3), colours(random, random.int(2, 4)));
      const [tall, wide] = [heightOf(repeat), widthOf(repeat)];
      const [height, width] = [random.int(10, 14), random.int(10, 14)];
      const output = make(height, width, (row, column) => at(repeat, row % tall, column % wide));
      const known: Size = [2 * tall + random.int(0, 1), 2 * wide + random.int(0, 1)];
      const sample = cut(output, [0, 0], known);
      if (shortestPeriod(sample) !== wide || shortestPeriod(transpose(sample)) !== tall) return undefined;
      const input = blank(height, width);
      stamp(input, sample, [0, 0]);
      return { input, output };
    },
  },

  fourth_corner: {
    title: 'The fourth corner',
    description: 'Three posts of each colour stand at corners of a rectangle. Set the fourth.',
    draw(random) {
      const [height, width] = [random.int(9, 13), random.int(9, 13)];
      return insist(() => {
        const input = blank(height, width);
        const output = blank(height, width);
        for (const colour of colours(random, random.int(2, 4))) {
          const size: Size = [random.int(3, 8), random.int(3, 8)];
          const place = scatter(random, [height, width], [size])?.[0];
          if (place === undefined) return undefined;
          const rows = [place[0], place[0] + size[0] - 1];
          const columns = [place[1], place[1] + size[1] - 1];
          const posts = rows.flatMap((row) => columns.map((column) => [row, column] as const));
          if (posts.some(([row, column]) => touched(output, row, column))) return undefined;
          for (const post of posts) put(output, ...post, colour);
          for (const post of random.sample(posts, 3)) put(input, ...post, colour);
        }
        return { input, output };
      });
    },
  },

  finish_ornaments: {
    title: 'Finish the ornaments',
    description:
      'One ornament is complete; of the others only the grey core is drawn. Finish them after the model.',
    draw(random) {
      const [petal, leaf] = twoColours(random);
      const core = random.pick([
        ['##', '#.'],
        ['##', '.#'],
        ['#.', '##'],
        ['###', '.#.'],
        ['###', '#..'],
        ['##', '##'],
      ]);
      const [tall, wide] = [core.length + 2, (core[0] ?? '').length + 2];
      const bare = make(tall, wide, (row, column) => (core[row - 1]?.[column - 1] === '#' ? GREY : CLEAR));
      const full = make(tall, wide, (row, column) => {
        if (at(bare, row, column) === GREY) return GREY;
        return around(bare, row, column).includes(GREY) && random.bool(0.6)
          ? random.pick([petal, leaf])
          : CLEAR;
      });
      const extra = new Set(full.flat().filter((colour) => colour !== CLEAR));
      if (extra.size < 3) return undefined;
      const ground = blank(random.int(12, 15), random.int(12, 15));
      const pictures = [full, ...several(random, 2, 3, () => bare)];
      return exchange(
        random,
        ground,
        pictures,
        pictures.map(() => full),
      );
    },
  },
};

function shortestPeriod(grid: number[][]): number {
  const width = widthOf(grid);
  for (let period = 1; period < width; period++) {
    if (
      sameGrid(
        cut(grid, [0, 0], [heightOf(grid), width - period]),
        cut(grid, [0, period], [heightOf(grid), width - period]),
      )
    ) {
      return period;
    }
  }
  return width;
}

function touched(grid: number[][], row: number, column: number): boolean {
  return [-1, 0, 1].some((down) => [-1, 0, 1].some((right) => at(grid, row + down, column + right) > 0));
}
