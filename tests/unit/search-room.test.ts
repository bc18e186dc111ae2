/** No number of pairs and no length of a macro is too much for the room that a search has for them. */
import { expect, test } from 'vitest';
import { printLine } from '../../src/core/lang/print.ts';
import { Random } from '../../src/core/random.ts';
import type { Arena } from '../../src/core/engine/arena.ts';
import { Bank } from '../../src/core/search/bank.ts';
import { Synthesis } from '../../src/core/search/synthesis.ts';
import { BROAD } from '../../src/core/search/track.ts';
import type { GridRows } from '../../src/core/task/task.ts';
import { newArena, newGuardedArena } from '../support/arena.ts';
import { starterTask } from '../support/starter.ts';

const random = new Random('room');
const scattered = (): GridRows =>
  Array.from({ length: random.int(2, 5) }, () => Array.from({ length: 4 }, () => random.int(0, 4)));

test('a task of 200 train pairs', () => {
  const train = Array.from({ length: 200 }, () => {
    const input = scattered();
    return { input, output: input.map((row) => row.map((cell) => (cell === 2 ? 7 : cell)).reverse()) };
  });
  const test = [{ input: scattered(), output: null }];
  const synthesis = new Synthesis(newArena(), { train, test }, { ...BROAD, rounds: 9, elements: false });
  for (const _ of synthesis.slices());
  const [answer] = synthesis.answers;
  expect(answer.matched, printLine(answer.program)).toBe(200);
});

test('a macro of 300 calls', () => {
  const grid = scattered();
  const bank = new Bank(newArena(), [grid], 1, 100);
  const input = bank.addInput();
  const mirrored = (calls: number): number => {
    const macro = bank.addMacro({
      text: `${'vmirror('.repeat(calls)}x${')'.repeat(calls)}`,
      type: 'G>G',
      cost: 1,
    });
    return bank.arena.exports.apply(macro.id, input, -1);
  };
  const once = mirrored(1);
  expect(once).toBeGreaterThan(input);
  expect(mirrored(300), 'the input, which is known').toBe(-1);
  expect(mirrored(301), 'once mirrored, which is known').toBe(-1);
});

// The guarded build spoils what is given back: whoever goes on reading there finds something else.
test.each(['fence_with_moat', 'sort_dice', 'stack_by_dots'])(
  'tables of %s that grew are read where they are now',
  { timeout: 1e9 },
  (id) => {
    const found = (arena: Arena): unknown => {
      const synthesis = new Synthesis(arena, starterTask(id), { ...BROAD, rounds: 5 });
      for (const _ of synthesis.slices());
      const solvers = [...synthesis.answers, ...synthesis.partials].map(({ program }) => printLine(program));
      return { solvers, states: arena.exports.stateCount.value };
    };
    expect(found(newGuardedArena())).toEqual(found(newArena()));
  },
);
