/**
 * The search for a line: for an expression over the names above it that has given values on some pairs. It makes what the
 * search for fillings makes, in the same order, with another goal; whatever stands below the line is not run.
 */
import type { Arena, Handle } from '../engine/arena.ts';
import { isSubtype, type Type } from '../lang/types.ts';
import type { Expression } from '../lang/syntax.ts';
import { pairsOf, type AskedTask } from '../task/task.ts';
import type { Value } from '../values/value.ts';
import { CALL_COST } from './fill-functions.ts';
import { Growth } from './fill-growth.ts';
import type { Place } from './fill-place.ts';
import { sceneOf, type Scene } from './fill-scene.ts';
import type { Sketch } from './fill-sketch.ts';

export interface FoundLine {
  readonly expression: Expression;
  readonly cost: number;
  /** Of its values. */
  readonly type: Type;
}

/** How much dearer than the cheapest what is still looked for may be: it may be what was meant. */
const BEYOND = 2;
const MOST_COST = 30;
/** Expressions of one block. */
const BLOCK = 4000;

export class LineSearch {
  private readonly scene: Scene;
  private readonly goal: readonly Handle[];
  private readonly stream: Generator<FoundLine | null>;
  private cheapest = Infinity;
  done = false;
  /** Expressions that were made. */
  tried = 0;
  /** The cost that it has come to. */
  cost = 0;

  /**
   * The sketch has one hole, the value of the line; `drawn` is what it is to be, by the number of the pair in `pairsOf`.
   * The arena must be no one else's.
   */
  constructor(arena: Arena, sketch: Sketch, task: AskedTask, drawn: ReadonlyMap<number, Value>) {
    const pairs = pairsOf(task);
    // What is drawn comes first: only there the names above must have values.
    const train = pairs.filter((_, i) => drawn.has(i));
    const test = pairs.filter((_, i) => !drawn.has(i)).map((pair) => ({ ...pair, output: null }));
    this.scene = sceneOf(arena, sketch, sketch.holes[0], { train, test });
    const { vectors } = this.scene;
    this.goal = pairs.flatMap((_, i) => (drawn.has(i) ? [vectors.put(drawn.get(i)!)] : []));
    this.stream = this.lines();
  }

  /** Goes on for a while; what was found. */
  next(): FoundLine[] {
    const found: FoundLine[] = [];
    for (let i = 0; i < BLOCK; i++) {
      const { value, done } = this.stream.next();
      if (done === true) {
        this.done = true;
        break;
      }
      this.tried++;
      if (value !== null) found.push(value);
    }
    return found;
  }

  private *lines(): Generator<FoundLine | null> {
    const { vectors } = this.scene;
    const wanted = vectors.typeOf(this.goal);
    const place: Place = {
      given: null,
      accepts: (type) => isSubtype(type, wanted) || isSubtype(wanted, type),
    };
    const growth = new Growth(this.scene);
    for (let cost = 0; cost <= Math.min(MOST_COST, this.cheapest + BEYOND) && !vectors.isFull; cost++) {
      this.cost = cost;
      if (cost > CALL_COST) for (const _ of growth.grow(cost - CALL_COST)) yield null;
      for (const vector of growth.offers(cost, place)) {
        if (vector < 0 || !vectors.begins(vector, this.goal)) {
          yield null;
          continue;
        }
        this.cheapest = Math.min(this.cheapest, cost);
        yield { expression: vectors.expression(vector), cost, type: vectors.type(vector) };
      }
    }
  }
}
