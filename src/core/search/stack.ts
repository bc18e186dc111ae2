/**
 * Laying pieces over a grid until every cell of every train output is right: greedily from the top layer down, the
 * piece first that paints most of what is missing among those that paint no visible cell wrong. From each of the best
 * first pieces anew.
 */
import type { StateId } from './bank.ts';
import { isPaint, type Layer, type Source, type Stack } from './layers.ts';
import type { Pieces } from './pieces.ts';

export interface StackLimits {
  readonly bases: number;
  readonly firsts: number;
  readonly layers: number;
  /** Bases for which set operations and underfills are tried. */
  readonly combined: number;
  /** Supersets that are tried with partners, for each colour. */
  readonly supersets: number;
}

const STACK_LIMITS: StackLimits = { bases: 12, firsts: 14, layers: 5, combined: 3, supersets: 12 };

/** A layer that paints nothing wrong on a base, and the cells that it puts right. */
export interface Step {
  readonly base: StateId;
  readonly layer: Layer;
  readonly cells: number;
}

interface Base {
  readonly state: StateId;
  /** The mask of its wrong cells, and how many there are. */
  readonly wrong: number;
  readonly cells: number;
}

/** States that are bases of steps: the input, and what was made of it at once. */
const FEW_BASES = 400;
/** Train pairs of tasks of which one may be left out, and first pieces that are tried then. */
const FEWEST_PAIRS = 3;
const MOST_PAIRS = 6;
const TOLERANT_FIRSTS = 5;
/** First pieces of a base after which set operations may close what is left. */
const CLOSED = 4;
/** More than there are pieces: a power of two, so that keys are exact. */
const PIECES_BOUND = 2 ** 22;
/** Pieces that are laid on a base: half of them those that put most right, half the cheapest. */
const MOST_USEFUL = 3000;

export class Stacks {
  private readonly pieces: Pieces;
  private readonly limits: StackLimits;
  /** What gives every train output, cheapest first once `find` is done. */
  readonly found: Stack[] = [];
  /** What gives all train outputs but one, cheapest first. */
  readonly almost: Stack[] = [];
  /** What comes nearest, and the cells that it lacks. */
  nearest: Stack | null = null;
  missing = Infinity;
  /** Grids on which pieces were laid, those with the fewest wrong cells first. */
  nearestBases: readonly StateId[] = [];
  /** Single layers that help, most cells first. */
  readonly steps: Step[] = [];
  /** Where the list for `bestPiece` stands. */
  private list = 0;

  constructor(pieces: Pieces, limits: StackLimits = STACK_LIMITS) {
    this.pieces = pieces;
    this.limits = limits;
  }

  /** Lays pieces over one base after the other; yields after each. `tolerant`: also with one pair left out. */
  *find(fitting: readonly StateId[], tolerant: boolean): Generator<void> {
    const bases = this.bases(fitting);
    this.nearestBases = [...bases].sort((a, b) => a.cells - b.cells).map(({ state }) => state);
    for (const [i, base] of bases.entries()) {
      this.on(base, i < this.limits.combined, tolerant);
      yield;
    }
    this.almost.sort((a, b) => a.cost - b.cost);
    this.steps.sort((a, b) => b.cells - a.cells || a.layer.cost - b.layer.cost);
    this.found.sort((a, b) => a.cost - b.cost);
  }

  /** Full-size grids with the fewest wrong cells, and some of the cheapest. */
  private bases(fitting: readonly StateId[]): Base[] {
    const { pieces, limits } = this;
    const { core, bank } = pieces;
    const ranked = fitting.slice(0, 1500).map((state) => {
      const wrong = core.wrongMask(state);
      const cells = pieces.count(wrong);
      core.dropMasks(wrong);
      return { state, cells };
    });
    const cheap = [...ranked].sort((a, b) => bank.costs[a.state] - bank.costs[b.state]);
    const best = [...cheap].sort((a, b) => a.cells - b.cells);
    const chosen = new Set([...cheap.slice(0, 4), ...best.slice(0, limits.bases - 4)]);
    return [...chosen].map(({ state, cells }) => ({ state, cells, wrong: core.wrongMask(state) }));
  }

