/** Timing in rounds: the sides of a comparison take turns, so that whatever disturbs one disturbs the other. */
import { ofProcess, type CpuClock } from './clocks.ts';
import { yardstick } from './yardstick.ts';

/** Milliseconds of one piece of work. */
export interface Sample {
  readonly wall: number;
  /** Processor time; null where the system does not tell. */
  readonly cpu: number | null;
}

/** Something that can be timed: does its work and gives the time of doing it once. */
export type Side = () => Promise<Sample>;

export interface Effort {
  readonly rounds: number;
  /** Milliseconds that the yardstick is repeated for in a round, at least. */
  readonly least: number;
}

export interface Rounds {
  /** For each side its samples, one a round. */
  readonly sides: readonly (readonly Sample[])[];
  /** The yardstick in the same rounds. */
  readonly yard: readonly Sample[];
}

/** Does the work once. */
export async function measured(work: () => unknown, cpuClock: CpuClock = ofProcess): Promise<Sample> {
  const cpuSince = cpuClock();
  const started = performance.now();
  await work();
  return { wall: performance.now() - started, cpu: cpuSince() };
}

/**
 * A side that repeats `work` for `least` milliseconds a round; how often follows from its last time. Only for work that
 * remembers nothing.
 */
export function timed(work: () => void, least: number): Side {
  let cost = Infinity;
  return async () => {
    const times = Math.max(1, Math.ceil(least / cost));
    const { wall, cpu } = await measured(() => {
      for (let i = 0; i < times; i++) work();
    });
    cost = Math.max(wall / times, 0.001);
    return { wall: wall / times, cpu: cpu === null ? null : cpu / times };
  };
}

/** Every other round goes backwards: no side always follows the same other one. */
export async function takeTurns(sides: readonly Side[], { rounds, least }: Effort): Promise<Rounds> {
  const yard = timed(yardstick, Math.min(least, 30));
  await yard(); // what is compiled while running is compiled now
  const all = [...sides, yard];
  const samples: Sample[][] = all.map(() => []);
  for (let round = 0; round < rounds; round++) {
    const order = all.map((_, i) => (round % 2 === 0 ? i : all.length - 1 - i));
    for (const i of order) samples[i].push(await all[i]());
  }
  return { sides: samples.slice(0, -1), yard: samples[sides.length] };
}

/** The yardstick alone, for a process of its own. */
export async function yardSample(): Promise<Sample> {
  const side = timed(yardstick, 30);
  await side();
  return side();
}

/** All samples in one. */
export function total(samples: readonly Sample[]): Sample {
  return {
    wall: samples.reduce((sum, { wall }) => sum + wall, 0),
    cpu: samples.every(({ cpu }) => cpu !== null)
      ? samples.reduce((sum, { cpu }) => sum + (cpu ?? 0), 0)
      : null,
  };
}
