/**
 * Doubts about a program that gives all train outputs: what programs that are right by chance have in common, in the
 * unit of costs.
 */
import { meaningOf, type Program } from '../lang/program.ts';
import type { ProgramRunner } from '../engine/runner.ts';
import type { GridRows, Task } from '../task/task.ts';
import { brokenRelations, type Shown } from './relations.ts';
import { TURNS } from './turns.ts';

const FAILS = 60;
const WRONG_SIZE = 12;
const UNKNOWN_COLOUR = 6;
const LAYER = 1;
const BY_ORDER = 3;
/** Where another choice among equals would give other outputs. */
const UNSETTLED = 14;
/** A layer that no train pair needs. */
const IDLE = 6;

/** `given` are the outputs for all inputs, those of the train pairs first. */
export function doubtsOf(
  runner: ProgramRunner,
  task: Task,
  program: Program,
  given: readonly (GridRows | null)[],
): number {
  const inputs = [...task.train, ...task.test].map(({ input }) => input);
  return (
    doubtsOfText(program) +
    doubtsOfOutputs(task, given.slice(task.train.length)) +
    (runner.restsOnOrder(program, inputs, given) ? UNSETTLED : 0) +
    IDLE * idle(runner, shownOf(task), program) +
    unturned(runner, shownOf(task), program)
  );
}

/** For each layer, and each colour that is replaced, the share of train pairs that come out right without it, in all. */
function idle(runner: ProgramRunner, train: readonly Shown[], { nodes }: Program): number {
  let right = 0;
  for (let node = nodes.length - 1; isStep(nodes[node]);) {
    const [below] = nodes[node].args;
    const without = nodes
      .slice(0, node === nodes.length - 1 ? below + 1 : nodes.length)
      .map(({ op, args }) => ({ op, args: args.map((arg) => (arg === node ? below : arg)) }));
    const given = runner.outputs(
      { nodes: without },
      train.map(({ input }) => input),
    );
    right += train.filter(({ output }, i) => JSON.stringify(output) === JSON.stringify(given[i])).length;
    node = below;
  }
  return right / train.length;
}

/** Whether a node lays something over the grid that is its first argument, or replaces a colour of it. */
function isStep({ op }: Program['nodes'][number]): boolean {
  const meaning = meaningOf(op);
  if (meaning.kind !== 'call') return false;
  return meaning.primitive.doubt === 'layer' || meaning.primitive.name === 'replace';
}

function doubtsOfText(program: Program): number {
  let doubts = 0;
  let layers = 0;
  for (const { op } of program.nodes) {
    const meaning = meaningOf(op);
    if (meaning.kind !== 'call') continue;
    const { doubt } = meaning.primitive;
    if (doubt === 'by-order') doubts += BY_ORDER;
    if (doubt === 'layer') layers++;
  }
  return doubts + LAYER * Math.max(0, layers - 1);
}

function doubtsOfOutputs(task: Task, outputs: readonly (GridRows | null)[]): number {
  let doubts = 0;
  const shown: Shown[] = [];
  outputs.forEach((output, i) => {
    const { input } = task.test[i];
    if (output === null) {
      doubts += FAILS;
      return;
    }
    shown.push({ input, output });
    if (!fitsSize(task, input, output)) doubts += WRONG_SIZE;
    doubts += UNKNOWN_COLOUR * strangers(task, input, output);
  });
  return doubts + brokenRelations(shownOf(task), shown);
}

/**
 * Over all ways to turn and mirror the task, the share of its train pairs that the program does not give then. One that
 * means what the task means hardly ever hangs on directions that the task does not have.
 */
function unturned(runner: ProgramRunner, train: readonly Shown[], program: Program): number {
  let missed = 0;
  for (const turn of TURNS) {
    const given = runner.outputs(
      program,
      train.map(({ input }) => turn(input)),
    );
    missed += train.filter(
      ({ output }, i) => JSON.stringify(turn(output)) !== JSON.stringify(given[i]),
    ).length;
  }
  return missed / train.length;
}

const shownOf = ({ train }: Task): Shown[] =>
  train.map(({ input, output }) => ({ input, output: output as GridRows }));

/** Whether the size follows the rule of the train pairs, where these have a simple one. */
function fitsSize(task: Task, input: GridRows, output: GridRows): boolean {
  const pairs = shownOf(task);
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
