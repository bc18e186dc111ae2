/** What tells some elements of a set from others: conditions on one element, with the elements that meet each. */
import type { Elements } from './elements.ts';
import { NUMBERS } from './layers.ts';
import {
  COLOUR_CONDITIONS,
  GRID_CONDITIONS,
  GRID_MEASURES,
  measure,
  OBJECT_CONDITIONS,
  OBJECT_MEASURES,
  type Measure,
} from './properties.ts';

export interface Predicate {
  /** A function of one element. */
  readonly text: string;
  readonly cost: number;
  /** Of each element 1 where it is met. */
  readonly met: Uint8Array;
}

/** Elements beyond which none is compared with all others. */
const MOST_COMPARED = 120;

/** All predicates of a set's elements, cheapest first; of those that the same elements meet, one. */
export function predicatesOf(elements: Elements, ofGrids: boolean, colours: readonly string[]): Predicate[] {
  const collected = new Collected(elements);
  const measures = ofGrids ? [...GRID_MEASURES] : [...OBJECT_MEASURES];
  const conditions = (ofGrids ? GRID_CONDITIONS : OBJECT_CONDITIONS).map((text) => ({ text, cost: 2 }));
  for (const colour of colours) {
    measures.push(measure(3, `rbind(colorcount, ${colour})`));
    if (!ofGrids)
      for (const text of COLOUR_CONDITIONS)
        conditions.push({ text: text.replaceAll(/\bc\b/g, colour), cost: 3 });
  }
  for (const { text, cost } of conditions) {
    const column = elements.column(text);
    if (column === null || typeof column[0] !== 'boolean') continue;
    collected.both(text, cost, (i) => column[i] === true);
  }
  for (const each of measures) {
    if (elements.total > MOST_COMPARED && /\bx\b/.test(each.text)) continue;
    const keys = elements.keys(each.text);
    if (keys !== null) byMeasure(collected, elements, each, keys);
  }
  return collected.list();
}

class Collected {
  private readonly elements: Elements;
  private readonly best = new Map<string, Predicate>();

  constructor(elements: Elements) {
    this.elements = elements;
  }

  add(text: string, cost: number, meets: (element: number) => boolean): void {
    const met = new Uint8Array(this.elements.total);
    let count = 0;
    for (let i = 0; i < met.length; i++) if (meets(i)) count += met[i] = 1;
    if (count === 0 || count === met.length) return;
    const key = met.join('');
    const before = this.best.get(key);
    if (before === undefined || cost < before.cost) this.best.set(key, { text, cost, met });
  }

  /** The condition and its contrary. */
  both(text: string, cost: number, meets: (element: number) => boolean): void {
    this.add(text, cost, meets);
    this.add(`compose(flip, ${text})`, cost + 1, (i) => !meets(i));
  }

  list(): Predicate[] {
    return [...this.best.values()].sort((a, b) => a.cost - b.cost);
  }
}

function byMeasure(
  collected: Collected,
  elements: Elements,
  { text, cost, ordered }: Measure,
  keys: readonly (number | string)[],
): void {
  const { inputOf } = elements;
  const values = [...new Set(keys)];
  if (values.length < 2) return;
  const numbers = values.filter((value): value is number => typeof value === 'number');
  for (const value of numbers.filter((number) => number >= 0 && number < NUMBERS.length)) {
    collected.both(`matcher(${text}, ${NUMBERS[value]})`, cost + 1, (i) => keys[i] === value);
    if (ordered)
      collected.both(
        `compose(rbind(greater, ${NUMBERS[value]}), ${text})`,
        cost + 2,
        (i) => Number(keys[i]) > value,
      );
  }
  if (ordered && numbers.length === values.length) {
    for (const [name, better] of [
      ['valmax', Math.max],
      ['valmin', Math.min],
    ] as const) {
      const extremes = perInput(inputOf, keys, (own) => better(...(own as number[])));
      collected.both(
        `matcher(${text}, ${name}(x, ${text}))`,
        cost + 1,
        (i) => keys[i] === extremes[inputOf[i]],
      );
    }
  }
  // What order alone would decide is no property.
  for (const [name, sign] of [
    ['mostcommon', 1],
    ['leastcommon', -1],
  ] as const) {
    const chosen = perInput(inputOf, keys, (own) => commonest(own, sign));
    if (chosen.includes(undefined)) continue;
    collected.both(
      `matcher(${text}, ${name}(apply(${text}, totuple(x))))`,
      cost + 1,
      (i) => keys[i] === chosen[inputOf[i]],
    );
  }
}

/** For each input what `choose` makes of the keys of its elements. */
function perInput<K, T>(
  inputOf: readonly number[],
  keys: readonly K[],
  choose: (own: readonly K[]) => T,
): (T | null)[] {
  const own: K[][] = Array.from({ length: (inputOf.at(-1) ?? 0) + 1 }, () => []);
  keys.forEach((key, i) => own[inputOf[i]].push(key));
  return own.map((each) => (each.length === 0 ? null : choose(each)));
}

/** The key that occurs most (sign 1) or least often; undefined where several do. */
function commonest<K>(keys: readonly K[], sign: number): K | undefined {
  const counts = new Map<K, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + sign);
  const most = Math.max(...counts.values());
  const chosen = [...counts].filter(([, count]) => count === most);
  return chosen.length === 1 ? chosen[0][0] : undefined;
}
