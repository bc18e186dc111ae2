import type { Page } from '@playwright/test';
import { MIRRORED } from '../support/mirrored.ts';
import { BenchPage } from './bench.ts';
import { expect, test } from './fixture.ts';

/** A size that hangs on nothing, and colours of chance: there is nothing to be found soon. */
const RIDDLE = {
  train: [7, 5, 9].map((size, k) => ({
    input: rows(size, size, k),
    output: rows(size - 2, 11 - size, k + 5),
  })),
  test: [{ input: rows(6, 6, 4) }],
};

function rows(height: number, width: number, seed: number): number[][] {
  return Array.from({ length: height }, (_, i) =>
    Array.from(
      { length: width },
      (__, j) => (((i + 3) * 7919 + (j + 5) * 104729 + seed * 1299709) >> 3) % 10,
    ),
  );
}

/** As with the clipboard, outside of any field. */
async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((copied) => {
    const data = new DataTransfer();
    data.setData('text/plain', copied);
    const event = new ClipboardEvent('paste', {
      ...{ clipboardData: data, bubbles: true, cancelable: true },
      ...{ dataType: 'text/plain', data: copied }, // as Firefox wants it
    });
    document.body.dispatchEvent(event);
  }, text);
}

test.describe('with no pool at all', () => {
  test.use({ expectedTrouble: [/Failed to load resource/] });

  async function opened(page: Page, task: object): Promise<BenchPage> {
    await page.route('**/tasks/starter.json', (route) => route.fulfill({ status: 404, body: '' }));
    const bench = new BenchPage(page);
    await page.goto('./');
    await expect(bench.task).toContainText('No task is loaded');
    await paste(page, JSON.stringify(task));
    await expect(bench.pipeline.getByRole('status')).toContainText('searches from nothing');
    return bench;
  }

  test('Run finds a solver for a task that was just pasted', async ({ page }) => {
    const bench = await opened(page, MIRRORED);
    await bench.task.getByRole('button', { name: 'what changes' }).click();
    await expect(bench.task.getByRole('note')).toContainText(
      'Every output has its input’s size. Yellow appears.',
    );
    await bench.task.getByRole('button', { name: 'hide changes' }).click();
    await bench.run.click();
    await expect(bench.pipeline.getByRole('status')).toContainText('Solved', { timeout: 40_000 });
    await expect(bench.run).toBeEnabled({ timeout: 40_000 });
    const first = bench.candidates.first();
    await expect(first).toContainText(/Expression|laid over/);
    await expect(first).toContainText(/mirror/);
    await expect(bench.solver).toContainText('def solve_pasted');
    await expect(bench.task.getByText('exact')).toHaveCount(MIRRORED.train.length);
    await bench.solver.getByRole('button', { name: 'Explain' }).click();
    await expect(bench.solver.getByRole('region', { name: 'Explain' })).toContainText(
      /mirror.*searched from nothing, round \d/,
    );
    await expect(bench.pipeline.getByRole('group', { name: 'Search from nothing' })).toContainText(
      'Searched',
    );
  });

  test('a sweep searches from nothing', async ({ page }) => {
    await opened(page, { one: MIRRORED, two: MIRRORED });
    await page.getByRole('button', { name: 'Sweep', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Sweep' });
    await expect(dialog.getByRole('button', { name: 'Start' })).toBeDisabled();
    await dialog.getByRole('combobox', { name: 'Solvers' }).selectOption('from nothing');
    await expect(dialog.getByRole('spinbutton', { name: 'Rounds' })).toHaveCount(0);
    await dialog.getByRole('button', { name: 'Start' }).click();
    const results = dialog.getByRole('list', { name: 'Results' }).getByRole('listitem');
    await expect(results).toHaveCount(2, { timeout: 60_000 });
    await expect(dialog.getByRole('region', { name: 'Sweep' }).getByRole('status')).toContainText(
      'Finished: 2 of 2 tasks solved',
    );
  });

  test('Stop ends a search at once, Pause holds it, and a reload offers to go on', async ({ page }) => {
    const bench = await opened(page, RIDDLE);
    await bench.set('Search for', '600'); // a machine may be busy
    const search = bench.pipeline.getByRole('group', { name: 'Search from nothing' });
    await bench.run.click();
    await expect(search).toContainText(/Searching, .* expressions .* different values/, { timeout: 20_000 });
    // What comes nearest is on show meanwhile, with what is wrong of it.
    await expect(search).toContainText(/best 0 of 3 pairs, .* % of cells right/);
    await expect(bench.task).toContainText('best so far');
    await expect(bench.task.getByText(/cells wrong|, not \d/).first()).toBeVisible();
    await expect(bench.candidates.first()).toBeVisible();
    const made = bench.pipeline
      .getByRole('row', { name: /^Expressions/ })
      .getByRole('cell')
      .first();
    await expect(made).toHaveText(/\d/);
    await search.getByRole('button', { name: 'Pause the search' }).click();
    await expect(search).toContainText('Search paused at');
    await expect(bench.stop).toBeEnabled();
    await search.getByRole('button', { name: 'Resume the search' }).click();
    await expect(search).toContainText('Searching');
    await page.waitForTimeout(1500); // so that some of it is kept

    await page.unroute('**/tasks/starter.json');
    await page.reload();
    await bench.messages.getByRole('button', { name: 'Continue' }).click();
    await expect(search).toContainText(/Searching, .* expressions/, { timeout: 20_000 });

    const took = await page.evaluate(async () => {
      const status = document.querySelector('[aria-label="Pipeline"] [role="status"]')!;
      const began = performance.now();
      [...document.querySelectorAll('button')]
        .find((button) => button.textContent!.trim().startsWith('Stop'))!
        .click();
      while (!status.textContent!.includes('Stopped after')) await new Promise(requestAnimationFrame);
      return performance.now() - began;
    });
    console.log(`from Stop to the end: ${took.toFixed(0)} ms`);
    expect(took).toBeLessThan(200);
    await expect(bench.run).toBeEnabled();
    await expect(search).toContainText('Searched for');
  });
});
