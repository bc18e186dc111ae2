import type { Page } from '@playwright/test';
import { BenchPage } from './bench.ts';
import { expect, test } from './fixture.ts';

const solver = (name: string) => `def solve_x(I):\n    O = ${name}(I)\n    return O\n`;

async function opened(page: Page): Promise<BenchPage> {
  const bench = new BenchPage(page);
  await bench.open();
  return bench;
}

/** Makes a pair with an input of 2 × 3 of which the first cell is red. */
async function make(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Make a pair' }).click();
  const editor = page.getByRole('dialog', { name: 'A pair of your own' });
  await editor.getByLabel('rows').fill('2');
  await editor.getByLabel('rows').press('Tab');
  await editor.getByLabel('columns').fill('3');
  await editor.getByLabel('columns').press('Tab');
  await editor.getByRole('application').focus();
  await page.keyboard.press('2');
  await page.keyboard.press('Space');
  await editor.getByRole('button', { name: 'Use this input' }).click();
}

test('a pair of one’s own is scored with the others, not counted, kept, offered and removed', async ({
  page,
}) => {
  const bench = await opened(page);
  await bench.write(solver('vmirror'));
  const score = bench.task.getByText(/\d+ of \d+ pairs/);
  await expect(score).toBeVisible();
  const before = await score.textContent();
  await make(page);
  const own = bench.task.getByRole('list', { name: 'Your own pairs' });
  const pair = own.getByRole('listitem');
  await expect(pair).toHaveCount(1);
  await expect(bench.task).toContainText('not part of the score');
  const output = pair.getByRole('img', { name: 'What if 1 output of this solver' });
  await expect(output).toHaveAccessibleName(/2 by 3/);
  await expect(score).toHaveText(before!);

  // It is the chosen pair, and in view.
  await expect(pair).toBeInViewport();

  // With every key, as the others.
  await bench.write(solver('rot90'));
  await expect(output).toHaveAccessibleName(/3 by 2/);
  await bench.write(solver('rot91'));
  await expect(bench.solver.getByRole('list', { name: 'Problems' })).toBeVisible();
  await expect(output).toHaveAccessibleName(/3 by 2/);
  await bench.write('def solve_x(I):\n    O = height(I)\n    return O\n');
  await expect(pair).toContainText('not a grid');

  // It is offered on the next visit, not forced.
  await page.reload();
  await expect(bench.pipeline.getByRole('status')).toContainText('Ready');
  await expect(bench.task).toContainText('There is 1 pair of yours from before.');
  await expect(pair).toHaveCount(0);
  await bench.write(solver('rot90'));
  await bench.task.getByRole('button', { name: 'Show' }).click();
  await expect(output).toHaveAccessibleName(/3 by 2/);

  // On another task there is none; back on this one it is still there.
  await page.getByRole('button', { name: 'Next task' }).click();
  await expect(pair).toHaveCount(0);
  await expect(bench.task).not.toContainText('of yours');
  await page.getByRole('button', { name: 'Previous task' }).click();
  await expect(pair).toHaveCount(1);

  await pair.getByRole('button', { name: 'Remove What if 1' }).click();
  await expect(pair).toHaveCount(0);
  await page.reload();
  await expect(bench.pipeline.getByRole('status')).toContainText('Ready');
  await expect(bench.task).not.toContainText('of yours');
});

test('candidates are shown on a pair of one’s own, and its input can be edited', async ({ page }) => {
  const bench = await opened(page);
  await bench.run.click();
  await expect(bench.pipeline.getByRole('status')).toContainText('Solved', { timeout: 30_000 });
  await make(page);
  await expect(bench.candidates.first().locator('svg').first()).toBeVisible();
  const values = bench.solver.getByRole('region', { name: 'Values' });
  await values.getByRole('button', { name: 'edit' }).click();
  const editor = page.getByRole('dialog', { name: 'The input of What if 1' });
  await expect(editor.getByRole('application')).toHaveAccessibleName(/2 × 3|2 by 3/);
  await page.keyboard.press('Escape');
  await expect(editor).toBeHidden();
});

test('two tabs keep the pairs of both', async ({ page, context }) => {
  const first = await opened(page);
  const second = await opened(await context.newPage());
  await first.page.bringToFront();
  await make(first.page);
  await second.page.bringToFront();
  await make(second.page);
  const own = second.task.getByRole('list', { name: 'Your own pairs' }).getByRole('listitem');
  await expect(own).toHaveCount(1);
  await second.page.reload();
  await second.task.getByRole('button', { name: 'Show' }).click();
  await expect(own).toHaveCount(2);
  await expect(own.nth(1)).toContainText('What if 2');
});
