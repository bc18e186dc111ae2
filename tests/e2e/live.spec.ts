import { readFileSync } from 'node:fs';
import { BenchPage } from './bench.ts';
import { expect, test } from './fixture.ts';

interface Pair {
  readonly input: number[][];
  readonly output: number[][];
}

const TASK = 'complete_butterfly';
const FILE = JSON.parse(readFileSync('public/tasks/starter.json', 'utf8')) as {
  tasks: Record<string, { train: Pair[] }>;
};

function wrongCells({ input, output }: Pair): number {
  return input.flatMap((row, i) => row.filter((cell, j) => cell !== output[i][j])).length;
}

test('wrong cells are ringed and counted, and an unfinished line keeps the last result, greyed', async ({
  page,
}) => {
  const bench = new BenchPage(page);
  await bench.open();
  await bench.pick(TASK);
  await bench.write('def solve_x(I):\n    O = identity(I)\n    return O\n');
  const [first] = FILE.tasks[TASK].train;
  const pair = bench.task.getByRole('listitem').first();
  const output = pair.getByRole('img', { name: 'output of this solver' });
  await expect(pair).toContainText(`${wrongCells(first)} of 99 cells wrong`);
  await expect(output.locator('path[stroke="#fff"]')).toHaveCount(1);

  // Unfinished: what was there stays, in grey.
  await bench.write('def solve_x(I):\n    O = fill(I,\n    return O\n');
  await expect(output.locator('..')).toHaveCSS('opacity', '0.4');
  await expect(pair).toContainText(`${wrongCells(first)} of 99 cells wrong`);

  // Finished: it lives again.
  await bench.write('def solve_x(I):\n    O = identity(I)\n    return O\n');
  await expect(output.locator('..')).toHaveCSS('opacity', '1');

  // All right: nothing is ringed.
  const solver = readFileSync('public/tasks/starter.py', 'utf8')
    .split(/(?=^def )/m)
    .find((text) => text.startsWith(`def solve_${TASK}(`));
  await bench.write(solver ?? '');
  await expect(pair).toContainText('exact');
  await expect(output.locator('path[stroke="#fff"]')).toHaveCount(0);
});
