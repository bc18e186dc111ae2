/** Tasks that somebody holds for faulty. */
import { expect, test } from 'vitest';
import { FaultyMarks } from '../../src/ui/state/faulty-marks.svelte.ts';
import { Memory } from '../../src/ui/state/memory.ts';

function memory(): Memory {
  const kept = new Map<string, string>();
  return new Memory(() => ({
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
  }));
}

const task = (id: string, dataset = 'arc-agi-1-training', origin = 'ARC-AGI-1 training @3990304') => ({
  id,
  dataset,
  origin,
});

test('a mark is there at the next visit, and can be taken away', () => {
  const kept = memory();
  new FaultyMarks(kept).toggle(task('a'));
  const marks = new FaultyMarks(kept);
  expect([marks.has(task('a')), marks.has(task('b')), marks.has(task('a', ''))]).toEqual([
    true,
    false,
    false,
  ]);
  expect([marks.said(task('a')), marks.said(task('b'))]).toEqual(['marked as faulty', '']);
  marks.toggle(task('a'));
  expect(marks.has(task('a'))).toBe(false);
  expect(new FaultyMarks(kept).has(task('a'))).toBe(false);
});

test('a mark of another version of the set says of which', () => {
  const kept = memory();
  new FaultyMarks(kept).toggle(task('a'));
  expect(new FaultyMarks(kept).said(task('a', undefined, 'ARC-AGI-1 training @abcdef0'))).toBe(
    'marked as faulty (in ARC-AGI-1 training @3990304)',
  );
});

test('what another tab has marked meanwhile stays', () => {
  const kept = memory();
  const [one, other] = [new FaultyMarks(kept), new FaultyMarks(kept)];
  one.toggle(task('a'));
  other.toggle(task('b'));
  const marks = new FaultyMarks(kept);
  expect([marks.has(task('a')), marks.has(task('b'))]).toEqual([true, true]);
});

test('names of what every object has are no marks', () => {
  expect(new FaultyMarks(memory()).has(task('constructor', ''))).toBe(false);
});
