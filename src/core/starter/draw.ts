import { Random } from '../random.ts';
import { type Grid, heightOf, insist, sameGrid, widthOf } from './canvas.ts';
import type { Pair, TaskGenerator, Theme } from './generator.ts';

export interface StarterTask {
  title: string;
  theme: Theme;
  description: string;
  train: Pair[];
  test: Pair[];
}

/** The task of a generator: as many train and test pairs as it asks for, all different. */
export function drawTask(generator: TaskGenerator, seed: string | number): StarterTask {
  const { title, theme, description, train = 3, test = 1 } = generator;
  const pairs = drawPairs(generator, seed, train + test);
  return { title, theme, description, train: pairs.slice(0, train), test: pairs.slice(train) };
}

/** Pairs with different inputs. The first ones do not depend on how many are asked for. */
export function drawPairs(generator: TaskGenerator, seed: string | number, amount: number): Pair[] {
  const stream = new Random(seed).fork(generator.id);
  const pairs: Pair[] = [];
  for (let draw = 0; pairs.length < amount; draw++) {
    if (draw > 100 * amount) throw new Error(`${generator.id} has fewer than ${amount} different pairs`);
    const random = stream.fork(draw);
    const pair = insist(() => generator.draw(random));
    if (isFit(pair) && !pairs.some((other) => sameGrid(pair.input, other.input))) pairs.push(pair);
  }
  return pairs;
}

/** The rule must change something, and both grids must be within the limits of the format. */
function isFit({ input, output }: Pair): boolean {
  return !sameGrid(input, output) && [input, output].every(isWithinLimits);
}

function isWithinLimits(grid: Grid): boolean {
  const [height, width] = [heightOf(grid), widthOf(grid)];
  return (
    height >= 1 &&
    width >= 1 &&
    height <= 30 &&
    width <= 30 &&
    grid.flat().every((colour) => colour >= 0 && colour <= 9)
  );
}
