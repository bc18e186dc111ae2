/** A line of the table, and how samples become one. */
import type { Rounds, Sample } from './measure.ts';
import { statOf, type Stat } from './stats.ts';

/** What is reported together, under one heading. */
export interface Section {
  readonly id: string;
  readonly title: string;
  readonly rows: readonly Row[];
  /** For people: what was measured, on what, and what could not be. */
  readonly notes: readonly string[];
}

export interface Row {
  readonly name: string;
  readonly unit: string;
  /** By the clock on the wall, in `unit`. */
  readonly figure: Stat;
  /** The same by processor time; null where that makes no sense or is not told. */
  readonly cpu: Stat | null;
  /** Processor time (else time) in yardsticks of the same rounds; null where the figure is no time. */
  readonly yards: Stat | null;
  readonly ratio: Ratio | null;
  readonly better: 'less' | 'more';
  readonly bar: Bar | null;
}

/** Of two sides within each round. */
export interface Ratio {
  /** What is divided by what. */
  readonly of: string;
  readonly wall: Stat;
  readonly cpu: Stat | null;
  /** null where the ratio explains rather than judges, as a part of a whole does. */
  readonly better: 'less' | 'more' | null;
}

/** What the figure or the ratio, whichever `of` says, has to reach. */
export interface Bar {
  readonly of: 'figure' | 'ratio';
  readonly at: 'least' | 'most';
  readonly value: number;
}

export type Extras = Partial<Pick<Row, 'ratio' | 'bar'>>;

export type PlainExtras = Partial<Pick<Row, 'ratio' | 'bar' | 'cpu' | 'better'>>;

/** Milliseconds of samples; `per` divides them, as by the number of tasks in one. */
export function timeRow(
  name: string,
  unit: string,
  samples: readonly Sample[],
  yard: Rounds['yard'],
  extras: Extras = {},
  per = 1,
): Row {
  return { ...figures(name, unit, samples, yard, (ms) => ms / per, per), better: 'less', ...extras };
}

/** `count` things in the time of a sample, told per second. */
export function rateRow(
  name: string,
  unit: string,
  count: number,
  samples: readonly Sample[],
  yard: Rounds['yard'],
  extras: Extras = {},
): Row {
  return { ...figures(name, unit, samples, yard, (ms) => (1000 * count) / ms), better: 'more', ...extras };
}

/** A figure that is no time, such as a share or an amount of memory. */
export function plainRow(
  name: string,
  unit: string,
  values: readonly number[],
  extras: PlainExtras = {},
): Row {
  return {
    name,
    unit,
    figure: statOf(values),
    cpu: null,
    yards: null,
    ratio: null,
    better: 'less',
    bar: null,
    ...extras,
  };
}

function figures(
  name: string,
  unit: string,
  samples: readonly Sample[],
  yard: Rounds['yard'],
  told: (ms: number) => number,
  per = 1,
): Omit<Row, 'better'> {
  const cpus = cpusOf(samples);
  const yards = samples.map((sample, i) => inYards(sample, yard[i]) / per);
  return {
    name,
    unit,
    figure: statOf(samples.map(({ wall }) => told(wall))),
    cpu: cpus === null ? null : statOf(cpus.map(told)),
    yards: statOf(yards),
    ratio: null,
    bar: null,
  };
}

/** By processor time where both have it. */
function inYards(sample: Sample, yard: Sample): number {
  return sample.cpu !== null && yard.cpu !== null && yard.cpu > 0
    ? sample.cpu / yard.cpu
    : sample.wall / yard.wall;
}

/** How many times longer `slow` took than `quick`, round by round. */
export function ratioOf(
  of: string,
  slow: readonly Sample[],
  quick: readonly Sample[],
  better: Ratio['better'] = 'more',
): Ratio {
  const slowCpu = cpusOf(slow);
  const quickCpu = cpusOf(quick);
  return {
    of,
    better,
    wall: statOf(slow.map(({ wall }, i) => wall / quick[i].wall)),
    cpu: slowCpu === null || quickCpu === null ? null : statOf(slowCpu.map((cpu, i) => cpu / quickCpu[i])),
  };
}

/** Null where a sample lacks it, or was too short for the clock. */
function cpusOf(samples: readonly Sample[]): number[] | null {
  const cpus = samples.map(({ cpu }) => cpu);
  return cpus.every((cpu): cpu is number => cpu !== null && cpu > 0) ? cpus : null;
}

/** Whether the bar of a row is reached, by the wall and by processor time (null where there is none). */
export function reached({
  bar,
  figure,
  cpu,
  ratio,
}: Row): { readonly wall: boolean; readonly cpu: boolean | null } | null {
  if (bar === null) return null;
  const meets = (stat: Stat): boolean =>
    bar.at === 'least' ? stat.median >= bar.value : stat.median <= bar.value;
  const byWall = bar.of === 'figure' ? figure : ratio?.wall;
  const byCpu = bar.of === 'figure' ? cpu : (ratio?.cpu ?? null);
  if (byWall === undefined) return null;
  return { wall: meets(byWall), cpu: byCpu === null ? null : meets(byCpu) };
}
