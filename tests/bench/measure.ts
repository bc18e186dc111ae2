/** Timing in rounds: the sides of a comparison take turns, so that whatever disturbs one disturbs the other. */
import { ofProcess, type CpuClock } from './clocks.ts';
import { yardstick } from './yardstick.ts';

/** Milliseconds of one piece of work. */
export interface Sample {
  readonly wall: number;
  /** Processor time; null where the system does not tell. */
  readonly cpu: number | null;
}

/** Something that can be timed: does its work once or more often and gives the time of once. */
export type Side = () => Promise<Sample>;

export interface Effort {
  /** Milliseconds that each side runs before it is timed, at least once: what is compiled while running is compiled then. */
  readonly warmUp: number;
  readonly rounds: number;
  /** Milliseconds that the work of a side is repeated for in a round, at least. */
  readonly least: number;
}

export interface Rounds {
  /** For each side its samples, one a round. */
  readonly sides: readonly (readonly Sample[])[];
  /** The yardstick in the same rounds. */
  readonly yard: readonly Sample[];
}

/** A side that repeats `work` for `least` milliseconds a round; how often follows from its last time. */
export function timed(work: () => unknown, least: number, cpuClock: CpuClock = ofProcess): Side {
  let cost = Infinity;
  return async () => {
    const times = Math.max(1, Math.ceil(least / cost));
    const cpuSince = cpuClock();
    const started = performance.now();
    for (let i = 0; i < times; i++) {
      const result = work();
      if (result instanceof Promise) await result;
    }
    const wall = (performance.now() - started) / times;
    const cpu = cpuSince();
    cost = Math.max(wall, 0.001);
    return { wall, cpu: cpu === null ? null : cpu / times };
  };
}

/** Lets the sides take turns until each has run for so long. */
export async function warm(sides: readonly Side[], warmUp: number): Promise<void> {
  const spent = sides.map(() => 0);
  do {
    for (const [i, side] of sides.entries()) {
      if (spent[i] > 0 && spent[i] >= warmUp) continue;
      const started = performance.now();
      await side();
      spent[i] += performance.now() - started;
    }
  } while (spent.some((time) => time < warmUp));
}

/** Warms the sides, and then lets them take turns. */
export async function alternate(sides: readonly Side[], effort: Effort): Promise<Rounds> {
  await warm(sides, effort.warmUp);
  return takeTurns(sides, effort);
}

/** Every other round goes backwards: no side always follows the same other one. */
export async function takeTurns(
  sides: readonly Side[],
  { rounds, least }: Pick<Effort, 'rounds' | 'least'>,
): Promise<Rounds> {
  const all = [...sides, timed(yardstick, Math.min(least, 30))];
  const samples: Sample[][] = all.map(() => []);
  for (let round = 0; round < rounds; round++) {
    const order = all.map((_, i) => (round % 2 === 0 ? i : all.length - 1 - i));
    for (const i of order) samples[i].push(await all[i]());
  }
  return { sides: samples.slice(0, -1), yard: samples[sides.length] };
}

/** The samples of several sides added up, round by round. */
export function summed(sides: readonly (readonly Sample[])[]): Sample[] {
  return sides[0].map((_, round) => {
    const parts = sides.map((samples) => samples[round]);
    const known = parts.every(({ cpu }) => cpu !== null);
    return {
      wall: parts.reduce((sum, { wall }) => sum + wall, 0),
      cpu: known ? parts.reduce((sum, { cpu }) => sum + (cpu as number), 0) : null,
    };
  });
}
