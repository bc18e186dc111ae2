/** Workers that end without an error, as when their process is killed. */
import { BenchPage } from './bench.ts';
import { endWorkers, holdWorkers } from './ended-workers.ts';
import { expect, test } from './fixture.ts';

test.beforeEach(({ page }) => holdWorkers(page));

/** Below the deadline of a question (10 s for the editor, 30 s for a job), far above what a new worker takes to start. */
const SOON = { timeout: 8000 };
const BEFORE_A_JOB_IS_LATE = { timeout: 20_000 };

test('the text is scored, completed and filmed by the workers that come after', async ({ page }) => {
  const bench = new BenchPage(page);
  await bench.openInEditor('def solve_x(I):\n    O = vmirror(I)\n    return O\n');
  await expect(bench.task.getByText(/exact|wrong|, not /).first()).toBeVisible();
  // They are started when they are first asked, which is after the first score where the page itself gives that.
  const end = (): Promise<void> => expect.poll(() => endWorkers(page, 'inspector')).toBeGreaterThan(0);
  for (const primitive of ['height', 'hmirror']) {
    await end();
    await bench.write(`def solve_x(I):\n    O = ${primitive}(I)\n    return O\n`);
    await expect(bench.task.getByText('not a grid').first()).toBeVisible({
      ...SOON,
      visible: primitive === 'height',
    });
    await expect(bench.solver.getByText('No answer')).toHaveCount(0);
  }
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('End');
  await end();
  await page.keyboard.press('Enter');
  await page.keyboard.type('    x9 = obj');
  await expect(bench.solver.getByRole('option', { name: /^objects/ }).first()).toBeVisible(SOON);
});

test('a run goes on when all its workers end, time and again', async ({ page }) => {
  const bench = new BenchPage(page);
  await bench.open();
  await bench.setEndless();
  await bench.run.click();
  await expect(bench.candidates.first()).toBeVisible();
  for (let i = 0; i < 3; i++) {
    // Those that take the place of others may still be starting.
    await expect.poll(() => endWorkers(page, 'engine'), BEFORE_A_JOB_IS_LATE).toBeGreaterThan(0);
    await expect(page.getByText('workers lost')).toBeVisible(BEFORE_A_JOB_IS_LATE);
    const text = await bench.pipeline.textContent();
    await expect(async () => expect(await bench.pipeline.textContent()).not.toBe(text)).toPass(
      BEFORE_A_JOB_IS_LATE,
    );
  }
  await bench.stop.click();
  await expect(bench.run).toBeVisible(BEFORE_A_JOB_IS_LATE);
});
