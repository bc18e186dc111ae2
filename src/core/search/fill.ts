/**
 * The search for what may stand in the holes of a solver. It is a sequence of blocks, each of bounded work: expressions in
 * order of cost, put into the solver, which is held against the train pairs. Whoever does a block has to come by those
 * before it, which takes far less time than trying them; so blocks can be dealt to any number of workers, and what they
 * find together does not depend on how many these are.
 */
import type { Arena } from '../engine/arena.ts';
import { Evaluation } from '../engine/evaluation.ts';
import { printExpression } from '../lang/print.ts';
import type { Program } from '../lang/program.ts';
import type { Expression } from '../lang/syntax.ts';
import type { Task } from '../task/task.ts';
import { combinations } from './fill-combinations.ts';
import { CALL_COST } from './fill-functions.ts';
import { Growth } from './fill-growth.ts';
import { placeOf } from './fill-place.ts';
import { sceneOf } from './fill-scene.ts';
import type { Sketch } from './fill-sketch.ts';
import { nameOf } from './fill-vectors.ts';
import { Trial } from './fill-trial.ts';

/** What may stand in the holes, one expression for each, and its cost. */
export interface Candidate {
  readonly parts: readonly Expression[];
  readonly cost: number;
}

/** What fills the holes, and what comes of it. */
export interface Filling {
  readonly texts: readonly string[];
  readonly cost: number;
  readonly program: Program;
  /** For each train pair whether it comes out right. */
  readonly marks: readonly boolean[];
  readonly matched: number;
  /** Equal for fillings that answer the test inputs alike; '' where one gets no grid. */
  readonly answer: string;
  /** Equal for fillings that do the same on all pairs. */
  readonly behaviour: string;
  /** Its place in the order of the search. */
  readonly order: number;
}

/** Solvers of one block. */
const BLOCK = 128;
/** Steps of making expressions at which a block ends although it is not full. */
const BLOCK_FUEL = 4e6;
/** The greatest cost: a search this far is never done. */
const MOST_COST = 30;
/** Expressions for each hole where there are several: by the number of holes. */
const EACH = [0, Infinity, 1500, 150];

export class FillSearch {
  private readonly sketch: Sketch;
  private readonly task: Task;
  private readonly arena: Arena;
  private readonly trial: Trial;
  private readonly stream: Generator<Candidate | null>;
  private made = 0;
  /** Blocks passed so far. */
  count = 0;
  done = false;
  /** The cost that the search has come to. */
  cost = 0;
  /** Expressions that were put in and run. */
  tried = 0;

  /** The arena must be no one else's. */
  constructor(arena: Arena, sketch: Sketch, task: Task) {
    this.arena = arena;
    this.sketch = sketch;
    this.task = task;
    this.trial = new Trial(new Evaluation(arena), task);
    this.stream = this.candidates();
  }

  /** Passes a block by, or does it. */
  next(isWanted: boolean): Filling[] {
    const block: { readonly candidate: Candidate; readonly order: number }[] = [];
    let fuel = 0;
    while (block.length < BLOCK && fuel < BLOCK_FUEL) {
      const { value, done } = this.stream.next();
      if (done === true) {
        this.done = true;
        break;
      }
      fuel += WAITING;
      if (value === null) continue;
      this.cost = value.cost;
      block.push({ candidate: value, order: this.made++ });
    }
    this.count++;
    return isWanted && block.length > 0 ? this.test(block) : [];
  }

  private test(block: readonly { readonly candidate: Candidate; readonly order: number }[]): Filling[] {
    const { sketch, trial } = this;
    this.tried += block.length;
    const programs = block.map(({ candidate }) => sketch.program(sketch.result, candidate.parts));
    return trial.run(programs).flatMap((tried, i) => {
      const matched = tried?.marks.filter(Boolean).length ?? 0;
      if (tried === null || matched === 0) return [];
      const { candidate, order } = block[i];
      const texts = candidate.parts.map(printExpression);
      return [{ texts, cost: candidate.cost, program: programs[i], matched, order, ...tried }];
    });
  }

  /** In order of cost; null where a while went by without one. */
  private *candidates(): Generator<Candidate | null> {
    const { holes } = this.sketch;
    if (holes.length === 1) {
      for (const one of this.single(0)) yield one === null ? null : { parts: [one.part], cost: one.cost };
      return;
    }
    const lists: { readonly part: Expression; readonly cost: number }[][] = [];
    for (let hole = 0; hole < holes.length; hole++) {
      const list: { readonly part: Expression; readonly cost: number }[] = [];
      for (const one of this.single(hole)) {
        yield null;
        if (one !== null) list.push(one);
        if (list.length >= EACH[holes.length]) break;
      }
      lists.push(list);
    }
    yield* combinations(lists);
  }

  /** What may stand in one hole, whatever is in the others. */
  private *single(hole: number): Generator<{ readonly part: Expression; readonly cost: number } | null> {
    const scene = sceneOf(this.arena, this.sketch, this.sketch.holes[hole], this.task);
    const place = placeOf(this.sketch, scene.types, this.sketch.holes[hole].node);
    const growth = new Growth(scene);
    const { vectors } = scene;
    for (const name of scene.unknown) yield { part: nameOf(name), cost: 1 };
    for (let cost = 0; cost <= MOST_COST && !vectors.isFull; cost++) {
      // Only what costs so much less is part of a call of this cost.
      if (cost > CALL_COST) for (const _ of growth.grow(cost - CALL_COST)) yield null;
      for (const vector of growth.offers(cost, place))
        yield vector < 0 ? null : { part: vectors.expression(vector), cost };
    }
  }
}

/** What one expression that comes to nothing new takes of a block. */
const WAITING = 1000;
