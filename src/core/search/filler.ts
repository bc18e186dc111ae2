/**
 * The search for fillings as a worker does it: one block a question. The worker keeps the search that it was asked for
 * last; one that comes late, or in place of another, passes by the blocks before.
 */
import type { Arena } from '../engine/arena.ts';
import { encodeProgram } from '../lang/program-code.ts';
import type { Task } from '../task/task.ts';
import { FillSearch, type Filling } from './fill.ts';
import { readSketch, type Sketch } from './fill-sketch.ts';

/** What is to be filled. Test outputs are not looked at, and need not be there. */
export interface FillPlan {
  /** Tells one plan from another. */
  readonly key: string;
  readonly source: string;
  /** Which function of the source, by name; null takes the last one with a hole. */
  readonly solver: string | null;
  readonly task: Task;
}

export interface FillRequest {
  readonly plan: FillPlan;
  /** Number of the block, from 0 on. */
  readonly block: number;
}

/** A filling as data. */
export interface ToldFilling extends Omit<Filling, 'program'> {
  /** The solver with the holes filled. */
  readonly solver: string;
  readonly code: Int32Array<ArrayBuffer>;
  /** Calls in what fills the holes. */
  readonly calls: number;
}

export interface FillReport {
  /** Expressions that were put in and run. */
  readonly tried: number;
  /** The cost that the search has come to. */
  readonly cost: number;
  /** There is no block after this one. */
  readonly done: boolean;
  readonly fillings: readonly ToldFilling[];
}

export type FillAnswer =
  | { readonly ok: true; readonly report: FillReport }
  /** Why the solver cannot be filled, in a sentence. */
  | { readonly ok: false; readonly why: string };

interface Running {
  readonly key: string;
  readonly sketch: Sketch;
  readonly search: FillSearch;
}

export class Filler {
  private readonly arena: () => Arena;
  private running: Running | null = null;

  /** `arena` gives an arena that nobody else uses. */
  constructor(arena: () => Arena) {
    this.arena = arena;
  }

  fill({ plan, block }: FillRequest): FillAnswer {
    let running = this.running;
    if (running?.key !== plan.key || running.search.count > block) {
      const read = readSketch(plan.source, plan.solver);
      if (!read.ok) return read;
      running = {
        key: plan.key,
        sketch: read.sketch,
        search: new FillSearch(this.arena(), read.sketch, plan.task),
      };
      this.running = running;
    }
    const { search, sketch } = running;
    while (search.count < block && !search.done) search.next(false);
    const before = search.tried;
    const fillings = search.done ? [] : search.next(true);
    const { done, cost, tried } = search;
    return {
      ok: true,
      report: {
        tried: tried - before,
        cost,
        done,
        fillings: fillings.map((filling) => told(sketch, filling)),
      },
    };
  }
}

function told(sketch: Sketch, { program, ...rest }: Filling): ToldFilling {
  return {
    ...rest,
    code: encodeProgram(program),
    solver: sketch.text(rest.texts),
    calls: rest.texts.reduce((sum, text) => sum + text.split('(').length - 1, 0),
  };
}
