/** Goals of a search by look-up: grids that, once found, give the output by one more step. */
import type { Arena } from '../engine/arena.ts';
import type { GridRows } from '../task/task.ts';
import { putRows } from './bank.ts';
import { COLOUR_NAMES } from './layers.ts';
import { readMacro, type MacroBody } from './macro.ts';
import { flipped, mirrored, turned } from './turns.ts';

export interface Goal {
  /** The last step as an expression of `x`. */
  readonly text: string;
  /** What makes the output of a grid that meets the goal; `x` is that grid. */
  readonly last: MacroBody;
  readonly cost: number;
  /** One grid for each train pair. */
  readonly grids: readonly GridRows[];
  /** Whether it tells something that outputs can be undone so: all can be turned, few are made of copies. */
  readonly telling: boolean;
}

type Split = (rows: GridRows) => GridRows | null;

const leftHalf: Split = (rows) => {
  const width = rows[0].length;
  return width % 2 === 0 ? rows.map((row) => row.slice(0, width / 2)) : null;
};
const topHalf: Split = (rows) => (rows.length % 2 === 0 ? rows.slice(0, rows.length / 2) : null);
const rightHalf: Split = (rows) =>
  leftHalf(rows.map((row) => [...row].reverse()))?.map((row) => [...row].reverse()) ?? null;
const bottomHalf: Split = (rows) => (rows.length % 2 === 0 ? rows.slice(rows.length / 2) : null);

/** The part up to the middle line, with it. */
const upperOdd: Split = (rows) =>
  rows.length % 2 === 1 && rows.length > 1 ? rows.slice(0, (rows.length + 1) / 2) : null;
const leftOdd: Split = (rows) => {
  const width = rows[0].length;
  return width % 2 === 1 && width > 1 ? rows.map((row) => row.slice(0, (width + 1) / 2)) : null;
};
const beside = (rows: GridRows): GridRows => rows.map((row) => [...row, ...[...row].reverse().slice(1)]);

const both = (first: Split, second: Split, rows: GridRows): GridRows | null => {
  const part = first(rows);
  return part === null ? null : second(part);
};

/** A grid and its mirror image below or beside it, which have a line in common. */
const downward = (x: string): string =>
  `vconcat(${x}, crop(hmirror(${x}), DOWN, subtract(shape(${x}), DOWN)))`;
const sideways = (x: string): string =>
  `hconcat(${x}, crop(vmirror(${x}), RIGHT, subtract(shape(${x}), RIGHT)))`;

/** Last steps that can be undone: the expression, and the grid that it was made from. */
const INVERSES: readonly {
  readonly text: string;
  readonly cost: number;
  readonly undo: Split;
  readonly redo: (rows: GridRows) => GridRows;
  readonly telling?: boolean;
}[] = [
  { text: 'hconcat(x, x)', cost: 3, undo: leftHalf, redo: (x) => x.map((row) => [...row, ...row]) },
  { text: 'vconcat(x, x)', cost: 3, undo: topHalf, redo: (x) => [...x, ...x] },
  {
    text: 'hconcat(x, vmirror(x))',
    cost: 3,
    undo: leftHalf,
    redo: (x) => x.map((row, i) => [...row, ...mirrored(x)[i]]),
  },
  {
    text: 'hconcat(vmirror(x), x)',
    cost: 3,
    undo: rightHalf,
    redo: (x) => x.map((row, i) => [...mirrored(x)[i], ...row]),
  },
  { text: 'vconcat(x, hmirror(x))', cost: 3, undo: topHalf, redo: (x) => [...x, ...flipped(x)] },
  { text: 'vconcat(hmirror(x), x)', cost: 3, undo: bottomHalf, redo: (x) => [...flipped(x), ...x] },
  {
    text: 'vconcat(hconcat(x, x), hconcat(x, x))',
    cost: 4,
    undo: (rows) => both(topHalf, leftHalf, rows),
    redo: (x) => [...x, ...x].map((row) => [...row, ...row]),
  },
  {
    text: 'vconcat(hconcat(x, vmirror(x)), hmirror(hconcat(x, vmirror(x))))',
    cost: 4,
    undo: (rows) => both(topHalf, leftHalf, rows),
    redo: (x) => [...x, ...flipped(x)].map((row) => [...row, ...[...row].reverse()]),
  },
  { text: downward('x'), cost: 4, undo: upperOdd, redo: (x) => [...x, ...flipped(x).slice(1)] },
  { text: sideways('x'), cost: 4, undo: leftOdd, redo: beside },
  {
    text: downward(sideways('x')),
    cost: 5,
    undo: (rows) => both(upperOdd, leftOdd, rows),
    redo: (x) => [...beside(x), ...flipped(beside(x)).slice(1)],
  },
  { text: 'upscale(x, TWO)', cost: 3, undo: (x) => shrunk(x, 2), redo: (x) => grown(x, 2) },
  { text: 'upscale(x, THREE)', cost: 3, undo: (x) => shrunk(x, 3), redo: (x) => grown(x, 3) },
  {
    text: 'rot90(x)',
    cost: 3,
    undo: (x) => [...turned(x)].reverse(),
    redo: (x) => turned([...x].reverse()),
    telling: false,
  },
  { text: 'dmirror(x)', cost: 3, undo: turned, redo: turned, telling: false },
  { text: 'vmirror(x)', cost: 3, undo: mirrored, redo: mirrored, telling: false },
  { text: 'hmirror(x)', cost: 3, undo: flipped, redo: flipped, telling: false },
];

