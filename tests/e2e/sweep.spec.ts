import { readFileSync } from 'node:fs';
import type { TaskResult } from '../../src/core/pipeline/sweep-record.ts';
import { starterPool, starterTask } from '../support/starter.ts';
import { sweepHere } from '../support/sweep-here.ts';
import { BenchPage } from './bench.ts';
import { crash } from './crash.ts';
import { expect, test } from './fixture.ts';
import { few, ids, SweepPage } from './sweep-page.ts';

test('start, pause, reload, resume, finish, export, open a task', async ({ page }) => {
  const bench = new BenchPage(page);
  await bench.open();
  await bench.choose([{ name: 'few.json', text: JSON.stringify(few) }]);
  await expect(bench.task).toContainText('few.json');
  const sweep = new SweepPage(page);
  await sweep.open(page);
  await expect(sweep.dialog.getByRole('combobox', { name: 'Tasks' })).toContainText('few.json · 6 tasks');
  await sweep.dialog.getByRole('spinbutton', { name: 'Candidates per round' }).fill('800');
  await sweep.dialog.getByRole('spinbutton', { name: 'Seconds per task' }).fill('600');
  await sweep.pauseWithFirst();
  await sweep.button('Start').click();
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

  // Its charts need no more than its results, those of before the reload among them.
  await sweep.button('Charts').click();
  await expect(sweep.dialog.getByRole('img', { name: /^Progress\. 6 of 6 tasks done in/ })).toBeVisible();
  await sweep.button('Numbers of Solved by time').click();
  await expect(sweep.dialog.getByRole('region', { name: 'Numbers of Solved by time' })).toContainText(
    'Solved',
  );

  const [csv] = await Promise.all([page.waitForEvent('download'), sweep.button('Export CSV').click()]);
  expect(csv.suggestedFilename()).toBe('sweep-few.json.csv');
  expect(readFileSync(await csv.path(), 'utf8')).toContain(`\r\n${ids[0]},`);
  const [json] = await Promise.all([page.waitForEvent('download'), sweep.button('Export JSON').click()]);
  const report = JSON.parse(readFileSync(await json.path(), 'utf8'));
  expect(report.results.map(({ task }: { task: string }) => task).toSorted()).toEqual(ids.toSorted());
  expect(report).toMatchObject({
    version: 1,
    dataset: 'few.json',
    options: { perRound: 800 },
    summary: { tasks: 6, done: 6 },
  });

  // The same plan in this thread, under Node, gives the same to the byte.
  const tasks = report.results.map(({ task: id }: TaskResult) => ({
    id,
    task: starterTask(id.slice('my_'.length)),
  }));
  const here = await sweepHere({ tasks, pool: starterPool, options: report.options });
  const timeless = report.results.map((result: TaskResult) => ({ ...result, seconds: 0 }));
  expect(JSON.stringify(timeless)).toBe(JSON.stringify(here));

  // What it found is in the library, without being asked for.
  const found = report.results.filter(({ matched, train }: TaskResult) => matched === train);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Library' }).click();
  const library = page.getByRole('dialog', { name: 'Library' });
  await expect(library.getByText('from a sweep')).toHaveCount(found.length);
  await page.keyboard.press('Escape');
  await sweep.open(page);

  const solved = sweep.results.filter({ hasText: /Solved/ }).first();
  const id = (await solved.locator('.name').textContent()) ?? '';
  await solved.getByRole('button').click();
  await expect(sweep.dialog).toHaveCount(0);
  await expect(bench.picker).toHaveValue(id.trim());
  await bench.fullEditor();
  await expect(bench.solver.locator('.view-lines')).toContainText(`def solve_${id.trim()}`);
});

