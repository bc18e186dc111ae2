/** The tree of what came from what, while more comes. */
import { expect, test } from 'vitest';
import type { Branch } from '../../src/host/tasting.ts';
import { TriedTree } from '../../src/ui/state/tried-tree.svelte.ts';

const branch = (text: string, made: number, branches: readonly Branch[] = []): Branch => ({
  text,
  made,
  sized: 0,
  example: { code: new Int32Array(0), cost: 0, macros: [] },
  count: 2,
  branches,
});

test('what is shown stays in its place, whatever comes to be larger', async () => {
  const answers = [
    [branch('objects(x)', 9), branch('vmirror(x)', 5)],
    [branch('vmirror(x)', 20, [branch('fill(x)', 3)]), branch('trim(x)', 12), branch('objects(x)', 10)],
    [branch('trim(x)', 99), branch('vmirror(x)', 30, [branch('box(x)', 9), branch('fill(x)', 3)])],
  ];
  const tree = new TriedTree(async () => ({ ok: true, value: branch('I', 200, answers.shift()) }));
  const shown = async (): Promise<readonly string[]> => {
    await tree.refresh();
    return tree.rows.map(({ branch: { text }, path, place, of }) => `${path.length} ${place}/${of} ${text}`);
  };
  expect(await shown()).toEqual(['1 1/1 I', '2 1/2 objects(x)', '2 2/2 vmirror(x)']);
  expect(await shown()).toEqual([
    '1 1/1 I',
    '2 1/3 objects(x)',
    '2 2/3 vmirror(x)',
    '3 1/1 fill(x)',
    '2 3/3 trim(x)',
  ]);
  expect(await shown()).toEqual([
    '1 1/1 I',
    '2 1/2 vmirror(x)',
    '3 1/2 fill(x)',
    '3 2/2 box(x)',
    '2 2/2 trim(x)',
  ]);
});
