/**
 * Pieces: index sets and objects of the bank as bit masks over all cells of all train outputs, each with what it paints
 * and what of that it paints wrong.
 */
import type { Arena } from '../engine/arena.ts';
import type { GridRows } from '../task/task.ts';
import { TYPES, type Bank, type StateId } from './bank.ts';
import type { Area, Layer, Source } from './layers.ts';
import { TrainEqual } from './train-equal.ts';

const OBJECT = TYPES.indexOf('O');
const INDICES = TYPES.indexOf('P');
const COLOUR = TYPES.indexOf('C');

/** What a layer adds to the cost of what it is made of. */
const LAYER_COST = 2;
/** A piece of which less than this share is right is no piece. */
const LEAST_RIGHT = 0.25;

/** Index sets that set operations are tried with. */
const MOST_AREAS = 2500;

export interface Piece {
  readonly layer: Layer;
  /** Numbers of masks. */
  readonly paints: number;
  readonly wrong: number;
}

export interface PieceLimits {
  readonly patches: number;
  readonly objects: number;
  readonly sources: number;
  /** Full-size grids of which single colours are pieces. */
  readonly grids: number;
}

export class Pieces {
  readonly bank: Bank;
  readonly core: Bank['arena']['exports'];
  /** The masks without cells, and with all. */
  readonly none: number;
  readonly all: number;
  readonly sources: Source[] = [];
  /** All pieces, cheapest first, in the order of their numbers in the arena. */
  readonly list: Piece[] = [];
  /** The states behind the arena's areas, by number, cheapest first. */
  readonly areas: StateId[] = [];
  /** By the cells that they paint in colours of their own, and by their places. */
  readonly paints = new TrainEqual();
  readonly places = new TrainEqual();

  /** The outputs must have been told to the arena before. */
  constructor(bank: Bank, constants: readonly number[], limits: PieceLimits, fitting: readonly StateId[]) {
    this.bank = bank;
    this.core = bank.arena.exports;
    const { core } = this;
    core.dropMasks(0);
    core.dropPieces(0);
    core.dropAreas();
    this.none = core.newMask();
    this.all = core.newMask();
    this.fillAll();
    for (const constant of constants)
      this.sources.push({ constant, state: -1, cost: 0, mask: core.colourMask(constant) });
    for (const state of bank.cheapest(COLOUR, limits.sources)) {
      const mask = core.sourceMask(state);
      if (this.count(mask) > 0) this.sources.push({ constant: -1, state, cost: bank.costs[state] + 1, mask });
    }
    const made: Piece[] = [];
    const patches = [...bank.cheapest(INDICES, limits.patches), ...bank.aside[INDICES]];
    const objects = [...bank.cheapest(OBJECT, limits.objects), ...bank.aside[OBJECT]];
    const states = [...patches, ...objects].sort((a, b) => bank.costs[a] - bank.costs[b]);
    const isObject = new Set(objects);
    for (const state of states) this.patch(state, isObject.has(state), made);
    for (const state of fitting.slice(0, limits.grids)) this.grid(state, made);
    made.sort((a, b) => a.layer.cost - b.layer.cost);
    for (const piece of made) this.add(piece);
  }

  /** Cells of a mask. */
  count(mask: number): number {
    return this.core.countIn(mask, this.all, this.none);
  }

  add(piece: Piece): void {
    this.list.push(piece);
    this.core.addPiece(piece.paints, piece.wrong);
  }

  /** Gives up pieces from number `count` on. */
  drop(count: number): void {
    this.list.length = count;
    this.core.dropPieces(count);
  }

  private fillAll(): void {
    const { core } = this;
    const word = core.maskAt(this.all) >> 2;
    const cells = core.cellCount.value;
    const ints = this.bank.arena.ints();
    for (let cell = 0; cell < cells; cell++) ints[word + (cell >> 5)] |= 1 << (cell & 31);
  }

  private patch(state: StateId, coloured: boolean, made: Piece[]): void {
    const { bank, core } = this;
    const kept = core.maskCount.value;
    const places = core.patchMasks(state);
    const size = this.count(places);
    if (size === 0) return core.dropMasks(kept);
    const cost = bank.costs[state];
    if (coloured && this.count(places + 1) < size * (1 - LEAST_RIGHT)) {
      if (this.paints.add(state, `${this.keyOf(places)} ${this.keyOf(places + 1)}`))
        made.push({
          layer: { kind: 'paint', object: state, cost: cost + LAYER_COST },
          paints: places,
          wrong: places + 1,
        });
    }
    if (!this.places.add(state, this.keyOf(places))) return coloured ? undefined : core.dropMasks(kept);
    if (this.areas.length < MOST_AREAS) {
      this.areas.push(state);
      core.addArea(places);
    }
    for (const source of this.sources) {
      const right = core.countIn(places, source.mask, this.none);
      if (right === 0 || right < size * LEAST_RIGHT) continue;
      made.push(this.fill('fill', places, source, { kind: 'state', state }, cost));
    }
  }

  /** A piece that fills the places of a mask. */
  fill(kind: 'fill' | 'underfill', paints: number, source: Source, area: Area, cost: number): Piece {
    const wrong = this.core.newMask();
    this.core.combineMasks(2, paints, source.mask, wrong);
    return { layer: { kind, source, area, cost: cost + source.cost + LAYER_COST }, paints, wrong };
  }

  /** The cells of single colours of a full-size grid. */
  private grid(state: StateId, made: Piece[]): void {
    if (state === 0) return;
    const { core } = this;
    for (const { constant, mask } of this.sources) {
      if (constant < 0) continue;
      const paints = core.gridMask(state, constant, -1);
      const size = this.count(paints);
      const right = core.countIn(paints, mask, this.none);
      if (right === 0 || right < size * LEAST_RIGHT) {
        core.dropMasks(paints);
        continue;
      }
      const wrong = core.newMask();
      core.combineMasks(2, paints, mask, wrong);
      const cost = this.bank.costs[state] + LAYER_COST + 1;
      made.push({ layer: { kind: 'colour', grid: state, colour: constant, cost }, paints, wrong });
    }
  }

  private keyOf(mask: number): string {
    const word = this.core.maskAt(mask) >> 2;
    return this.bank.arena
      .ints()
      .subarray(word, word + this.core.maskWords.value)
      .join();
  }
}

/** Tells the arena the outputs of the train pairs, over whose cells masks are laid. */
export function tellOutputs({ exports: core }: Arena, outputs: readonly GridRows[]): void {
  outputs.forEach((rows, i) => {
    core.setSize(i, rows.length, rows[0].length);
    core.addShape(i, rows.length, rows[0].length);
  });
  const wanted = core.endShapes();
  new Uint8Array(core.memory.buffer).set(outputs.flat(2), wanted);
}
