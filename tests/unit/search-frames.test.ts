/** Tasks whose pairs lie in different directions are searched as if all lay alike. */
import { expect, test } from 'vitest';
import { Random } from '../../src/core/random.ts';
import { framesOf, inFrame, type Frame } from '../../src/core/search/frames.ts';
import { Synthesis } from '../../src/core/search/synthesis.ts';
import { BROAD } from '../../src/core/search/track.ts';
import { turned } from '../../src/core/search/turns.ts';
import type { GridRows } from '../../src/core/task/task.ts';
import { newArena } from '../support/arena.ts';

const random = new Random('frames');

/** A grid that is wider than high, and its left half; or both turned. */
function pair(across: boolean): { input: GridRows; output: GridRows } {
  const [height, half] = [random.int(2, 3), random.int(4, 5)];
  const input = Array.from({ length: height }, () =>
    Array.from({ length: 2 * half }, () => random.int(0, 9)),
  );
  const output = input.map((row) => row.slice(0, half));
  return across ? { input, output } : { input: turned(input), output: turned(output) };
}

const train = [pair(true), pair(false), pair(true), pair(false)];
const asked = pair(false);
const task = { train, test: [{ input: asked.input, output: null }] };

test('the pairs are told apart by what lies otherwise', () => {
  const frames = framesOf(newArena(), task).filter(({ turn }) => turn === 'dmirror');
  expect(frames.length).toBeGreaterThan(0);
  for (const frame of frames) {
    expect([...frame.holds.slice(0, 4)]).toEqual(
      frame.holds[0] ? [true, false, true, false] : [false, true, false, true],
    );
    expect(inFrame(frame, inFrame(frame, asked.input, 4), 4)).toEqual(asked.input);
  }
});

test('what is found in a frame is right outside', () => {
  const frame = framesOf(newArena(), task).find(
    ({ turn, holds }) => turn === 'dmirror' && holds[4] === holds[1],
  );
  const found = (of: Frame | null): unknown => {
    const emphasis = { ...BROAD, rounds: 3, elements: false };
    const synthesis = new Synthesis(newArena(), task, emphasis, { frame: of });
    for (const _ of synthesis.slices());
    return synthesis.answers[0]?.outputs[0] ?? null;
  };
  expect(found(frame ?? null)).toEqual(asked.output);
  expect(found(null)).not.toEqual(asked.output);
});

test('pairs that lie alike have no frame', () => {
  expect(framesOf(newArena(), { ...task, train: [train[0], train[2]] })).toEqual([]);
});
