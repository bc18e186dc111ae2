/**
 * Differs: small programs that measure how the outputs of a task differ from its inputs: size, colours that come and go,
 * cells and objects. They see the train pairs alone.
 */
import type { GridRows, Task } from './task.ts';

/** A train pair. */
interface Example {
  readonly input: GridRows;
  readonly output: GridRows;
}

export type Difference =
  /** The output's size: the input's, the same on every pair, so many times the input's or that part of it, or none of it. */
  | { readonly kind: 'size'; readonly rule: 'same' | 'turned' | 'varies' }
  | {
      readonly kind: 'size';
      readonly rule: 'constant' | 'times' | 'part';
      readonly rows: number;
      readonly columns: number;
    }
  /** Colours that are only in outputs, or only in inputs: on every pair, or on some. */
  | { readonly kind: 'appear' | 'vanish'; readonly always: boolean; readonly colours: readonly number[] }
  /** All colours are where they were, only their cells are others: those of each colour as many as before. */
  | { readonly kind: 'moved' }
  /** Cells that are others, where the size stays: the fewest and the most of a pair. */
  | { readonly kind: 'cells'; readonly least: number; readonly most: number }
  /** The colour that each changed cell had before, or has now, where it is one alone on all pairs. */
  | { readonly kind: 'from' | 'to'; readonly colour: number }
  /** Objects before and after, where they tell something: the same number, fewer or more on every pair. */
  | { readonly kind: 'objects'; readonly change: 'same' | 'fewer' | 'more' | 'one' };

type Differ = (pairs: readonly Example[]) => readonly Difference[];

const DIFFERS: readonly Differ[] = [sizes, appearing, vanishing, moved, changed, objects];

/** What holds for all train pairs, the most telling first; nothing where a pair has no output. */
export function differencesOf({ train }: Task): readonly Difference[] {
  const pairs = train.flatMap(({ input, output }) => (output === null ? [] : [{ input, output }]));
  return pairs.length === 0 || pairs.length < train.length ? [] : DIFFERS.flatMap((differ) => differ(pairs));
}

const sizeOf = (rows: GridRows): readonly [number, number] => [rows.length, rows[0].length];
const areEqual = (a: readonly number[], b: readonly number[]): boolean => a.every((one, i) => one === b[i]);
const sameSize = ({ input, output }: Example): boolean => areEqual(sizeOf(input), sizeOf(output));

function sizes(pairs: readonly Example[]): readonly Difference[] {
  if (pairs.every(sameSize)) return [{ kind: 'size', rule: 'same' }];
  const first = pairs[0];
  const [rows, columns] = sizeOf(first.output);
  if (pairs.length > 1 && pairs.every(({ output }) => areEqual(sizeOf(output), [rows, columns])))
    return [{ kind: 'size', rule: 'constant', rows, columns }];
  if (pairs.every(({ input, output }) => areEqual(sizeOf(input), [...sizeOf(output)].reverse())))
    return [{ kind: 'size', rule: 'turned' }];
  const times = factors(
    pairs,
    ({ output }) => output,
    ({ input }) => input,
  );
  if (times !== null) return [{ kind: 'size', rule: 'times', ...times }];
  const part = factors(
    pairs,
    ({ input }) => input,
    ({ output }) => output,
  );
  return part === null ? [{ kind: 'size', rule: 'varies' }] : [{ kind: 'size', rule: 'part', ...part }];
}

/** How many times the larger grid has the rows and columns of the smaller one, where that is the same on all pairs. */
function factors(
  pairs: readonly Example[],
  larger: (pair: Example) => GridRows,
  smaller: (pair: Example) => GridRows,
): { rows: number; columns: number } | null {
  const of = (pair: Example): readonly number[] => {
    const [a, b] = [sizeOf(larger(pair)), sizeOf(smaller(pair))];
    return [a[0] / b[0], a[1] / b[1]];
  };
  const first = of(pairs[0]);
  const whole = first.every(Number.isInteger) && pairs.every((pair) => areEqual(of(pair), first));
  return whole ? { rows: first[0], columns: first[1] } : null;
}

