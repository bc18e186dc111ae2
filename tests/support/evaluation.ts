/** Evaluation contexts for tests. */
import { Evaluation } from '../../src/core/engine/evaluation.ts';
import { newArena, newGuardedArena, type GuardedArena } from './arena.ts';

/** A new one on an instance of its own. */
export function newEvaluation(): Evaluation {
  return new Evaluation(newArena());
}

/** The same in the debug build. */
export function newGuardedEvaluation(): Evaluation & { readonly arena: GuardedArena } {
  return new Evaluation(newGuardedArena()) as Evaluation & { readonly arena: GuardedArena };
}
