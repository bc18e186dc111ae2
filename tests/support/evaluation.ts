/** Evaluation contexts for tests. */
import { Evaluation } from '../../src/core/engine/evaluation.ts';
import { newArena } from './arena.ts';

/** A new one on an instance of its own. */
export function newEvaluation(): Evaluation {
  return new Evaluation(newArena());
}
