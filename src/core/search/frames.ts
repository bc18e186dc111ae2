/**
 * Frames: of a task whose pairs lie in different directions, some along rows and some along columns, the pairs are laid alike
 * before it is searched. What is found turns the inputs on which a condition holds, and turns what it makes of them back.
 */
import type { Arena } from '../engine/arena.ts';
import { ProgramRunner } from '../engine/runner.ts';
import type { GridRows, Task } from '../task/task.ts';
import { Nodes } from './nodes.ts';
import { COLOUR_NAMES } from './layers.ts';
import { readMacro, type MacroBody } from './macro.ts';
import { flipped, mirrored, turned } from './turns.ts';

/** Ways to lay a grid otherwise that are their own contraries. */
const TURNS = { dmirror: turned, vmirror: mirrored, hmirror: flipped };
type Turn = keyof typeof TURNS;

export interface Frame {
  readonly turn: Turn;
  /** The condition on the input `x`. */
  readonly text: string;
  readonly condition: MacroBody;
  /** Whether it holds, for each train input and then for each test input. */
  readonly holds: readonly boolean[];
}

/** What a frame adds to the cost of what is found in it. */
export const FRAME_COST = 5;
const MOST = 3;

/** Frames in which the pairs may lie alike: what changes from input to output lies otherwise where the condition holds. */
export function framesOf(arena: Arena, task: Task): Frame[] {
  const pairs = task.train.map(({ input, output }) => ({ input, output: output as GridRows }));
  const inputs = [...task.train, ...task.test].map(({ input }) => input);
  const runner = new ProgramRunner(arena);
  const frames: Frame[] = [];
  const known = new Set<string>();
  for (const [turn, text] of conditionsOn(inputs)) {
    const sides = pairs.map(({ input, output }) => sideOf(turn, input, output));
    if (!sides.includes(1) || !sides.includes(-1)) continue;
    const condition = readMacro(text);
    const shown = runner.outputs(marked(condition), inputs);
    const holds = shown.map((rows) => rows?.[0][0] === 1);
    const key = `${turn} ${holds.join()}`;
    if (shown.includes(null) || known.has(key)) continue;
    known.add(key);
    const agrees = [1, -1].some((side) =>
      sides.every((each, i) => each === 0 || (each === side) === holds[i]),
    );
    if (agrees && frames.push({ turn, text, condition, holds }) === MOST) break;
  }
  return frames;
}

/** The grid of pair `i` as it lies in the frame, or from there as it lies outside. */
export const inFrame = ({ turn, holds }: Frame, rows: GridRows, i: number): GridRows =>
  holds[i] ? TURNS[turn](rows) : rows;

/** A program that gives a cell of colour 1 where the condition holds, and one of colour 0 where not. */
function marked(condition: MacroBody): ReturnType<Nodes['program']> {
  const nodes = new Nodes();
  const colour = nodes.call(
    'branch',
    nodes.body(condition, [nodes.name('I')]),
    nodes.name('ONE'),
    nodes.name('ZERO'),
  );
  return nodes.program(nodes.call('canvas', colour, nodes.name('UNITY')));
}

/** Conditions by the turn that they may ask for, simple ones first. */
function conditionsOn(inputs: readonly GridRows[]): [Turn, string][] {
  const everywhere = COLOUR_NAMES.filter((_, colour) =>
    inputs.every((rows) => rows.some((row) => row.includes(colour))),
  );
  const areas = everywhere.map((colour) => `ofcolor(x, ${colour})`);
  const long = [
    'portrait(x)',
    'portrait(merge(objects(x, T, T, T)))',
    'portrait(argmax(objects(x, T, T, T), size))',
    'vline(argmax(frontiers(x), size))',
    ...areas.map((area) => `portrait(${area})`),
  ];
  const placed = ['merge(objects(x, T, T, T))', 'argmax(objects(x, T, T, T), size)', ...areas];
  const aside = (place: string, length: string): string[] =>
    placed.map((area) => `greater(double(${place}(center(${area}))), decrement(${length}(x)))`);
  const apart = (first: string): string[] =>
    areas.flatMap((area, i) =>
      areas.slice(i + 1).map((other) => `greater(${first}(${area}), ${first}(${other}))`),
    );
  return [
    ...long.map((text): [Turn, string] => ['dmirror', text]),
    ...[...aside('last', 'width'), ...apart('leftmost')].map((text): [Turn, string] => ['vmirror', text]),
    ...[...aside('first', 'height'), ...apart('uppermost')].map((text): [Turn, string] => ['hmirror', text]),
  ];
}

/**
 * For `dmirror` 1 where what changes is higher than wide and -1 where it is wider, for the others 1 where it lies beyond
 * the middle and -1 where before; 0 where neither. Of outputs of another size all of it changes.
 */
function sideOf(turn: Turn, input: GridRows, output: GridRows): number {
  const same = input.length === output.length && input[0].length === output[0].length;
  if (!same) return turn === 'dmirror' ? Math.sign(output.length - output[0].length) : 0;
  const rows: number[] = [];
  const columns: number[] = [];
  output.forEach((row, i) =>
    row.forEach((cell, j) => {
      if (cell === input[i][j]) return;
      rows.push(i);
      columns.push(j);
    }),
  );
  if (rows.length === 0) return 0;
  const [top, bottom, left, right] = [
    Math.min(...rows),
    Math.max(...rows),
    Math.min(...columns),
    Math.max(...columns),
  ];
  if (turn === 'dmirror') return Math.sign(bottom - top - (right - left));
  return turn === 'vmirror'
    ? Math.sign(left + right - (output[0].length - 1))
    : Math.sign(top + bottom - (output.length - 1));
}