  private on(base: Base, combining: boolean, tolerant: boolean): void {
    if (base.cells === 0) return;
    const { pieces } = this;
    const { core } = pieces;
    const keptPieces = pieces.list.length;
    const keptMasks = core.maskCount.value;
    if (combining) {
      this.addUnder(base);
      const residual = core.newMask();
      for (const source of pieces.sources) {
        core.combineMasks(0, base.wrong, source.mask, residual);
        if (pieces.count(residual) > 0) this.addCombined(source, residual, pieces.none);
      }
    }
    const useful = this.useful(base, pieces.none);
    const firsts: number[] = [];
    for (const piece of useful) {
      if (core.clean(piece, pieces.none) === 0) continue;
      firsts.push(piece);
      if (base.state < FEW_BASES)
        this.steps.push({
          base: base.state,
          layer: pieces.list[piece].layer,
          cells: core.countIn(pieces.list[piece].paints, base.wrong, pieces.none),
        });
      if (firsts.length === this.limits.firsts) break;
    }
    firsts.forEach((first, i) =>
      this.greedy(base, first, useful.length, combining && i < CLOSED, pieces.none),
    );
    if (combining && tolerant && this.found.length === 0) this.tolerantly(base);
    pieces.drop(keptPieces);
    core.dropMasks(keptMasks);
  }

  /** Where nothing gives all pairs, one of them may be out of the ordinary: each is left out in turn. */
  private tolerantly(base: Base): void {
    const { pieces } = this;
    const { core, bank } = pieces;
    if (bank.trainCount < FEWEST_PAIRS || bank.trainCount > MOST_PAIRS) return;
    for (let pair = 0; pair < bank.trainCount; pair++) {
      const except = core.pairMask(pair);
      const useful = this.useful(base, except);
      let tried = 0;
      for (const piece of useful) {
        if (core.clean(piece, except) === 0) continue;
        this.greedy(base, piece, useful.length, false, except);
        if (++tried === TOLERANT_FIRSTS) break;
      }
      core.dropMasks(except);
    }
  }

  /**
   * The pieces that can be part of what puts a base right, those first that paint most of what is wrong, cheaper before
   * dearer; written for `bestPiece`, too. The cells of the mask `except` do not count.
   */
  private useful({ wrong }: Base, except: number): Int32Array {
    const { core, bank } = this.pieces;
    const count = core.usablePieces(wrong, except, MOST_USEFUL);
    const from = core.usableAt() >> 2;
    const pairs = bank.arena.ints().slice(from, from + 2 * count);
    const keys = new Float64Array(count);
    for (let i = 0; i < count; i++) keys[i] = pairs[2 * i] - pairs[2 * i + 1] * PIECES_BOUND;
    keys.sort();
    const useful = new Int32Array(count);
    keys.forEach((key, i) => {
      const cells = Math.ceil(-key / PIECES_BOUND);
      useful[i] = key + cells * PIECES_BOUND;
      pairs[2 * i] = useful[i];
      pairs[2 * i + 1] = cells;
    });
    this.list = core.listWords(2 * count);
    bank.arena.ints().set(pairs, this.list >> 2);
    return useful;
  }

  /** The cells of the pair `except` (a mask; without any: none) do not count. */
  private greedy(base: Base, first: number, useful: number, combining: boolean, except: number): void {
    const { pieces, limits } = this;
    const { core, none } = pieces;
    const kept = core.maskCount.value;
    const keptPieces = pieces.list.length;
    const residual = core.newMask();
    const painted = core.newMask();
    core.combineMasks(2, base.wrong, except, residual);
    core.combineMasks(1, except, none, painted);
    const layers: Layer[] = [];
    for (let piece = first; piece >= 0;) {
      const { layer, paints } = pieces.list[piece];
      layers.unshift(layer);
      core.combineMasks(2, residual, paints, residual);
      core.combineMasks(1, painted, paints, painted);
      if (pieces.count(residual) === 0) {
        const cost = layers.reduce((sum, each) => sum + each.cost, pieces.bank.costs[base.state]);
        (except === none ? this.found : this.almost).push({ base: base.state, layers, cost });
        break;
      }
      const missing = pieces.count(residual);
      if (except === none && missing < this.missing) {
        this.missing = missing;
        const cost = layers.reduce((sum, each) => sum + each.cost, pieces.bank.costs[base.state]);
        this.nearest = { base: base.state, layers: [...layers], cost };
      }
      if (layers.length === limits.layers) break;
      piece = core.bestPiece(this.list, useful, residual, painted);
      if (piece < 0 && combining) piece = this.closing(residual, painted);
    }
    pieces.drop(keptPieces);
    core.dropMasks(kept);
  }

