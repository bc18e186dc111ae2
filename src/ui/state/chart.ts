/** What a chart shows, whatever draws it: lines over one row of places, and the same as a table. */

export interface ChartLine {
  readonly name: string;
  /** Its place among the colours and dashes: a name has the same look in every chart. */
  readonly look: number;
  /** One for each place; null where there is nothing to be shown. */
  readonly values: readonly (number | null)[];
}

export interface Chart {
  readonly title: string;
  /** `steps`: a value holds until the next one. `bars`: parts of one sum, stacked in the order of the lines. */
  readonly form: 'steps' | 'line' | 'bars';
  /** Where the values stand: what it is, for the head of the table, and how a place is written. */
  readonly across: {
    readonly name: string;
    readonly places: readonly number[];
    readonly text: (place: number) => string;
  };
  /** How a value is written, and the highest there can be; null where the values tell. */
  readonly up: { readonly most: number | null; readonly text: (value: number) => string };
  readonly lines: readonly ChartLine[];
  /** What there is to be seen, in a sentence. */
  readonly summary: string;
}

/** So many places at most: more than a chart of its size can show tells nobody more. */
export const MOST_PLACES = 120;

/** Every second one, and always the last. */
export function halved<T>(all: readonly T[]): T[] {
  return all.filter((_, i) => i % 2 === 0 || i === all.length - 1);
}

const UNITS = [
  { name: 'seconds', short: 's', ms: 1000, from: 0 },
  { name: 'minutes', short: 'min', ms: 60_000, from: 300_000 },
  { name: 'hours', short: 'h', ms: 3_600_000, from: 18_000_000 },
] as const;

/** Times in the unit that suits the longest of them (milliseconds). */
export function timesAcross(times: readonly number[]): Chart['across'] {
  const longest = Math.max(0, ...times);
  const unit = UNITS.findLast(({ from }) => longest >= from) ?? UNITS[0];
  return {
    name: unit.name,
    places: times.map((ms) => ms / unit.ms),
    text: (place) => `${Number(place.toFixed(longest < 10 * unit.ms ? 2 : 1))} ${unit.short}`,
  };
}
