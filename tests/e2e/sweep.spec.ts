import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { BenchPage } from './bench.ts';
import { expect, test } from './fixture.ts';

const starter = JSON.parse(readFileSync(new URL('../../public/tasks/starter.json', import.meta.url), 'utf8'));
const few = Object.fromEntries(
  Object.entries<{ train: unknown; test: unknown }>(starter.tasks)
    .slice(0, 6)
    .map(([id, { train, test: tests }]) => [`my_${id}`, { train, test: tests }]),
);
const ids = Object.keys(few);

class SweepPage {
  readonly dialog: Locator;
  readonly status: Locator;
  readonly results: Locator;

  constructor(page: Page) {
    this.dialog = page.getByRole('dialog', { name: 'Sweep' });
    this.status = this.dialog.getByRole('region', { name: 'Sweep' }).getByRole('status');
    this.results = this.dialog.getByRole('list', { name: 'Results' }).getByRole('listitem');
  }

  button(name: string): Locator {
    return this.dialog.getByRole('button', { name, exact: true });
  }

  async open(page: Page): Promise<void> {
    await page.getByRole('button', { name: 'Sweep', exact: true }).click();
  }

  /** The ids of the tasks that have a result, the last first. */
  async done(): Promise<string[]> {
    return (await this.results.locator('.name').allTextContents()).map((text) => text.trim());
  }
}

test('start, pause, reload, resume, finish, export, open a task', async ({ page }) => {
  const bench = new BenchPage(page);
  await bench.open();
  await bench.choose([{ name: 'few.json', text: JSON.stringify(few) }]);
  const sweep = new SweepPage(page);
  await sweep.open(page);
  await expect(sweep.dialog.getByRole('combobox', { name: 'Tasks' })).toContainText('few.json · 6 tasks');
  await sweep.dialog.getByRole('spinbutton', { name: 'Candidates per round' }).fill('800');
  await sweep.button('Start').click();
  await expect(sweep.results).not.toHaveCount(0, { timeout: 20_000 });
  await sweep.button('Pause').click();
  await expect(sweep.status).toContainText(/Paused after \d of 6 tasks/);
  const before = await sweep.done();
  expect(before.length).toBeLessThan(6);

  // What was done is there after a reload, and nothing of it is done again. Its tasks are not loaded any more.
  await page.reload();
  await sweep.open(page);
  await expect(sweep.status).toContainText(`Paused after ${before.length} of 6 tasks`);
  expect(await sweep.done()).toEqual(before);
  await sweep.button('Resume').click();
  await expect(sweep.status).toContainText(/Finished: \d of 6 tasks solved/, { timeout: 20_000 });
  expect((await sweep.done()).slice(-before.length)).toEqual(before);
  expect((await sweep.done()).toSorted()).toEqual(ids.toSorted());

  const [csv] = await Promise.all([page.waitForEvent('download'), sweep.button('Export CSV').click()]);
  expect(csv.suggestedFilename()).toBe('sweep-few.json.csv');
  expect(readFileSync(await csv.path(), 'utf8')).toContain(`\r\n${ids[0]},`);
  const [json] = await Promise.all([page.waitForEvent('download'), sweep.button('Export JSON').click()]);
  const report = JSON.parse(readFileSync(await json.path(), 'utf8'));
  expect(report.results.map(({ task }: { task: string }) => task).toSorted()).toEqual(ids.toSorted());
  expect(report).toMatchObject({ version: 1, options: { perRound: 800 }, summary: { tasks: 6, done: 6 } });

  const solved = sweep.results.filter({ hasText: /Solved/ }).first();
  const id = (await solved.locator('.name').textContent()) ?? '';
  await solved.getByRole('button').click();
  await expect(sweep.dialog).toHaveCount(0);
  await expect(bench.picker).toHaveValue(id.trim());
  await expect(bench.code).toHaveValue(new RegExp(`def solve_${id.trim()}`));
});

test('a run goes first, and stopping it does not hurt the sweep', async ({ page }) => {
  const bench = new BenchPage(page);
  await bench.open();
  await bench.choose([{ name: 'few.json', text: JSON.stringify(few) }]);
  await bench.setEndless();
  const sweep = new SweepPage(page);
  await sweep.open(page);
  await sweep.dialog.getByRole('spinbutton', { name: 'Candidates per round' }).fill('400');
  await sweep.dialog.getByRole('spinbutton', { name: 'Rounds' }).fill('2');
  await sweep.button('Start').click();
  await expect(sweep.button('Pause')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(sweep.dialog).toHaveCount(0);
  await bench.run.click();
  await expect(bench.candidates.first()).toBeVisible({ timeout: 20_000 });
  await bench.stop.click();
  await sweep.open(page);
  await expect(sweep.status).toContainText('Finished', { timeout: 20_000 });
  await expect(sweep.dialog.getByRole('button', { name: /^Errors/ })).toHaveText(/0$/);
});
