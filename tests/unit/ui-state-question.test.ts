import { describe, expect, test } from 'vitest';
import { Question } from '../../src/ui/state/question.svelte.ts';
import type { Candidate, GridRows, Task } from '../../src/protocol/index.ts';
import type { OwnPair } from '../../src/ui/state/own-pairs.svelte.ts';

const task: Task = {
  train: [{ input: [[1]], output: [[1]] }],
  test: [
    { input: [[5]], output: null },
    { input: [[6]], output: null },
  ],
};
const candidates = ['a', 'b', 'c', 'd'].map(
  (hash, i) => ({ hash, code: Int32Array.of(i) }) as unknown as Candidate,
);
/** By number of the candidate: what it gives for the two test inputs. */
const GIVEN: readonly (readonly (GridRows | null)[])[] = [
  [[[1]], [[2]]],
  [[[1]], [[3]]],
  [[[4]], [[2]]],
  [null, [[2]]],
];

function questionWith(list: readonly OwnPair[] = [], lost = 0) {
  let left = lost;
  const inspector = {
    outputs: async ({ programs, input }: { programs: readonly Int32Array[]; input: GridRows }) =>
      left-- > 0
        ? ({ ok: false, tag: 'crash', why: 'it broke' } as const)
        : ({ ok: true, value: programs.map(([at]) => GIVEN[at][input[0][0] === 5 ? 0 : 1]) } as const),
  };
  return new Question(task, inspector, { list });
}

const answer = (input: GridRows, output: GridRows | null): OwnPair => ({
  id: `${String(input)}`,
  label: 'A',
  input,
  output,
});

describe('the one question', () => {
  test('is asked where those that fit differ, of the two best answers', async () => {
    const question = questionWith();
    expect(question.next(candidates)).toBeNull();
    await question.look(candidates, 1);
    const choice = question.next(candidates)!;
    expect([choice.test, choice.different]).toEqual([0, 2]);
    expect(choice.answers.map(({ output, candidate, count }) => [output, candidate.hash, count])).toEqual([
      [[[1]], 'a', 2],
      [[[4]], 'c', 1],
    ]);
    expect(question.narrow(candidates)).toEqual(candidates);
  });

  test('is answered by a pair of one’s own, which narrows the list and leads to the next question', async () => {
    const question = questionWith([answer([[5]], [[1]])]);
    await question.look(candidates, 1);
    expect(question.narrow(candidates).map(({ hash }) => hash)).toEqual(['a', 'b']);
    const choice = question.next(candidates)!;
    expect([choice.test, choice.answers.map(({ candidate }) => candidate.hash)]).toEqual([1, ['a', 'b']]);
  });

  test('rules none out for which no answer came, and asks for it the next time', async () => {
    const question = questionWith([answer([[5]], [[1]])], 1);
    await question.look(candidates, 1);
    expect(question.narrow(candidates)).toEqual(candidates);
    await question.look(candidates, 1);
    expect(question.narrow(candidates).map(({ hash }) => hash)).toEqual(['a', 'b']);
  });

  test('takes no pair for an answer that has none, or another input', async () => {
    const question = questionWith([answer([[5]], null), answer([[7]], [[1]])]);
    await question.look(candidates, 1);
    expect(question.answered).toEqual([]);
    expect(question.narrow(candidates)).toEqual(candidates);
  });
});
