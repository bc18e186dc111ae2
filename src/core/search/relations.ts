/**
 * What each train output has to do with its input, and each test output should have, too: relations that hold on all
 * train pairs. A program that is right by chance often breaks one of them.
 */
import type { GridRows } from '../task/task.ts';

/** An input with its output, or with what a program gives. */
export interface Shown {
  readonly input: GridRows;
  readonly output: GridRows;
}

/** The train pairs, and the same of a test input. */
type Broken = (train: readonly Shown[], shown: Shown) => boolean;

const COLOURS = 8;
const NEW_CHANGE = 5;
const NOT_MADE = 6;
const NOT_LOST = 4;
const CHANGED = 7;

/** Groups of relations, each with the doubt where one of the group is broken. */
const RELATIONS: readonly { readonly doubt: number; readonly broken: readonly Broken[] }[] = [
  {
    doubt: COLOURS,
    broken: [
      unless(({ input, output }) => isWithin(output, input)),
      unless(({ input, output }) => isWithin(output, input) && isWithin(input, output)),
      unlessEqual(({ output }) => coloursOf(output).size),
      unlessEqual(({ input, output }) => coloursOf(output).size - coloursOf(input).size),
    ],
  },
  { doubt: NEW_CHANGE, broken: [changesAnew] },
  // Colours that some cells take on every pair, and such that some cells lose.
  { doubt: NOT_MADE, broken: [unlessColours(({ to }) => to)] },
  { doubt: NOT_LOST, broken: [unlessColours(({ from }) => from)] },
  { doubt: CHANGED, broken: [unlessEqual((shown) => changesOf(shown)?.length ?? null)] },
];

/** Doubts about what a program gives for test inputs. */
export function brokenRelations(train: readonly Shown[], tests: readonly Shown[]): number {
  return RELATIONS.filter(({ broken }) =>
    broken.some((each) => tests.some((shown) => each(train, shown))),
  ).reduce((sum, { doubt }) => sum + doubt, 0);
}

/** A cell that is another one in the output of the same size. */
interface Change {
  readonly from: number;
  readonly to: number;
}

/** null where the size is another. */
function changesOf({ input, output }: Shown): Change[] | null {
  if (input.length !== output.length || input[0].length !== output[0].length) return null;
  return input.flatMap((row, i) =>
    row.flatMap((from, j) => (output[i][j] === from ? [] : [{ from, to: output[i][j] }])),
  );
}

const coloursOf = (rows: GridRows): Set<number> => new Set(rows.flat());
const isWithin = (a: GridRows, b: GridRows): boolean => {
  const known = coloursOf(b);
  return a.every((row) => row.every((cell) => known.has(cell)));
};

/** Broken where the relation holds on all train pairs, and not here. */
function unless(holds: (shown: Shown) => boolean): Broken {
  return (train, shown) => !holds(shown) && train.every(holds);
}

/** Broken where a measure is the same on two train pairs and more, and another one here. */
function unlessEqual(measure: (shown: Shown) => number | null): Broken {
  return (train, shown) => {
    const usual = measure(train[0]);
    if (usual === null || train.length === 1 || measure(shown) === usual) return false;
    return train.every((pair) => measure(pair) === usual);
  };
}

/** Broken where changes on all train pairs have a colour that none has here. */
function unlessColours(colour: (change: Change) => number): Broken {
  const coloursOfChanges = (shown: Shown): Set<number> | null => {
    const changes = changesOf(shown);
    return changes === null ? null : new Set(changes.map(colour));
  };
  return (train, shown) => {
    const here = coloursOfChanges(shown);
    const there = train.map(coloursOfChanges);
    if (here === null || there.some((each) => each === null)) return false;
    return [...(there[0] ?? [])].some((each) => !here.has(each) && there.every((all) => all?.has(each)));
  };
}

/** Whether cells of a colour that train inputs have, too, become or stay what no such cell does there. */
function changesAnew(train: readonly Shown[], shown: Shown): boolean {
  const seen = new Set<string>();
  const known = new Set<number>();
  for (const pair of [...train, shown])
    if (pair.input.length !== pair.output.length || pair.input[0].length !== pair.output[0].length)
      return false;
  for (const { input, output } of train)
    input.forEach((row, i) =>
      row.forEach((from, j) => {
        known.add(from);
        seen.add(`${from} ${output[i][j]}`);
      }),
    );
  return shown.input.some((row, i) =>
    row.some((from, j) => known.has(from) && !seen.has(`${from} ${shown.output[i][j]}`)),
  );
}