function appearing(pairs: readonly Example[]): readonly Difference[] {
  return strangers(
    'appear',
    pairs.map(({ input, output }) => [output, input]),
  );
}

function vanishing(pairs: readonly Example[]): readonly Difference[] {
  return strangers(
    'vanish',
    pairs.map(({ input, output }) => [input, output]),
  );
}

/** Colours of the first grid that the second lacks. */
function strangers(
  kind: 'appear' | 'vanish',
  grids: readonly (readonly [GridRows, GridRows])[],
): Difference[] {
  const found = grids.map(([grid, other]) => {
    const there = new Set(other.flat());
    return new Set(grid.flat().filter((colour) => !there.has(colour)));
  });
  const all = [...new Set(found.flatMap((colours) => [...colours]))].sort((a, b) => a - b);
  const always = all.filter((colour) => found.every((colours) => colours.has(colour)));
  const some = all.filter((colour) => !always.includes(colour));
  return [
    ...(always.length > 0 ? [{ kind, always: true, colours: always }] : []),
    ...(some.length > 0 ? [{ kind, always: false, colours: some }] : []),
  ];
}

function moved(pairs: readonly Example[]): readonly Difference[] {
  const sorted = (rows: GridRows): string =>
    rows
      .flat()
      .sort((a, b) => a - b)
      .join();
  const same = pairs.every(({ input, output }) => sorted(input) === sorted(output));
  return same ? [{ kind: 'moved' }] : [];
}

function changed(pairs: readonly Example[]): readonly Difference[] {
  if (!pairs.every(sameSize)) return [];
  const before = new Set<number>();
  const after = new Set<number>();
  const counts = pairs.map(({ input, output }) => {
    let count = 0;
    output.forEach((row, r) =>
      row.forEach((cell, c) => {
        if (cell === input[r][c]) return;
        count++;
        before.add(input[r][c]);
        after.add(cell);
      }),
    );
    return count;
  });
  const cells: Difference = { kind: 'cells', least: Math.min(...counts), most: Math.max(...counts) };
  return [
    cells,
    ...[...before].slice(0, before.size === 1 ? 1 : 0).map((colour) => ({ kind: 'from', colour }) as const),
    ...[...after].slice(0, after.size === 1 ? 1 : 0).map((colour) => ({ kind: 'to', colour }) as const),
  ];
}

function objects(pairs: readonly Example[]): readonly Difference[] {
  const counts = pairs.map(({ input, output }) => [objectsIn(input), objectsIn(output)] as const);
  const told = (change: 'same' | 'fewer' | 'more' | 'one'): Difference[] => [{ kind: 'objects', change }];
  if (counts.some(([before]) => before === 0)) return [];
  if (counts.every(([before, after]) => before > 1 && after === 1)) return told('one');
  if (counts.every(([before, after]) => before === after)) return told('same');
  if (counts.every(([before, after]) => before > after)) return told('fewer');
  return counts.every(([before, after]) => before < after) ? told('more') : [];
}

/** Groups of touching cells of one colour, corners count, without those of the most common colour. */
function objectsIn(rows: GridRows): number {
  const [height, width] = sizeOf(rows);
  const cells = rows.flat();
  const ground = mostCommon(cells);
  const seen = new Uint8Array(cells.length);
  let count = 0;
  for (let start = 0; start < cells.length; start++) {
    if (seen[start] === 1 || cells[start] === ground) continue;
    count++;
    const left = [start];
    seen[start] = 1;
    for (let at = left.pop(); at !== undefined; at = left.pop()) {
      const [r, c] = [Math.floor(at / width), at % width];
      for (let i = Math.max(0, r - 1); i <= Math.min(height - 1, r + 1); i++)
        for (let j = Math.max(0, c - 1); j <= Math.min(width - 1, c + 1); j++) {
          const next = i * width + j;
          if (seen[next] === 1 || cells[next] !== cells[start]) continue;
          seen[next] = 1;
          left.push(next);
        }
    }
  }
  return count;
}

/** Of equally common ones the least. */
function mostCommon(cells: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const cell of cells) counts.set(cell, (counts.get(cell) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0][0];
}
