import {
  at,
  blank,
  block,
  copy,
  GREY,
  insist,
  colours,
  put,
  scatter,
  several,
  spots,
  transpose,
  twoColours,
  type Size,
  type Spot,
} from './canvas.ts';
import type { Family } from './generator.ts';

export const rays: Family = {
  two_way_beams: {
    title: 'Two lamps',
    description:
      'A red lamp shines to the right, a blue lamp downwards. Where beams cross, blue lies on top.',
    draw(random) {
      const [height, width] = [random.int(8, 13), random.int(8, 13)];
      return insist(() => {
        const lamps = several(random, 3, 5, (): Spot => [
          random.int(0, height - 3),
          random.int(0, width - 3),
        ]);
        if (
          new Set(lamps.map(([row]) => row)).size + new Set(lamps.map(([, column]) => column)).size <
          2 * lamps.length
        ) {
          return undefined;
        }
        const input = blank(height, width);
        const output = blank(height, width);
        lamps.forEach(([row, column], nth) => put(input, row, column, 1 + (nth % 2)));
        let crossings = 0;
        for (const [row, from] of spots(input, (colour) => colour === 2)) {
          for (let column = from; column < width; column++) {
            // A lamp in a foreign beam would leave open which of the two goes on.
            if (at(input, row, column) === 1) return undefined;
            put(output, row, column, 2);
          }
        }
        for (const [from, column] of spots(input, (colour) => colour === 1)) {
          for (let row = from; row < height; row++) {
            if (at(input, row, column) === 2) return undefined;
            if (at(output, row, column) === 2) crossings++;
            put(output, row, column, 1);
          }
        }
        return crossings > 0 ? { input, output } : undefined;
      });
    },
  },

  join_pairs: {
    title: 'Clotheslines',
    description: 'Stretch a line between the two pegs of each colour.',
    draw(random) {
      const [height, width] = [random.int(9, 13), random.int(9, 13)];
      return insist(() => {
        const input = blank(height, width);
        const output = blank(height, width);
        for (const colour of colours(random, random.int(3, 4))) {
          const [down, right] = random.pick([
            [0, 1],
            [1, 0],
            [1, 1],
          ] as const);
          const length = random.int(3, 8);
          const bottom = height - 1 - down * length;
          const edge = width - 1 - right * length;
          if (bottom < 0 || edge < 0) return undefined;
          const [top, left] = [random.int(0, bottom), random.int(0, edge)];
          for (let step = 0; step <= length; step++) {
            const [row, column] = [top + step * down, left + step * right];
            if (at(output, row, column) !== 0) return undefined;
            put(output, row, column, colour);
            if (step === 0 || step === length) put(input, row, column, colour);
          }
        }
        return { input, output };
      });
    },
  },

  starburst: {
    title: 'Starburst',
    description:
      'The star sends its light along all four diagonals; the light vanishes behind the clouds and goes on.',
    draw(random) {
      const [height, width] = [random.int(9, 14), random.int(9, 14)];
      const [star, cloud] = twoColours(random);
      return insist(() => {
        const clouds = several(random, 3, 4, (): Size => [random.int(1, 2), random.int(2, 3)]);
        const places = scatter(random, [height, width], [[3, 3], ...clouds]);
        if (places === undefined) return undefined;
        const input = blank(height, width);
        clouds.forEach((size, nth) => block(input, places[nth + 1], size, cloud));
        const centre = [places[0][0] + 1, places[0][1] + 1] as const;
        if (Math.min(...centre, height - 1 - centre[0], width - 1 - centre[1]) < 2) return undefined;
        put(input, ...centre, star);
        const output = copy(input);
        let hidden = 0;
        for (const [row, column] of spots(input, (colour) => colour !== star)) {
          if (Math.abs(row - centre[0]) !== Math.abs(column - centre[1])) continue;
          if (at(input, row, column) === cloud) hidden++;
          else put(output, row, column, star);
        }
        return hidden > 0 ? { input, output } : undefined;
      });
    },
  },

  cross_hairs: {
    title: 'Warp and weft',
    description:
      'A red knot is a thread from top to bottom, a blue knot one from side to side; crossings turn yellow.',
    draw(random) {
      const [height, width] = [random.int(7, 12), random.int(7, 12)];
      return insist(() => {
        const columns = random.sample(
          Array.from({ length: Math.ceil(width / 2) }, (_, nth) => 2 * nth),
          random.int(1, 3),
        );
        const rows = random.sample(
          Array.from({ length: Math.ceil(height / 2) }, (_, nth) => 2 * nth),
          random.int(1, 3),
        );
        const input = blank(height, width);
        for (const column of columns)
          put(input, 2 * random.int(0, Math.floor(height / 2) - 1) + 1, column, 2);
        for (const row of rows) put(input, row, 2 * random.int(0, Math.floor(width / 2) - 1) + 1, 1);
        const output = input.map((line, row) =>
          line.map((_, column) =>
            columns.includes(column) ? (rows.includes(row) ? 4 : 2) : rows.includes(row) ? 1 : 0,
          ),
        );
        return { input, output };
      });
    },
  },

  rays_to_wall: {
    title: 'Ropes to the wall',
    description: 'From every dot a rope of its colour runs straight to the grey wall.',
    train: 4,
    test: 2,
    draw(random) {
      const [height, width] = [random.int(7, 12), random.int(9, 13)];
      const wall = random.int(3, width - 4);
      const rows = random.sample(
        Array.from({ length: height }, (_, row) => row),
        random.int(3, Math.min(6, height - 2)),
      );
      const palette = colours(random, 4);
      const input = blank(height, width);
      for (let row = 0; row < height; row++) put(input, row, wall, GREY);
      const output = copy(input);
      for (const row of rows) {
        const colour = palette[row % palette.length];
        const column = random.bool() ? random.int(0, wall - 2) : random.int(wall + 2, width - 1);
        put(input, row, column, colour);
        for (let step = Math.min(column, wall + 1); step <= Math.max(column, wall - 1); step++) {
          if (step !== wall) put(output, row, step, colour);
        }
      }
      return random.bool() ? { input, output } : { input: transpose(input), output: transpose(output) };
    },
  },
};
