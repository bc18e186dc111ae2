/** How many calls of a primitive the evaluation context makes a second, on grids of 10 x 10. */
import { arenaOf } from '../../../workers/arena.ts';
import { compiledBeside } from '../../../src/cli/arena.ts';
import { Evaluation } from '../../../src/core/engine/evaluation.ts';
import { scorePrograms } from '../../../src/core/engine/score.ts';
import { compile } from '../../../src/core/lang/compile.ts';
import type { Program } from '../../../src/core/lang/program.ts';
import { Random } from '../../../src/core/random.ts';
import type { PlacedPair } from '../../../src/core/task/task.ts';
import type { Bench } from '../bench.ts';
import { takeTurns, timed } from '../measure.ts';
import { rateRow, type Row, type Section } from '../row.ts';

const SIDE = 10;
/** So many that compiling the module is no part of the rate: each call is made once a round. */
const PAIRS = 20_000;
const DEPTH = 16;

export async function primitives({ effort }: Bench): Promise<Section> {
  const evaluation = new Evaluation(arenaOf(compiledBeside(import.meta.url)));
  const pairs = randomPairs();
  const mirrors = programsOf(Array.from({ length: DEPTH }, (_, i) => mirrored(i + 1)));
  const truths = ['T', 'F'];
  const searches = programsOf(
    truths.flatMap((a) => truths.flatMap((b) => truths.map((c) => `objects(I, ${a}, ${b}, ${c})`))),
  );
  const work = (programs: readonly Program[]) => () => void scorePrograms(evaluation, programs, pairs);
  const { sides, yard } = await takeTurns(
    [timed(work(mirrors), effort.least), timed(work(searches), effort.least)],
    effort,
  );
  const row = (name: string, calls: number, side: number, least: number): Row =>
    rateRow(name, 'calls/s', calls * PAIRS, sides[side], yard, {
      bar: { of: 'figure', at: 'least', value: least },
    });
  return {
    id: 'primitives',
    title: 'Primitives through the evaluation context',
    notes: [
      `${PAIRS} grids of ${SIDE} x ${SIDE} with six random rectangles, one graph; inputs, ends and digests included.`,
    ],
    rows: [
      row('vmirror, each result with its digest', mirrors.length, 0, 5e6),
      row('objects, each way to look for them', searches.length, 1, 1e6),
    ],
  };
}

/** vmirror of vmirror of … I: one more call than the program before, the others shared. */
function mirrored(calls: number): string {
  return 'vmirror('.repeat(calls) + 'I' + ')'.repeat(calls);
}

function programsOf(expressions: readonly string[]): Program[] {
  const source = expressions.map((text, i) => `def solve_${i}(I):\n    return ${text}\n`).join('\n');
  return compile(source).solvers.map(({ name, program }) => {
    if (program === null) throw new Error(`${name} does not compile`);
    return program;
  });
}

function randomPairs(): PlacedPair[] {
  const random = new Random('primitives');
  return Array.from({ length: PAIRS }, (_, index) => {
    const input = Array.from({ length: SIDE }, () => new Array<number>(SIDE).fill(0));
    for (let colour = 1; colour <= 6; colour++) {
      const [top, left] = [random.int(0, SIDE - 2), random.int(0, SIDE - 2)];
      for (let row = top; row < Math.min(SIDE, top + random.int(1, 4)); row++)
        input[row].fill(colour, left, left + random.int(1, 4));
    }
    return { set: 'train', index, input, output: null };
  });
}