function shrunk(rows: GridRows, factor: number): GridRows | null {
  if (rows.length % factor !== 0 || rows[0].length % factor !== 0) return null;
  return rows.filter((_, i) => i % factor === 0).map((row) => row.filter((_, j) => j % factor === 0));
}

function grown(rows: GridRows, factor: number): GridRows {
  return rows.flatMap((row) => {
    const wide = row.flatMap((cell) => new Array<number>(factor).fill(cell));
    return new Array<number[]>(factor).fill(wide);
  });
}

const same = (a: GridRows, b: GridRows): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The outputs themselves first, and then what they could have been made from. */
export function goalsOf(outputs: readonly GridRows[], inputs: readonly GridRows[]): Goal[] {
  const goals: Goal[] = [{ text: 'x', last: readMacro('x'), cost: 0, grids: outputs, telling: false }];
  for (const { text, cost, undo, redo, telling = true } of INVERSES) {
    const grids = outputs.map((output) => {
      const before = undo(output);
      return before !== null && same(redo(before), output) ? before : null;
    });
    if (grids.every((grid) => grid !== null))
      goals.push({ text, last: readMacro(text), cost, grids, telling });
  }
  for (const [from, to] of renamed(outputs, inputs)) {
    const text = `replace(x, ${COLOUR_NAMES[from]}, ${COLOUR_NAMES[to]})`;
    goals.push({
      text,
      last: readMacro(text),
      cost: 3,
      grids: outputs.map((rows) => rows.map((row) => row.map((cell) => (cell === to ? from : cell)))),
      telling: true,
    });
  }
  return goals;
}

/** Pairs of colours of which one is in every input and no output, the other in every output and no input. */
function renamed(outputs: readonly GridRows[], inputs: readonly GridRows[]): [number, number][] {
  const own = (grids: readonly GridRows[], others: readonly GridRows[]): number[] =>
    COLOUR_NAMES.map((_, colour) => colour).filter(
      (colour) =>
        grids.every((rows) => rows.some((row) => row.includes(colour))) &&
        !others.some((rows) => rows.some((row) => row.includes(colour))),
    );
  const [gone, come] = [own(inputs, outputs), own(outputs, inputs)];
  return gone.flatMap((from) => come.map((to): [number, number] => [from, to]));
}

/** Has the bank look out for goals, each one grid for each train pair; they are numbered as they come. */
export function watchGoals(arena: Arena, goals: readonly (readonly GridRows[])[]): void {
  const { exports: core } = arena;
  for (const grids of goals) {
    core.enterBank();
    const handles = grids.map((rows) => putRows(arena, rows));
    const words = core.scratchWords(handles.length);
    arena.ints().set(handles, words >> 2);
    core.addGoal(core.trainDigest(words));
  }
}
