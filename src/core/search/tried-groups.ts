/** What a search has made, by what it is to it: goals, pieces, and what these are made of. */
import type { Task } from '../task/task.ts';
import { EMPTY_SET } from '../values/value.ts';
import { TYPES, type Bank, type StateId } from './bank.ts';
import { isPaint } from './layers.ts';
import { Pieces } from './pieces.ts';

/** Grids of the size of the output, pieces that are right wherever they paint, choices of objects, and other grids. */
export type TriedKind = 'sized' | 'right' | 'chosen' | 'grids';

export interface TriedStates {
  readonly kind: TriedKind;
  /** Cheapest first. */
  readonly states: readonly StateId[];
}

/** States of a type that are looked through, and pieces that are made. */
const LOOKED = 4000;
const PIECES = { patches: 1500, objects: 800, sources: 8, grids: 20 };

/** Grids that have the size of the output on every train pair. */
export function fittingOf({ arena: { exports: core } }: Bank): StateId[] {
  return Array.from({ length: core.fittingCount.value }, (_, i) => core.fittingAt(i));
}

/** No piece of the bank may be in use. */
export function groupsOf(bank: Bank, task: Task): TriedStates[] {
  const fitting = fittingOf(bank);
  const sized = new Set(fitting);
  const of = (letter: string): StateId[] => bank.cheapest(TYPES.indexOf(letter), LOOKED);
  const right = fitting.length === 0 ? [] : rightPieces(bank, task, fitting);
  return [
    { kind: 'sized', states: fitting },
    { kind: 'right', states: telling(bank, right) },
    { kind: 'chosen', states: telling(bank, [...of('S'), ...of('O')]) },
    { kind: 'grids', states: of('G').filter((state) => !sized.has(state)) },
  ];
}

/** Those that are empty on no input: nothing is to be seen where nothing was chosen. */
function telling(bank: Bank, states: readonly StateId[]): StateId[] {
  const { arena, inputs } = bank;
  arena.exports.enterBank();
  const nothing = arena.put(EMPTY_SET);
  return states.filter((state) => inputs.every((_, input) => bank.value(state, input) !== nothing));
}

/** States behind pieces that paint some cell, and none wrong, on any train pair. */
function rightPieces(bank: Bank, task: Task, fitting: readonly StateId[]): StateId[] {
  const colours = [...new Set(task.train.flatMap(({ output }) => output?.flat() ?? []))];
  const pieces = new Pieces(bank, colours, PIECES, fitting);
  const states = pieces.list.flatMap(({ layer, wrong }) => {
    if (pieces.count(wrong) > 0) return [];
    if (isPaint(layer)) return [layer.object];
    if (layer.kind === 'colour') return [layer.grid];
    return 'area' in layer && layer.area.kind === 'state' ? [layer.area.state] : [];
  });
  return [...new Set(states)];
}
