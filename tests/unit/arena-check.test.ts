/** The guards of the arena's debug build find planted faults, and the checks of its values do. */
import { describe, expect, test } from 'vitest';
import type { Handle } from '../../src/core/engine/arena.ts';
import { scorePrograms } from '../../src/core/engine/score.ts';
import { pairsOf } from '../../src/core/task/task.ts';
import { setOf, tuple } from '../../src/core/values/build.ts';
import { cell, vec } from '../../src/core/values/container.ts';
import type { Value } from '../../src/core/values/value.ts';
import { newGuardedArena, type GuardedArena } from '../support/arena.ts';
import { newGuardedEvaluation } from '../support/evaluation.ts';
import { starterPrograms, starterTasks } from '../support/starter.ts';

/** Where the words of an object stand (src/arena/values/value.ts). */
const WORD = { kind: 0, hash: 1, count: 2, firstItem: 4, boxTop: 4, firstPacked: 8 };

function entered(): GuardedArena {
  const arena = newGuardedArena();
  arena.exports.enter(arena.exports.newRegion());
  return arena;
}

const PATCH = setOf([vec(0, 0), vec(1, 2), vec(4, 1)]);
const OBJECTS = setOf([setOf([cell(1, 0, 0)]), setOf([cell(2, 5, 5), cell(2, 5, 6)])]);
const NESTED = tuple([tuple([1, 2, 3]), tuple([true]), 2 ** 40]);

describe('a value', () => {
  test('passes', () => {
    const arena = entered();
    for (const value of [PATCH, OBJECTS, NESTED, tuple([tuple([1, 2]), tuple([3, 4])]), 7, null, true]) {
      const handle = arena.put(value);
      arena.exports.hashOf(handle);
      arena.exports.checkValue(handle);
    }
    arena.exports.checkInvariants();
  });

  test.each<[string, Value, number, (arena: GuardedArena, handle: Handle) => number]>([
    ['an object of no kind', PATCH, WORD.kind, () => 10],
    ['a wrong hash', PATCH, WORD.hash, () => 1234],
    ['an object beyond its chunk', PATCH, WORD.count, () => 100_000],
    ['an object that was given back', PATCH, WORD.count, () => 100],
    ['a patch that does not ascend', PATCH, WORD.firstPacked, () => 0x7fffff],
    ['a wrong box', PATCH, WORD.boxTop, () => -3],
    ['a set that does not ascend', OBJECTS, WORD.firstItem, (arena) => arena.put(setOf([cell(9, 9, 9)]))],
    ['no handle', NESTED, WORD.firstItem, () => 28],
    ['a tuple that is a vector', tuple([1, 5000]), WORD.firstItem + 1, () => 11],
  ])('%s is found', (message, value, word, wrong) => {
    const arena = entered();
    const handle = arena.put(value);
    const planted = wrong(arena, handle);
    arena.ints()[(handle >> 2) + word] = planted;
    expect(() => arena.exports.checkValue(handle)).toThrow(message);
  });
});

describe('memory', () => {
  test('written beyond the end of an object is found when the object goes', () => {
    const arena = entered();
    const handle = arena.put(PATCH);
    arena.ints()[(handle >> 2) + WORD.firstPacked + 4] = 1;
    expect(() => arena.exports.clear()).toThrow('written beyond its end');
  });

  test('that was given back is nonsense', () => {
    const arena = entered();
    const handle = arena.put(PATCH);
    arena.exports.clear();
    expect(() => arena.exports.checkValue(handle)).toThrow('aborted');
  });
});

test('all invariants hold after the starter solvers have run on starter tasks', () => {
  const evaluation = newGuardedEvaluation();
  for (const task of [...starterTasks.values()].slice(0, 8)) {
    scorePrograms(evaluation, [...starterPrograms.values()], pairsOf(task));
    evaluation.arena.exports.checkInvariants();
  }
});
