import { expect, test, vi } from 'vitest';
import { Turns } from '../../src/ui/parts/turns.ts';

test('turns come in their order, each in a task of its own, once the row has begun', async () => {
  const tasks = vi.spyOn(globalThis, 'setTimeout');
  const turns = new Turns();
  const came: string[] = [];
  const ask = (name: string) =>
    turns.next().then(() => came.push(`${name} in task ${tasks.mock.calls.length}`));
  const asked = [ask('a'), ask('b'), ask('c')];
  await new Promise(setImmediate);
  expect(came).toEqual([]);

  turns.begin();
  turns.begin(); // once more changes nothing
  await Promise.all(asked);
  await ask('d');
  expect(came).toEqual(['a in task 1', 'b in task 2', 'c in task 3', 'd in task 4']);
});
