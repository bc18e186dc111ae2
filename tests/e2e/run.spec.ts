import { BenchPage } from './bench.ts';
import { expect, test } from './fixture.ts';

test('run, watch, choose, edit, rescore', async ({ page }) => {
  const bench = new BenchPage(page);
  await bench.open();
  await bench.run.click();
  await expect(bench.pipeline.getByRole('status')).toContainText('Solved', { timeout: 30_000 });

  // The best is shown without being asked for.
  await expect(bench.candidates.first().getByRole('button')).toHaveAttribute('aria-current', 'true');
  await expect(bench.task.getByText('exact')).toHaveCount(await bench.task.getByRole('listitem').count());
  await expect(bench.code).toBeVisible();
  await bench.fullEditor();
  await expect(bench.solver.locator('.view-lines')).toContainText('def solve_');

  // Another one, and its other form.
  await bench.candidates.nth(1).getByRole('button').click();
  await expect(bench.candidates.nth(1).getByRole('button')).toHaveAttribute('aria-current', 'true');
  await expect(bench.solver).toContainText('candidate 2');
  await bench.solver.getByRole('tab', { name: 'One line' }).click();
  await expect(bench.solver.getByLabel('Solver in one line')).toContainText('I');
  await bench.solver.getByRole('tab', { name: 'Steps' }).click();

  // What is typed is scored.
  await bench.write('def solve_x(I):\n    O = rot180(I)\n    return O\n');
  await expect(bench.task).toContainText(/cells wrong|not \d+ ×/);
  await expect(bench.solver.getByText('edited')).toBeVisible();
  await expect(bench.solver.getByText('1 call ')).toBeVisible();

  // A fault is named with its place; the last result stays.
  await bench.write('def solve_x(I):\n    O = rot181(I)\n    return O\n');
  const problems = bench.solver.getByRole('list', { name: 'Problems' });
  await expect(problems).toContainText('2:9');
  await expect(problems).toContainText('rot180');
  await expect(bench.solver).toContainText('the last text that ran');
  await bench.solver.getByRole('button', { name: 'Revert' }).click();
  await expect(problems).toHaveCount(0);
});

test('something is seen to happen within 200 ms, and Stop stops', async ({ page }) => {
  const bench = new BenchPage(page);
  await bench.open();
  await bench.setEndless();
  const delay = await page.evaluate(async () => {
    const status = document.querySelector('[aria-label="Pipeline"] [role="status"]')!;
    const before = status.textContent;
    const began = performance.now();
    [...document.querySelectorAll('button')]
      .find((button) => button.textContent!.trim().startsWith('Run'))!
      .click();
    while (status.textContent === before) await new Promise(requestAnimationFrame);
    return performance.now() - began;
  });
  expect(delay).toBeLessThan(200);
  await expect(bench.candidates.first()).toBeVisible({ timeout: 20_000 });
  await expect(bench.run).toBeDisabled();

  // The workers can be changed meanwhile, ten times a second.
  const workers = page.getByRole('slider', { name: 'Workers' });
  for (let change = 0; change < 20; change++) {
    await workers.fill(String(1 + ((change * 5) % 6)));
    await page.waitForTimeout(100);
  }
  await workers.fill('3');
  await expect(page.getByRole('img', { name: /of 3 workers busy/ })).toBeVisible();
  await expect(page.getByText('workers lost')).toHaveCount(0);

  // What is chosen stays chosen while others come.
  await bench.candidates.nth(2).getByRole('button').click();
  // By its rank, or by its name once better ones have pushed it out of the list.
  await expect(bench.solver).toContainText(/candidate \d|Solver\s+(from )?\w+/);
  await expect(bench.solver).toContainText('def solve_');
  // The code comes a little later than the choice: what was shown before may stand there for a moment.
  const lines = bench.solver.locator('.view-lines').first();
  let code: string | null = null;
  await expect(async () => {
    const before = code;
    code = await lines.textContent();
    expect(code).toBe(before);
  }).toPass({ intervals: [300] });
  await page.waitForTimeout(500);
  expect(await lines.textContent()).toBe(code);

  await bench.stop.click();
  await expect(bench.pipeline.getByRole('status')).toContainText('Stopped after');
  await expect(bench.run).toBeEnabled();
  await expect(bench.stop).toBeDisabled();
});

test('what is found without the answer is said as it is', async ({ page }) => {
  const bench = new BenchPage(page);
  await bench.open();
  await bench.set('Candidates per round', '40');
  await bench.set('Rounds', '1');
  await bench.set('Search for', '0');
  await page.getByLabel('own solver out').check();
  await page.keyboard.press('Escape');
  await bench.run.click();
  await expect(bench.pipeline.getByRole('status')).toContainText('No solver found', { timeout: 30_000 });
  await expect(bench.candidates.filter({ hasText: /^1complete_butterfly/ })).toHaveCount(0);
  await expect(bench.candidates.first().getByRole('button')).toHaveAttribute('aria-current', 'true');
  await expect(bench.task.getByText(/cells wrong|not \d/).first()).toBeVisible();
});

test.describe('without the starter tasks', () => {
  test.use({ expectedTrouble: [/Failed to load resource/] });

  test('the page says so, and works on files', async ({ page }) => {
    await page.route('**/tasks/starter.json', (route) => route.fulfill({ status: 404, body: '' }));
    const bench = new BenchPage(page);
    await page.goto('./');
    await expect(bench.messages.getByRole('alert')).toContainText('starter.json answered 404');
    await expect(bench.task).toContainText('No task is loaded');
    await expect(bench.run).toBeDisabled();
    const solvers = ['vmirror', 'hmirror', 'rot90'].map(
      (name) => `def solve_${name}(I):\n    O = ${name}(I)\n    return O\n`,
    );
    const task = { train: [{ input: [[1, 2]], output: [[2, 1]] }], test: [{ input: [[3, 4]] }] };
    await bench.choose([
      { name: 'mirror.json', text: JSON.stringify(task) },
      { name: 'three.py', text: solvers.join('\n') },
    ]);
    await expect(bench.pipeline.getByRole('status')).toContainText('3 solvers of the pool');
    await bench.run.click();
    await expect(bench.pipeline.getByRole('status')).toContainText('Solved', { timeout: 30_000 });
    await expect(bench.task.getByText('exact')).toHaveCount(1);
  });
});
