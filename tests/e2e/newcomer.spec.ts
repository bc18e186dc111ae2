import { BenchPage } from './bench.ts';
import { expect, test } from './fixture.ts';

const TASK = JSON.stringify({
  train: [{ input: [[1, 2]], output: [[2, 1]] }],
  test: [{ input: [[3, 4]], output: [[4, 3]] }],
});
const MIRROR = 'def solve(I):\n    O = vmirror(I)\n    return O\n';

test('the answer of a task that is no starter is hidden until somebody asks, or for good', async ({
  page,
}) => {
  const bench = new BenchPage(page);
  await bench.open();
  await expect(bench.task.getByRole('img', { name: 'Test expected output' })).toBeVisible();
  await bench.choose([{ name: 'mirror.json', text: TASK }]);
  const answer = bench.task.getByRole('img', { name: 'Test expected output: 1 by 2, 2 colours, 1 object' });
  const show = bench.task.getByRole('button', { name: 'Show the answer of Test' });
  await expect(show).toBeVisible();
  await expect(answer).toHaveCount(0);
  await show.click();
  await expect(answer).toBeVisible();
  await expect(show).toHaveCount(0);

  await bench.pick('Butterfly');
  await page.getByRole('button', { name: 'View', exact: true }).click();
  await page.getByRole('radio', { name: 'Hidden', exact: true }).check();
  await page.keyboard.press('Escape');
  await expect(bench.task.getByRole('button', { name: 'Show the answer of Test' })).toBeVisible();
});

test('def solve(I) is the solver of this task; what is wrong is told all at once', async ({ page }) => {
  const bench = new BenchPage(page);
  await bench.open();
  await bench.choose([{ name: 'mirror.json', text: TASK }]);
  await expect(bench.task).toContainText('mirror.json');
  await bench.write(MIRROR);
  await expect(bench.task.getByText('exact')).toHaveCount(2);
  await bench.write('def solve(I):\n    x1 = fill(I, RED, nosuch)\n    O = canvas(20, x1)\n    return O\n');
  const problems = bench.solver.getByRole('list', { name: 'Problems' });
  await expect(problems).toContainText('Colours are numbers: TWO is red.');
  await expect(problems).toContainText('nosuch is no variable');
  await expect(problems).toContainText('write multiply(TEN, TWO)');
});

test('panels fold up, and are so the next time', async ({ page }) => {
  const bench = new BenchPage(page);
  await bench.open();
  await page.getByRole('button', { name: 'Fold the candidates' }).click();
  await page.getByRole('button', { name: 'Fold the pipeline' }).click();
  await expect(page.getByText('Generated')).toHaveCount(0);
  await page.reload();
  await page.getByRole('button', { name: 'Unfold the pipeline' }).click();
  await expect(page.getByText('Generated')).toBeVisible();
  await page.getByRole('button', { name: 'Unfold the candidates' }).click();
  await expect(page.getByRole('heading', { name: 'Candidates' })).toBeVisible();
});

test('a task is presented line by line, and its answer is shown when it is asked for', async ({ page }) => {
  const bench = new BenchPage(page);
  await bench.open();
  await bench.write('def solve(I):\n    x1 = hmirror(I)\n    O = rot180(x1)\n    return O\n');
  await expect(bench.solver.getByText('2 calls')).toBeVisible();
  await bench.task.getByRole('button', { name: 'More for this task' }).click();
  await page.getByRole('button', { name: 'Presentation' }).click();
  const dialog = page.getByRole('dialog', { name: 'Presentation' });
  await expect(dialog.getByRole('img')).toHaveCount(1);
  const step = dialog.getByRole('slider', { name: 'Step' });
  await step.press('ArrowRight');
  await expect(dialog.getByRole('img', { name: 'Pair 1 x1' })).toBeVisible();
  await step.press('ArrowRight');
  await expect(dialog).toContainText('O = rot180(x1)');
  await dialog.getByRole('button', { name: 'Reveal the answer' }).click();
  await expect(dialog.getByRole('img', { name: 'Pair 1 expected output' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Next pair' }).click();
  await expect(dialog).toContainText('Pair 2');
  await expect(dialog.getByRole('img', { name: /expected output/ })).toHaveCount(0);
});

test('a primitive is tried on the chosen pair, and the solvers that use it are shown', async ({ page }) => {
  const bench = new BenchPage(page);
  await bench.open();
  const text = 'def solve(I):\n    O = rot90(I)\n    return O\n';
  await bench.write(text);
  await bench.solver.getByRole('button', { name: 'Reference', exact: true }).click();
  const reference = page.getByRole('region', { name: 'Reference' });
  await reference.getByRole('searchbox', { name: 'Find a primitive' }).fill('vmirror');
  await reference.getByRole('button', { name: 'Try it' }).click();
  await expect(reference).toContainText('x1 = vmirror(I)');
  await expect(bench.solver.getByRole('listitem', { name: 'x1', exact: true })).toBeVisible();
  await reference.getByRole('button', { name: 'Back' }).click();
  await expect(bench.solver.getByRole('listitem', { name: 'x1', exact: true })).toHaveCount(0);
  const user = reference
    .getByText(/^Used by/)
    .getByRole('button')
    .first();
  await user.click();
  await expect(reference.getByLabel((await user.textContent())!.trim(), { exact: true })).toContainText(
    'vmirror',
  );
});
