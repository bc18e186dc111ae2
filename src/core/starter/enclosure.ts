import {
  at,
  blank,
  block,
  CLEAR,
  copy,
  exchange,
  GREY,
  heightOf,
  insist,
  isGround,
  oneColour,
  outline,
  put,
  scatter,
  scatterPictures,
  several,
  type Size,
  type Spot,
  spots,
  widthOf,
} from './canvas.ts';
import type { Family } from './generator.ts';
import { hoop, inColour, slab } from './shapes.ts';

export const enclosure: Family = {
  flood_outside: {
    title: 'High tide',
    description:
      'Water comes in from the edge of the picture. What closed walls protect stays dry; a gap lets it in.',
    draw(random) {
      const wall = oneColour(random, [1]);
      return insist(() => {
        let gaps = 0;
        const walls = several(random, 2, 4, () => {
          const size: Size = [random.int(4, 6), random.int(4, 6)];
          const ring = hoop(...size, wall);
          if (random.bool(0.4)) {
            gaps++;
            const along = random.int(1, size[1] - 2);
            const row = ring[random.bool() ? 0 : size[0] - 1];
            if (row !== undefined) row[along] = CLEAR;
          }
          return ring;
        });
        if (gaps === 0 || gaps === walls.length) return undefined;
        const scene = scatterPictures(random, blank(random.int(12, 15), random.int(12, 15)), walls);
        if (scene === undefined) return undefined;
        const output = copy(scene.grid);
        const border = spots(output, (colour) => colour === 0).filter(
          ([row, column]) => row % (heightOf(output) - 1) === 0 || column % (widthOf(output) - 1) === 0,
        );
        flood(output, border, 1);
        return { input: scene.grid, output };
      });
    },
  },

  fill_enclosed: {
    title: 'Paint pots',
    description: 'Every pot holds one drop of paint. Fill the pot to the brim with it.',
    draw(random) {
      const wall = random.pick([GREY, 1, 8]);
      const pots = several(random, 3, 4, () => {
        const size: Size = [random.int(3, 5), random.int(5, 6)];
        const pot = hoop(...size, wall);
        const paint = oneColour(random, [wall]);
        const full = hoop(...size, wall);
        block(full, [1, 1], [size[0] - 2, size[1] - 2], paint);
        put(pot, random.int(1, size[0] - 2), random.int(1, size[1] - 2), paint);
        return { pot, full };
      });
      return exchange(
        random,
        blank(random.int(11, 14), random.int(12, 15)),
        pots.map(({ pot }) => pot),
        pots.map(({ full }) => full),
      );
    },
  },

  punched_tickets: {
    title: 'Punched tickets',
    description: 'The holes of a ticket tell its price: one hole blue, two red, three green, four yellow.',
    train: 4,
    draw(random) {
      const tickets = several(random, 3, 4, () => {
        const size: Size = [random.pick([3, 5]), random.pick([3, 5, 7])];
        const holes: Spot[] = [];
        for (let row = 1; row < size[0]; row += 2)
          for (let column = 1; column < size[1]; column += 2) holes.push([row, column]);
        const punched = random.shuffle(holes).slice(0, random.int(1, Math.min(4, holes.length)));
        const ticket = slab(...size, GREY);
        for (const [row, column] of punched) ticket[row][column] = CLEAR;
        return { ticket, price: punched.length };
      });
      if (new Set(tickets.map(({ price }) => price)).size < 2) return undefined;
      const pair = exchange(
        random,
        blank(random.int(12, 15), random.int(12, 16)),
        tickets.map(({ ticket }) => ticket),
        tickets.map(({ ticket, price }) => inColour(ticket, price)),
      );
      return pair && isGround(pair.input, 0) ? pair : undefined;
    },
  },

  fence_with_moat: {
    title: 'Fence with a moat',
    description: 'Build a fence in its own colour around every block, one cell away from it.',
    draw(random) {
      const size: Size = [random.int(11, 15), random.int(11, 15)];
      const blocks = several(random, 2, 3, (): Size => [random.int(1, 3), random.int(1, 4)]);
      const places = scatter(
        random,
        size,
        blocks.map(([height, width]): Size => [height + 4, width + 4]),
      );
      if (places === undefined) return undefined;
      const input = blank(...size);
      const output = blank(...size);
      blocks.forEach(([height, width], nth) => {
        const [top, left] = places[nth];
        const colour = oneColour(random);
        for (const grid of [input, output]) block(grid, [top + 2, left + 2], [height, width], colour);
        outline(output, [top, left], [height + 4, width + 4], colour);
      });
      return { input, output };
    },
  },

  caught_inside: {
    title: 'In the net',
    description: 'Red fish inside the net turn yellow; the fish outside stay red.',
    draw(random) {
      const sea = random.pick([0, 8]);
      const size: Size = [random.int(9, 13), random.int(9, 13)];
      const net: Size = [random.int(5, 7), random.int(5, 8)];
      const corner = scatter(random, size, [net], { margin: 1 })?.[0];
      if (corner === undefined) return undefined;
      const input = blank(...size, sea);
      outline(input, corner, net, GREY);
      for (const [row, column] of random.sample(
        spots(input, (colour) => colour === sea),
        random.int(9, 15),
      )) {
        put(input, row, column, 2);
      }
      const output = copy(input);
      let caught = 0;
      for (let row = corner[0] + 1; row < corner[0] + net[0] - 1; row++) {
        for (let column = corner[1] + 1; column < corner[1] + net[1] - 1; column++) {
          if (at(input, row, column) === 2) {
            put(output, row, column, 4);
            caught++;
          }
        }
      }
      return caught >= 2 && caught <= 6 ? { input, output } : undefined;
    },
  },

  inner_ring: {
    title: 'Chocolate filling',
    description:
      'Pipe a ring of cream along the inside of every box, one cell from its rim; the lone cell shows the cream.',
    draw(random) {
      const box = oneColour(random);
      const cream = oneColour(random, [box]);
      const boxes = several(random, 2, 3, (): Size => [random.int(4, 7), random.int(4, 7)]);
      const size: Size = [random.int(12, 15), random.int(12, 15)];
      const places = scatter(random, size, [[1, 1], ...boxes]);
      if (places === undefined) return undefined;
      const input = blank(...size);
      boxes.forEach((extent, nth) => block(input, places[nth + 1], extent, box));
      put(input, ...places[0], cream);
      const output = copy(input);
      boxes.forEach(([height, width], nth) => {
        const [top, left] = places[nth + 1];
        outline(output, [top + 1, left + 1], [height - 2, width - 2], cream);
      });
      return isGround(input, 0) ? { input, output } : undefined;
    },
  },

  hollow_blocks: {
    title: 'Empty boxes',
    description: 'Empty the boxes: only their walls, one cell thick, remain.',
    draw(random) {
      const boxes = several(random, 3, 4, (): Size => [random.int(3, 6), random.int(3, 7)]);
      const size: Size = [random.int(11, 15), random.int(11, 15)];
      const places = scatter(random, size, boxes);
      if (places === undefined) return undefined;
      const input = blank(...size);
      const output = blank(...size);
      boxes.forEach((extent, nth) => {
        const colour = oneColour(random);
        block(input, places[nth], extent, colour);
        outline(output, places[nth], extent, colour);
      });
      return isGround(input, 0) ? { input, output } : undefined;
    },
  },
};

/** Paints in place what can be reached from the given cells over their own colour, side by side. */
function flood(grid: number[][], from: readonly Spot[], colour: number): void {
  const queue = from.slice();
  for (let cell = queue.pop(); cell !== undefined; cell = queue.pop()) {
    const [row, column] = cell;
    if (at(grid, row, column) !== 0) continue;
    put(grid, row, column, colour);
    queue.push([row - 1, column], [row + 1, column], [row, column - 1], [row, column + 1]);
  }
}
