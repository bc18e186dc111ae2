/**
 * A search as a worker does it: slice by slice, each question asking for some more of one track. The worker keeps the
 * search that it was asked for last; one that begins in the middle of another is brought there by doing the same slices
 * again, so that it does not matter which worker answers, and a lost one can be replaced.
 */
import type { Arena } from '../engine/arena.ts';
import { bodyHash } from '../lang/body-hash.ts';
import { encodeProgram } from '../lang/program-code.ts';
import type { GridRows, Task } from '../task/task.ts';
import type { BroughtBy, GeneratorName } from './brought.ts';
import { Track, type Find } from './track.ts';
import { elected } from './votes.ts';
import { chainText } from './wording.ts';

/** What is searched for. Test outputs are not looked at, and need not be there. */
export interface SearchPlan {
  /** Tells one plan from another; equal keys must mean equal tasks. */
  readonly key: string;
  readonly task: Task;
  /** A generator that is left out, to see what it is worth. */
  readonly without?: GeneratorName;
}

export interface SearchRequest {
  readonly plan: SearchPlan;
  /** The track of the search, a number below `TRACKS`. */
  readonly track: number;
  /** Slices of it that are done already. */
  readonly from: number;
  /** Milliseconds to go on for, at least one slice; no limit where left out. */
  readonly ms?: number;
  /** Steps of fuel at which to stop: what was found later is not told. No limit where left out. */
  readonly fuel?: number;
}

/** An answer as data. */
export interface FoundSolver {
  readonly code: Int32Array<ArrayBuffer>;
  /** Body hash. */
  readonly hash: string;
  readonly cost: number;
  readonly rank: number;
  readonly generator: GeneratorName;
  readonly round: number;
  /** All that it does, as macros in the order in which it takes them. */
  readonly steps: readonly string[];
  /** The same in words. */
  readonly words: string;
  /** Pieces that it lays over each other. */
  readonly layers: number;
  /** Train pairs that it gives, and cells of all train outputs that it has right. */
  readonly matched: number;
  readonly right: number;
  /** For each test input; null where it gives no grid of colours. */
  readonly outputs: readonly (GridRows | null)[];
  /** Fuel that its track had burnt by then. */
  readonly fuel: number;
}

/** How far a track has come, or all tracks of a search together. */
export interface SearchReport {
  /** Slices done in all. */
  readonly slices: number;
  /** The search has come to its end, or an answer is trusted so far that it stopped. */
  readonly done: boolean;
  /** Steps in all. */
  readonly fuel: number;
  readonly round: number;
  /** Expressions tried on single inputs, different vectors of values among them, programs run. */
  readonly applied: number;
  readonly distinct: number;
  readonly tried: number;
  readonly brought: BroughtBy;
  /** The best for each different outputs, the most trusted first. */
  readonly answers: readonly FoundSolver[];
  /** What comes nearest while there is none, the most pairs and then cells first. */
  readonly partials: readonly FoundSolver[];
  /** Bytes of the bank: of its values, and of what is noted of them. */
  readonly bytes: number;
}

/** Answers that are told. */
const MOST_TOLD = 8;

/** A track at work, in an arena of its own: two banks in one would not know of each other. */
interface Running {
  readonly track: Track;
  readonly slices: Generator<void>;
  done: boolean;
}

export class Searcher {
  private readonly arenaOf: (track: number) => Arena;
  private readonly now: () => number;
  private key: string | null = null;
  private readonly running = new Map<number, Running>();

  /** `arenaOf` gives each track the arena that it keeps; no two the same. */
  constructor(arenaOf: (track: number) => Arena, now: () => number) {
    this.arenaOf = arenaOf;
    this.now = now;
  }

  search({ plan, track, from, ms = Infinity, fuel = Infinity }: SearchRequest): SearchReport {
    if (this.key !== plan.key) this.running.clear();
    this.key = plan.key;
    let running = this.running.get(track);
    if (running?.track.count !== from) running = this.start(plan, track);
    while (running.track.count < from && !running.done) slice(running);
    const began = this.now();
    do {
      if (running.done || running.track.fuel >= fuel) break;
      slice(running);
    } while (this.now() - began < ms);
    return reportOf(running, fuel);
  }

  private start({ task, without }: SearchPlan, number: number): Running {
    const track = new Track(this.arenaOf(number), task, number, { without: without ?? null });
    const running = { track, slices: track.slices(), done: false };
    this.running.set(number, running);
    return running;
  }
}

function slice(running: Running): void {
  running.done = running.slices.next().done === true;
}

function reportOf({ track, done }: Running, until: number): SearchReport {
  const { count, fuel, round, applied, distinct, tried, brought, bytes } = track;
  const found = track.answers.filter((find) => find.fuel <= until);
  const answers = elected(found).slice(0, MOST_TOLD).map(told);
  const partials = answers.length > 0 ? [] : track.partials.slice(0, MOST_TOLD).map(told);
  return { slices: count, done, fuel, round, applied, distinct, tried, brought, bytes, answers, partials };
}

function told({ program, macros: _, ...rest }: Find): FoundSolver {
  return { ...rest, words: chainText(rest.steps), code: encodeProgram(program), hash: bodyHash(program) };
}
