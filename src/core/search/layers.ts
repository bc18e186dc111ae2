/** Answers made of layers: what is laid over a grid, and how it is written in the dialect. */
import type { StateId } from './bank.ts';
import type { Expression } from './expression.ts';

/** A colour as the last step has it: a constant, or one for each pair, which a state gives. */
export interface Source {
  readonly constant: number;
  /** -1 for a constant. */
  readonly state: StateId;
  readonly cost: number;
  /** The mask of the output cells that have it. */
  readonly mask: number;
}

/** An index set, or what is made of two. */
export type Area =
  | { readonly kind: 'state'; readonly state: StateId }
  | { readonly kind: 'difference' | 'intersection'; readonly a: StateId; readonly b: StateId };

export type Layer =
  | {
      readonly kind: 'fill' | 'underfill';
      readonly source: Source;
      readonly area: Area;
      readonly cost: number;
    }
  | { readonly kind: 'paint' | 'underpaint'; readonly object: StateId; readonly cost: number }
  /** The cells of a full-size grid that have a colour. */
  | { readonly kind: 'colour'; readonly grid: StateId; readonly colour: number; readonly cost: number };

export interface Stack {
  readonly base: StateId;
  /** From the bottom up. */
  readonly layers: readonly Layer[];
  readonly cost: number;
}

export const COLOUR_NAMES = ['ZERO', 'ONE', 'TWO', 'THREE', 'FOUR', 'FIVE', 'SIX', 'SEVEN', 'EIGHT', 'NINE'];
/** Names of the integers from 0 on that have one. */
export const NUMBERS: readonly string[] = [...COLOUR_NAMES, 'TEN'];

type Painted = Extract<Layer, { readonly object: StateId }>;

/** Whether a layer lays an object in its own colours. */
export const isPaint = (layer: Layer): layer is Painted =>
  layer.kind === 'paint' || layer.kind === 'underpaint';

const LAYER_LENGTH = 2;
/** What a layer adds of a kind that is there already. */
const LAYER_AGAIN = 1;

/** What it takes to say how the layers of a stack are laid, without what they are made of. */
export function lengthOfLayers({ layers }: Stack): number {
  const said = new Set<string>();
  let length = 0;
  for (const layer of layers) {
    length += said.has(layer.kind) ? LAYER_AGAIN : LAYER_LENGTH;
    if (layer.kind === 'colour') length++;
    else if (!isPaint(layer) && layer.area.kind !== 'state') length++;
    said.add(layer.kind);
  }
  return length;
}

/** A stack with, for each layer in turn, each state of `substitutes` in the place of its own. */
export function* variantsOf(
  stack: Stack,
  substitutes: (state: StateId, coloured: boolean) => readonly StateId[],
): Generator<Stack> {
  for (const [i, layer] of stack.layers.entries()) {
    if (layer.kind === 'colour') continue;
    if (!isPaint(layer) && layer.area.kind !== 'state') continue;
    const own = isPaint(layer) ? layer.object : layer.area.kind === 'state' ? layer.area.state : 0;
    for (const state of substitutes(own, isPaint(layer))) {
      if (state === own) continue;
      const other: Layer = isPaint(layer)
        ? { ...layer, object: state }
        : { ...layer, area: { kind: 'state', state } };
      yield { ...stack, layers: stack.layers.map((each, k) => (k === i ? other : each)) };
    }
  }
}

/** Writes a stack; gives the number of its last node. */
export function writeStack(expression: Expression, { base, layers }: Stack): number {
  let grid = expression.state(base);
  for (const layer of layers) {
    if (isPaint(layer)) grid = expression.call(layer.kind, grid, expression.state(layer.object));
    else if (layer.kind === 'colour') {
      const colour = expression.name(COLOUR_NAMES[layer.colour]);
      const places = expression.call('ofcolor', expression.state(layer.grid), colour);
      grid = expression.call('fill', grid, colour, places);
    } else {
      const { constant, state } = layer.source;
      const colour = state >= 0 ? expression.state(state) : expression.name(COLOUR_NAMES[constant]);
      grid = expression.call(layer.kind, grid, colour, writeArea(expression, layer.area));
    }
  }
  return grid;
}

function writeArea(expression: Expression, area: Area): number {
  if (area.kind === 'state') return expression.state(area.state);
  return expression.call(area.kind, expression.state(area.a), expression.state(area.b));
}