  /** Where no piece helps: a set operation that paints all that is missing of some colour; -1 for none. */
  private closing(residual: number, painted: number): number {
    const { pieces } = this;
    const { core } = pieces;
    const before = pieces.list.length;
    const needed = core.newMask();
    for (const source of pieces.sources) {
      core.combineMasks(0, residual, source.mask, needed);
      if (pieces.count(needed) === 0) continue;
      this.addCombined(source, needed, painted);
      if (pieces.list.length > before) return before;
    }
    return -1;
  }

  /** Adds pieces that are laid under what there is and so are clean on the base where laid over it they are not. */
  private addUnder({ state }: Base): void {
    const { pieces } = this;
    const { core, list } = pieces;
    const background = core.backgroundMask(state);
    const count = list.length;
    for (let i = 0; i < count; i++) {
      const { layer, paints, wrong } = list[i];
      if ((layer.kind !== 'fill' && layer.kind !== 'paint') || pieces.count(wrong) === 0) continue;
      if (core.countIn(wrong, background, pieces.none) > 0) continue;
      const under = core.newMask();
      core.combineMasks(0, paints, background, under);
      const clean = core.newMask();
      const laid: Layer = isPaint(layer) ? { ...layer, kind: 'underpaint' } : { ...layer, kind: 'underfill' };
      pieces.add({ layer: laid, paints: under, wrong: clean });
    }
  }

  /** Adds pieces of two areas each that paint all of `needed`, and outside of `painted` nothing wrong. */
  private addCombined(source: Source, needed: number, painted: number): void {
    const { pieces, limits } = this;
    const { core, areas, bank } = pieces;
    const room = core.scratchWords(areas.length);
    const bad = core.newMask();
    core.combineMasks(2, pieces.all, source.mask, bad);
    core.combineMasks(2, bad, painted, bad);
    core.supersets(needed, bad, room);
    const ints = bank.arena.ints();
    const counts = ints.slice(room >> 2, (room >> 2) + areas.length);
    const candidates: number[] = [];
    for (let i = 0; i < counts.length; i++) if (counts[i] > 0) candidates.push(i);
    candidates.sort((a, b) => counts[a] - counts[b] || a - b);
    const cheap = [...candidates].sort((a, b) => a - b).slice(0, limits.supersets / 2);
    const chosen = new Set([...cheap, ...candidates.slice(0, limits.supersets / 2)]);
    let best: { a: number; b: number; how: number; cost: number }[] = [];
    for (const a of chosen) {
      core.partners(a, needed, bad, room);
      const found = bank.arena.ints().subarray(room >> 2, (room >> 2) + areas.length);
      let made = 0;
      for (let b = 0; b < found.length && made < 2; b++) {
        if (found[b] === 0 || b === a) continue;
        made++;
        best.push({ a, b, how: found[b], cost: bank.costs[areas[a]] + bank.costs[areas[b]] + 1 });
      }
    }
    best = best.sort((a, b) => a.cost - b.cost).slice(0, 4);
    for (const { a, b, how, cost } of best) {
      const paints = core.newMask();
      core.combineMasks(how === 1 ? 0 : 2, core.areaMask(a), core.areaMask(b), paints);
      const kind = how === 1 ? 'intersection' : 'difference';
      pieces.add(pieces.fill('fill', paints, source, { kind, a: areas[a], b: areas[b] }, cost));
    }
  }
}
