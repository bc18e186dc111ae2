/** Stress: a solver on fresh pairs, those that the generator of a starter task draws or those that somebody brings. */
import type { Ending, Evaluation } from '../engine/evaluation.ts';
import type { Reader } from '../engine/reader.ts';
import { drawPairs, GENERATORS, type TaskGenerator } from '../starter/index.ts';
import type { GridRows, Pair } from '../task/task.ts';
import { DEFAULT_CAP } from '../values/ends.ts';
import { readScript } from './film-script.ts';
import { cornerOf } from './drawing.ts';

export interface StressRequest {
  readonly source: string;
  /** Which function of the source, by name; null takes the last one. */
  readonly solver: string | null;
  /** Id of a starter task whose generator draws the pairs, or the pairs themselves. */
  readonly from: { readonly generator: string } | { readonly pairs: readonly Pair[] };
  readonly next: StressPlace;
  /** Pairs to be tried, at most 50; fewer are where they cost much. */
  readonly count: number;
  /** Of one pair. */
  readonly fuel: number;
}

/** Where to go on. Of a seed's pairs the first 50 are taken; then comes the next seed. For given pairs `at` counts. */
export interface StressPlace {
  readonly seed: number;
  readonly at: number;
}

export type StressAnswer = StressReport | { readonly ok: false; readonly why: string };

export interface StressReport {
  readonly ok: true;
  readonly tried: number;
  readonly passed: number;
  /** Gave a grid, and a wrong one. */
  readonly wrong: number;
  /** Gave no grid. */
  readonly faults: number;
  readonly failure: StressFailure | null;
  /** null where the given pairs are at their end. */
  readonly next: StressPlace | null;
}

/** The first pair that went wrong. */
export interface StressFailure {
  readonly place: StressPlace;
  readonly input: GridRows;
  /** null where the pair has none: only a fault is a failure then. */
  readonly expected: GridRows | null;
  readonly output: GridRows | null;
  /** Why there is no output; '' where there is one. */
  readonly why: string;
}

const MOST_PAIRS = 50;
/** Steps for one call, as a multiple of the fuel of a pair. */
const FUEL_SHARE = 8;

export function stress(
  evaluation: Evaluation,
  reader: Reader,
  { source, solver, from, next, count, fuel }: StressRequest,
): StressAnswer {
  const reading = readScript(source, solver);
  if (!reading.ok) return reading;
  const { script } = reading;
  const generator = 'generator' in from ? GENERATORS.find(({ id }) => id === from.generator) : undefined;
  if ('generator' in from && generator === undefined)
    return { ok: false, why: `There is no generator ${from.generator}.` };
  const most = Math.max(1, Math.min(MOST_PAIRS, count));
  const pairs: readonly Pair[] =
    'pairs' in from ? from.pairs : generator === undefined ? [] : freshPairs(generator, next.seed);
  const sums = { tried: 0, passed: 0, wrong: 0, faults: 0 };
  let failure: StressFailure | null = null;
  let spent = 0;
  let at = Math.max(0, next.at);
  // Dead lines are of no interest.
  const program = { nodes: script.nodes.slice(0, script.live) };
  evaluation.load([program], { fuel, cap: DEFAULT_CAP });
  for (; at < pairs.length && sums.tried < most && spent < FUEL_SHARE * fuel; at++) {
    const { input, output: expected } = pairs[at];
    evaluation.begin(input);
    const ending = evaluation.run(0);
    spent += ending.fuel;
    const grid = reader.colourGrid(ending.value);
    const output = grid === null ? null : cornerOf(grid);
    const why = grid === null ? whyNot(reader, ending) : '';
    evaluation.end(0);
    sums.tried++;
    if (output === null) sums.faults++;
    else if (expected !== null && !areEqual(output, expected)) sums.wrong++;
    else {
      sums.passed++;
      continue;
    }
    failure ??= { place: { seed: next.seed, at }, input, expected, output, why };
  }
  const ended = at >= pairs.length;
  const following = !ended
    ? { seed: next.seed, at }
    : generator === undefined
      ? null
      : { seed: next.seed + 1, at: 0 };
  return { ok: true, ...sums, failure, next: following };
}

/** Why there is no grid of colours. */
function whyNot(reader: Reader, { value, failure }: Ending): string {
  if (failure === null) return `the result is ${reader.describe(value)}, not a grid of colours 0 to 9`;
  return failure.primitive === '' ? failure.why : `${failure.primitive}: ${failure.why}`;
}

/** The pairs of a seed, which are never those of the published task. Fewer where the generator knows no more. */
export function freshPairs(generator: TaskGenerator, seed: number): readonly Pair[] {
  for (let amount = MOST_PAIRS; amount > 0; amount >>= 1) {
    try {
      return drawPairs(generator, `stress ${seed}`, amount);
    } catch {
      continue;
    }
  }
  return [];
}

function areEqual(a: GridRows, b: GridRows): boolean {
  return (
    a.length === b.length &&
    a.every((row, i) => row.length === b[i].length && row.every((cell, j) => cell === b[i][j]))
  );
}
