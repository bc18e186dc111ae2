/**
 * A search as a worker does it: slice by slice, each question asking for some more. The worker keeps the search that it
 * was asked for last; one that begins in the middle of another is brought there by doing the same slices again, so that
 * it does not matter which worker answers, and a lost one can be replaced.
 */
import type { Arena } from '../engine/arena.ts';
import { bodyHash } from '../lang/body-hash.ts';
import { encodeProgram } from '../lang/program-code.ts';
import type { GridRows, Task } from '../task/task.ts';
import { Synthesis, type Answer, type GeneratorName } from './synthesis.ts';

/** What is searched for. Test outputs are not looked at, and need not be there. */
export interface SearchPlan {
  /** Tells one plan from another; equal keys must mean equal tasks. */
  readonly key: string;
  readonly task: Task;
}

export interface SearchRequest {
  readonly plan: SearchPlan;
  /** Slices that are done already. */
  readonly from: number;
  /** Milliseconds to go on for, at least one slice; no limit where left out. */
  readonly ms?: number;
  /** Steps of fuel in all at which to stop; no limit where left out. */
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
  /** Train pairs that it gives. */
  readonly matched: number;
  /** For each test input; null where it gives no grid of colours. */
  readonly outputs: readonly (GridRows | null)[];
}

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
  /** The most trusted first. */
  readonly answers: readonly FoundSolver[];
  /** What comes nearest while there is none: most pairs, fewest wrong cells. */
  readonly partial: FoundSolver | null;
  /** That and others that give some of the pairs, the best first. */
  readonly partials: readonly FoundSolver[];
  /** Bytes of values in the bank. */
  readonly bytes: number;
}

/** What a slice counts at least: laying pieces burns no fuel of its own. */
const SLICE_FUEL = 50_000;
/** Answers that are told. */
const MOST_TOLD = 8;

interface Running {
  readonly key: string;
  readonly synthesis: Synthesis;
  readonly slices: Generator<void>;
  done: boolean;
  count: number;
}

export class Searcher {
  private readonly arena: Arena;
  private readonly now: () => number;
  private running: Running | null = null;

  constructor(arena: Arena, now: () => number) {
    this.arena = arena;
    this.now = now;
  }

  search({ plan, from, ms = Infinity, fuel = Infinity }: SearchRequest): SearchReport {
    let running = this.running;
    if (running === null || running.key !== plan.key || running.count !== from) running = this.start(plan);
    while (running.count < from && !running.done) this.slice(running);
    const began = this.now();
    do {
      if (running.done || this.fuelOf(running) >= fuel) break;
      this.slice(running);
    } while (this.now() - began < ms);
    return this.report(running);
  }

  private start({ key, task }: SearchPlan): Running {
    const synthesis = new Synthesis(this.arena, task);
    this.running = { key, synthesis, slices: synthesis.slices(), done: false, count: 0 };
    return this.running;
  }

  private slice(running: Running): void {
    running.done = running.slices.next().done === true;
    running.count++;
  }

  private fuelOf({ count }: Running): number {
    return this.arena.exports.steps.value + count * SLICE_FUEL;
  }

  private report(running: Running): SearchReport {
    const { synthesis, count, done } = running;
    const { exports: core } = this.arena;
    const partials = synthesis.answers.length > 0 ? [] : synthesis.partials.map(told);
    return {
      slices: count,
      done,
      fuel: this.fuelOf(running),
      round: synthesis.round,
      applied: core.applied.value,
      distinct: core.stateCount.value,
      tried: synthesis.tried,
      answers: synthesis.answers.slice(0, MOST_TOLD).map(told),
      partial: partials[0] ?? null,
      partials,
      bytes: core.bankBytes(),
    };
  }
}

function told({ program, ...answer }: Answer): FoundSolver {
  return { ...answer, code: encodeProgram(program), hash: bodyHash(program) };
}