test('a tab that crashes has one task to do again, whatever the number of workers', async ({
  page,
  context,
}) => {
  // Every task of the sweep that a worker is given, by its content; the page rehearses on another one.
  let begun: string[] = [];
  const swept = new Set(Object.values(few).map(({ train }) => JSON.stringify(train)));
  await context.exposeBinding('__begun', (_, train: string) => {
    if (swept.has(train)) begun.push(train);
  });
  await context.addInitScript(() => {
    const { postMessage } = Worker.prototype;
    Worker.prototype.postMessage = function (this: Worker, message: any, ...rest: any[]) {
      const [name, job] = (message?.argumentList ?? []).map(({ value }: any) => value);
      if (name === 'generate') (globalThis as any).__begun(JSON.stringify(job.task.train));
      return (postMessage as any).call(this, message, ...rest);
    };
  });
  // The third task that this tab begins is held back: there the sweep stands when the tab goes.
  await page.addInitScript(
    (tasks) => {
      const begun = new Set<string>();
      const { postMessage } = Worker.prototype;
      Worker.prototype.postMessage = function (this: Worker, message: any, ...rest: any[]) {
        const [name, job] = (message?.argumentList ?? []).map(({ value }: any) => value);
        const train = name === 'generate' ? JSON.stringify(job.task.train) : '';
        if (tasks.includes(train)) begun.add(train);
        if (begun.size < 3) return (postMessage as any).call(this, message, ...rest);
        (globalThis as any).__begun(train);
      };
    },
    [...swept],
  );
  const bench = new BenchPage(page);
  await bench.open();
  await page.getByRole('slider', { name: 'Workers' }).fill('4');
  await bench.choose([{ name: 'few.json', text: JSON.stringify(few) }]);
  await expect(bench.task).toContainText('few.json');
  const sweep = new SweepPage(page);
  await sweep.open(page);
  await sweep.dialog.getByRole('spinbutton', { name: 'Candidates per round' }).fill('800');
  await sweep.button('Start').click();
  await expect.poll(() => new Set(begun).size).toBe(3);
  await crash(page);
  const before = new Set(begun);
  begun = [];

  const next = await context.newPage();
  await new BenchPage(next).open();
  const again = new SweepPage(next);
  await again.open(next);
  await expect(again.status).toContainText(/Paused after \d of 6 tasks/);
  const kept = (await again.done()).length;
  expect(before.size - kept).toBeLessThanOrEqual(1);
  await again.button('Resume').click();
  await expect(again.status).toContainText(/Finished: \d of 6 tasks solved/, { timeout: 30_000 });
  const after = new Set(begun);
  expect([...after].filter((task) => before.has(task)).length).toBeLessThanOrEqual(1);
  expect(after.size).toBe(6 - kept);
});

test('a run goes first, and stopping it does not hurt the sweep', async ({ page }) => {
  const bench = new BenchPage(page);
  await bench.open();
  await bench.choose([{ name: 'few.json', text: JSON.stringify(few) }]);
  await expect(bench.task).toContainText('few.json');
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

test('of two tabs one sweeps; the other one says so, and goes on with it once that is closed', async ({
  page,
  context,
}) => {
  await new BenchPage(page).open();
  await new BenchPage(page).choose([{ name: 'few.json', text: JSON.stringify(few) }]);
  await expect(new BenchPage(page).task).toContainText('few.json');
  const sweep = new SweepPage(page);
  await sweep.open(page);
  await sweep.pauseWithFirst();
  await sweep.button('Start').click();
  await expect(sweep.status).toContainText(/Paused after \d of 6 tasks/);
  const before = await sweep.done();

  const second = await context.newPage();
  await new BenchPage(second).open();
  const other = new SweepPage(second);
  await other.open(second);
  await expect(other.status).toContainText(/Paused after \d of 6 tasks/);
  await other.button('Resume').click();
  await expect(other.dialog.getByRole('alert')).toContainText('under way in another tab');
  expect(await other.done()).toEqual(before);

  await page.close();
  await other.button('Resume').click();
  await expect(other.status).toContainText(/Finished: \d of 6 tasks solved/, { timeout: 60_000 });
  await expect(other.dialog.getByRole('alert')).toHaveCount(0);
  expect((await other.done()).toSorted()).toEqual(ids.toSorted());
});
