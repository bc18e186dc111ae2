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
