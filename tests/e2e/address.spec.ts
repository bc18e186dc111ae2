/** Where one was: the address and the history follow the task, and a later visit goes on there. */
import { BenchPage } from './bench.ts';
import { expect, test } from './fixture.ts';

test('Back and Forward walk through the tasks, one entry each', async ({ page }) => {
  const bench = new BenchPage(page);
  await bench.open();
  expect(new URL(page.url()).search).toBe('');
  const first = await bench.picker.inputValue();
  await page.getByRole('button', { name: 'Next task' }).click();
  await expect(page).toHaveURL(/\?task=\w+&dataset=starter$/);
  const second = await bench.picker.inputValue();
  await bench.pick('quilt');
  await expect(page).toHaveURL(/\?task=mirror_quilt&dataset=starter$/);
  // What is typed is no place.
  await bench.write('def solve_x(I):\n    O = vmirror(I)\n    return O\n');
  await expect(bench.solver.getByText('edited')).toBeVisible();
  await page.goBack();
  await expect(bench.picker).toHaveValue(second);
  await page.goBack();
  await expect(bench.picker).toHaveValue(first);
  await page.goForward();
  await page.goForward();
  await expect(bench.picker).toHaveValue('Quilt');
  await expect(bench.solver.getByText('edited')).toBeVisible();

  await page.reload();
  await expect(bench.picker).toHaveValue('Quilt');
  await page.goBack();
  await expect(bench.picker).toHaveValue(second);
});

test('a pair that was chosen is in view again, however long the task takes to draw', async ({ page }) => {
  const bench = new BenchPage(page);
  await bench.open();
  const grid = Array.from({ length: 30 }, (_, y) =>
    Array.from({ length: 30 }, (_cell, x) => (x * 7 + y) % 10),
  );
  const train = Array.from({ length: 10 }, () => ({ input: grid, output: grid }));
  await bench.choose([
    { name: 'long.json', text: JSON.stringify({ train, test: [{ input: grid, output: grid }] }) },
  ]);
  await expect(bench.picker).toHaveValue('long');
  const ninth = bench.task.getByRole('button', { name: 'Pair 9', exact: true });
  await ninth.click();
  await page.getByRole('button', { name: 'Next task' }).click();
  await expect(ninth).toHaveCount(0);
  await page.goBack();
  await expect(ninth).toHaveAttribute('aria-pressed', 'true');
  await expect(ninth).toBeInViewport();
});

test('a later visit goes on: the task, the settings, and what the last run found', async ({ page }) => {
  const bench = new BenchPage(page);
  await bench.open();
  // The answer is not in the pool, which is said before the run.
  await expect(page.getByText(/^74 solvers, not this task’s own/)).toBeVisible();
  await bench.run.click();
  const status = bench.pipeline.getByRole('status');
  await expect(status).toContainText(/Solved: .* Found (in round \d+ from|by the search)/, {
    timeout: 30_000,
  });
  await bench.pick('quilt');
  await bench.set('Seed', '7');
  await bench.set('Rounds', '1');
  await bench.set('Search for', '0');
  await page.keyboard.press('Escape');
  await bench.run.click();
  await expect(status).toContainText(/Solved|No solver/, { timeout: 30_000 });
  await expect(bench.candidates.first()).toBeVisible();
  const best = await bench.candidates.first().innerText();
  const later = await page.context().newPage();
  await page.close();
  const again = new BenchPage(later);
  await again.open();
  await expect(again.picker).toHaveValue('Quilt');
  await expect(later).toHaveURL(/\?task=mirror_quilt&dataset=starter$/);
  await expect(again.pipeline.getByRole('status')).toContainText('Ready, with what the last run found');
  await expect.poll(() => again.candidates.first().innerText()).toBe(best);
  await later.getByRole('button', { name: 'Settings' }).click();
  await expect(later.getByLabel('Seed')).toHaveValue('7');
});
