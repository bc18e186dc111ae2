/**
 * Doubts about a program that gives all train outputs: what programs that are right by chance have in common, in the
 * unit of costs.
 */
import { meaningOf, type Program } from '../lang/program.ts';
import type { GridRows, Task } from '../task/task.ts';

const FAILS = 60;
const WRONG_SIZE = 12;
const UNKNOWN_COLOUR = 6;
const LAYER = 2;
const BY_ORDER = 3;
/** Where another choice among equals would give other outputs. */
export const UNSETTLED = 4;

/** `outputs` are those that the program gives for the test inputs. */
export function doubtsOf(task: Task, program: Program, outputs: readonly (GridRows | null)[]): number {
  let doubts = 0;
  let layers = 0;
  for (const { op } of program.nodes) {
    const meaning = meaningOf(op);
    if (meaning.kind !== 'call') continue;
    const { doubt } = meaning.primitive;
    if (doubt === 'by-order') doubts += BY_ORDER;
    if (doubt === 'layer') layers++;
  }
  doubts += LAYER * Math.max(0, layers - 1);
  outputs.forEach((output, i) => {
    if (output === null) doubts += FAILS;
    else {
      if (!fitsSize(task, task.test[i].input, output)) doubts += WRONG_SIZE;
      doubts += UNKNOWN_COLOUR * strangers(task, task.test[i].input, output);
    }
  });
  return doubts;
}

/** Whether the size follows the rule of the train pairs, where these have a simple one. */
function fitsSize(task: Task, input: GridRows, output: GridRows): boolean {
  const pairs = task.train.map((pair) => ({ input: pair.input, output: pair.output as GridRows }));
  const same = (a: GridRows, b: GridRows): boolean => a.length === b.length && a[0].length === b[0].length;
  if (pairs.every((pair) => same(pair.input, pair.output))) return same(input, output);
  if (pairs.length > 1 && pairs.every((pair) => same(pair.output, pairs[0].output)))
    return same(output, pairs[0].output);
  return true;
}

/** Colours of the output that neither its input nor any train output has. */
function strangers(task: Task, input: GridRows, output: GridRows): number {
  const known = new Set([...input.flat(), ...task.train.flatMap((pair) => (pair.output as GridRows).flat())]);
  return [...new Set(output.flat())].filter((colour) => !known.has(colour)).length;
}
