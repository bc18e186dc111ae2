import { findings } from './axe.ts';
import type { Page } from '@playwright/test';
import { BenchPage } from './bench.ts';
import { expect, test } from './fixture.ts';

/** What mirroring and turning make alike in training tells them apart in the test. */
const AMBIGUOUS = {
  train: [
    {
      input: [
        [1, 0, 2],
        [0, 3, 0],
        [2, 0, 1],
      ],
      output: [
        [2, 0, 1],
        [0, 3, 0],
        [1, 0, 2],
      ],
    },
    {
      input: [
        [4, 5],
        [5, 4],
      ],
      output: [
        [5, 4],
        [4, 5],
      ],
    },
  ],
  test: [
    {
      input: [
        [1, 2, 3],
        [4, 5, 6],
        [7, 8, 9],
      ],
    },
  ],
};

/** A grid that nobody can foresee. */
function noise(seed: number, height: number, width: number): number[][] {
  let state = seed;
  const next = () => (state = (state * 1103515245 + 12345) % 2147483648) >> 16;
  return Array.from({ length: height }, () => Array.from({ length: width }, () => next() % 10));
}

/** Nothing leads from these inputs to these outputs. */
const HOPELESS = {
  train: [
    { input: noise(1, 3, 4), output: noise(2, 9, 11) },
    { input: noise(3, 4, 3), output: noise(4, 12, 8) },
    { input: noise(5, 2, 5), output: noise(6, 7, 13) },
  ],
  test: [{ input: noise(7, 3, 3) }],
};

async function openTask(page: Page, name: string, task: unknown): Promise<BenchPage> {
  const bench = new BenchPage(page);
  await bench.open();
  await bench.choose([{ name: `${name}.json`, text: JSON.stringify(task) }]);
  await expect(bench.picker).toHaveValue(new RegExp(name, 'i'));
  await bench.set('Rounds', '1');
  await bench.set('Candidates per round', '200');
  await bench.set('Search for', '2');
  await page.keyboard.press('Escape');
  await bench.run.click();
  return bench;
}

test('where answers differ the page asks which is right, and the answer narrows the list and can be taken back', async ({
  page,
}) => {
  const bench = await openTask(page, 'two_ways', AMBIGUOUS);
  const panel = page.getByRole('region', { name: 'Candidates', exact: true });
  await panel.getByRole('button', { name: 'Which is right?' }).click({ timeout: 20_000 });
  const dialog = page.getByRole('dialog', { name: 'Which is right?' });
  await expect(dialog).toContainText('cells differ, and are ringed');
  const first = dialog.getByRole('region', { name: 'Answer 1' });
  await expect(first.getByRole('img', { name: /^Answer 1, of a solver that \w+/ })).toBeVisible();
  await expect(first.getByText(/^[A-Z].*\.$/)).toBeVisible();
  expect(await findings(page, {}, 'dialog')).toEqual([]);
  await first.getByRole('button', { name: 'This one is right' }).press('Enter');
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('list', { name: 'Your own pairs' })).toContainText('Answer to Test');
  await expect(panel.getByRole('status', { name: 'Answered' })).toContainText('your answer leaves');
  await panel.getByRole('button', { name: /^Take back the answer/ }).click();
  await expect(panel.getByRole('status', { name: 'Answered' })).toBeHidden();
  await expect(panel.getByRole('button', { name: 'Which is right?' })).toBeVisible();
  await expect(bench.candidates.first()).toBeVisible();
});

test('of a task that nobody has solved the page says what fits, and what can be done', async ({ page }) => {
  const bench = await openTask(page, 'no_way', HOPELESS);
  const panel = page.getByRole('region', { name: 'Not solved yet' });
  await expect(panel).toContainText(/size (rule|of the output)/, { timeout: 20_000 });
  await expect(panel).toContainText(/Tried: .*mutation/);
  await expect(panel).toContainText(/explained/);
  expect(await findings(page, {}, '[aria-label="Not solved yet"]')).toEqual([]);

  // What can be done is in sight, however much there is to be said.
  for (const button of await panel.getByRole('button').all())
    await expect(button).toBeInViewport({ ratio: 1 });
  const box = (await panel.boundingBox())!;
  const last = (await panel.getByRole('button').last().boundingBox())!;
  expect(last.y + last.height).toBeLessThanOrEqual(box.y + box.height);

  await panel.getByRole('button', { name: 'Ask with a hole here' }).click();
  await expect(bench.solver.getByText('not scored: it has a hole')).toBeVisible();
  await page.getByRole('button', { name: 'Close Fill' }).click();

  await panel.getByRole('button', { name: 'Start from this one' }).click();
  await expect(panel).toBeHidden();
  await expect(panel).toBeVisible({ timeout: 20_000 });

  await panel.getByRole('button', { name: 'Search on for a minute' }).click();
  await expect(bench.pipeline.getByText(/of 6\d s/)).toBeVisible({ timeout: 20_000 });
  await bench.stop.click();
  await panel.getByRole('button', { name: 'Hand it to somebody' }).click();
  await expect(page.getByRole('dialog', { name: 'Share' })).toBeVisible();
});

test('what was tried is shown by kind, and any of it opens as a solver, by keys alone', async ({ page }) => {
  const bench = new BenchPage(page);
  await bench.open();
  const tabs = page.getByRole('tablist', { name: 'Candidates shown' });
  await tabs.getByRole('tab', { name: 'Ranked' }).focus();
  await page.keyboard.press('ArrowRight');
  const panel = page.getByRole('tabpanel', { name: 'Tried' });
  const sized = panel.getByRole('list', { name: 'Grids of the right size' });
  await expect(sized.getByRole('button').first()).toBeVisible({ timeout: 20_000 });
  await expect(panel.getByRole('list', { name: 'Choices of objects' })).toBeVisible();
  await expect(panel.getByRole('status')).toContainText(/Round \d: [\d,]+ expressions/);
  expect(await findings(page, {}, '[role="tabpanel"][aria-label="Tried"]')).toEqual([]);

  // What came from what: a tree that arrows open, with counts in words.
  await panel.getByRole('button', { name: 'Tree' }).press('Enter');
  const tree = panel.getByRole('tree', { name: 'What came from what' });
  const root = tree.getByRole('treeitem').first();
  await expect(root).toHaveAccessibleName(
    /^I: [\d,]+ values, [\d,]+ grids? of the right size, the largest 12 of/,
  );
  await root.focus();
  await page.keyboard.press('ArrowDown');
  const first = tree.getByRole('treeitem', { level: 2 }).first();
  await expect(first).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(first).toHaveAttribute('aria-expanded', 'true');
  await expect(tree.getByRole('treeitem', { level: 3 }).first()).toBeVisible();
  await page.keyboard.press('ArrowLeft');
  await expect(tree.getByRole('treeitem', { level: 3 })).toHaveCount(0);
  expect(await findings(page, {}, '[role="tree"]')).toEqual([]);

  await first.press('Enter');
  await expect(bench.code).toBeVisible();
  await expect(bench.solver).toContainText(/def\s+solve_/);
});
