import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import type { TaskResult } from '../../src/core/pipeline/sweep-record.ts';
import { reportJson } from '../../src/core/pipeline/sweep-report.ts';
import { starterPool, starterTask } from '../support/starter.ts';
import { sweepHere } from '../support/sweep-here.ts';
import { BenchPage } from './bench.ts';
import { expect, test } from './fixture.ts';

const starter = JSON.parse(readFileSync(new URL('../../public/tasks/starter.json', import.meta.url), 'utf8'));
const few = Object.fromEntries(
  Object.entries<{ train: unknown; test: unknown }>(starter.tasks)
    .slice(2, 8)
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

  /** There is a result. Asked often: the others come within a second. */
  async begun(): Promise<void> {
    await expect.poll(() => this.results.count(), { timeout: 20_000, intervals: [20] }).toBeGreaterThan(0);
  }

  /** The tasks that have a result, the last first. */
  async done(): Promise<string[]> {
    return (await this.results.locator('.name').allTextContents()).map((text) =>
      text.trim().replace(/\s+/g, ' '),
    );
  }
}

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
  await sweep.button('Start').click();
  await sweep.begun();
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
  const bench = new BenchPage(page);
  await bench.open();
  await page.getByRole('slider', { name: 'Workers' }).fill('4');
  await bench.choose([{ name: 'few.json', text: JSON.stringify(few) }]);
  await expect(bench.task).toContainText('few.json');
  const sweep = new SweepPage(page);
  await sweep.open(page);
  await sweep.dialog.getByRole('spinbutton', { name: 'Candidates per round' }).fill('800');
  await sweep.button('Start').click();
  await sweep.begun();
  await expect.poll(() => new Set(begun).size).toBeGreaterThan(1);
  const died = page.waitForEvent('crash');
  const session = await context.newCDPSession(page);
  session.send('Page.crash').catch(() => undefined);
  await died;
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

test('a submission is made of the answers', async ({ page }) => {
  const bench = new BenchPage(page);
  await bench.open();
  const [first] = Object.keys(few);
  const [pair] = (few[first] as { test: { input: unknown }[] }).test;
  // One of the tasks has a second test input, whose answer nobody knows.
  const tasks = { ...few, [first]: { ...few[first], test: [pair, { input: pair.input }] } };
  await bench.choose([{ name: 'few.json', text: JSON.stringify(tasks) }]);
  await expect(bench.task).toContainText('few.json');
  const sweep = new SweepPage(page);
  await sweep.open(page);
  await expect(sweep.button('Export submission')).toHaveCount(0);
  await sweep.button('Start').click();
  await expect(sweep.status).toContainText('Finished', { timeout: 30_000 });
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    sweep.button('Export submission').click(),
  ]);
  expect(file.suggestedFilename()).toBe('submission.json');
  const text = readFileSync(await file.path(), 'utf8');
  const submission: Record<string, { attempt_1: number[][]; attempt_2: number[][] }[]> = JSON.parse(text);
  expect(Object.keys(submission).toSorted()).toEqual(ids.toSorted());
  expect(Object.values(submission).map(({ length }) => length)).toEqual(
    Object.keys(submission).map((id) => (id === first ? 2 : 1)),
  );
  for (const { attempt_1, attempt_2 } of Object.values(submission).flat())
    expect(attempt_1).not.toEqual(attempt_2);
  const messages = sweep.dialog.getByRole('region', { name: 'Messages' });
  await expect(messages).toContainText(
    /submission\.json: 7 test inputs, 7 answered, 7 with two different answers; \d of 6 right\./,
  );

  // It is a submission as any other: dropped, it is held against the truth.
  await page.keyboard.press('Escape');
  await bench.choose([{ name: 'submission.json', text }]);
  await expect(page.getByRole('dialog', { name: 'Submission' })).toContainText(
    /submission\.json: 6 tasks\s\(own and opened\),\s+\d of\s+6 test inputs right/,
  );
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

test('the folder of a sweep on other machines shows its report, as one made here', async ({ page }) => {
  const bench = new BenchPage(page);
  await bench.open();
  const [known] = Object.keys(starter.tasks) as [string];
  const solver = (id: string) => `def solve_${id}(I):\n    O = vmirror(I)\n    return O\n`;
  const result = (id: string, matched: number): TaskResult => ({
    ...{ task: id, solved: matched === 3, matched, train: 3, accuracy: matched / 3, test: [matched === 3] },
    ...{ solver: solver(id), candidates: 200, seconds: 1.5, ended: matched === 3 ? 'solved' : 'finished' },
    attempts: [[['12', '34']]],
  });
  const lost: TaskResult = {
    ...{ ...result('lost', 0), solver: '', attempts: [[]], ended: 'failed' },
    error: 'given up after 3 lost workers: on far:12: the worker thread ended',
  };
  const results = [result(known, 3), result('elsewhere', 1), lost];
  const text = reportJson({ dataset: 'lab.json', count: 5 }, { seed: 1, searchFuel: 1000 }, results);
  const submission = { [known]: [{ attempt_1: [[1]], attempt_2: [[1]] }] };
  await bench.choose([
    { name: 'sweep.json', text: JSON.stringify({ version: 1, options: { seed: 1 }, inputs: 'abc' }) },
    { name: 'submission.json', text: JSON.stringify(submission) },
    { name: 'report.json', text },
  ]);
  const sweep = new SweepPage(page);
  await expect(sweep.status).toHaveText('Report: 1 of 3 tasks solved.');
  await expect(sweep.dialog.getByText('lab.json, 3 of 5 tasks')).toBeVisible();
  expect(await sweep.done()).toEqual(['lost', 'elsewhere', `${starter.tasks[known].title} ${known}`]);
  await expect(sweep.results.nth(0)).toContainText('given up after 3 lost workers');
  await sweep.results.nth(1).getByRole('button').click();
  await expect(sweep.dialog.getByRole('alert')).toContainText('elsewhere is not among the tasks here');
  await sweep.results.nth(2).getByRole('button').click();
  await expect(sweep.dialog).toBeHidden();
  await expect(bench.picker).toHaveValue(starter.tasks[known].title);

  // It is a look at a file: the next visit knows nothing of it.
  await page.reload();
  await sweep.open(page);
  await expect(sweep.button('Start')).toBeVisible();
});

test('a task that is marked as faulty is told in the task browser, in the sweep and in its report', async ({
  page,
}) => {
  const bench = new BenchPage(page);
  await bench.open();
  const pair = { input: [[1, 2]], output: [[2, 1]] };
  const task = { train: [pair], test: [pair] };
  await bench.choose([
    { name: 'one.json', text: JSON.stringify(task) },
    { name: 'two.json', text: JSON.stringify(task) },
  ]);
  await expect(bench.picker).toHaveValue('one');
  const command = async (text: string): Promise<void> => {
    await page.keyboard.press('ControlOrMeta+k');
    await page.getByRole('combobox', { name: 'Find a command' }).fill(text);
    await page.keyboard.press('Enter');
  };
  await command('mark the task as faulty');
  await expect(bench.messages).toContainText('one is marked as faulty');
  await page.getByRole('button', { name: 'Tasks', exact: true }).click();
  const tasks = page.getByRole('dialog', { name: 'Tasks' });
  await tasks.getByLabel('State').selectOption('faulty');
  await expect(tasks.getByRole('option', { name: /^one.*marked as faulty/ })).toBeVisible();
  await expect(tasks.getByRole('listbox').getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Escape');

  const results = ['one', 'two'].map((id) => ({
    ...{ task: id, solved: true, matched: 1, train: 1, accuracy: 1, test: [true], candidates: 1, seconds: 0 },
    ...{ solver: 'def solve_a(I):\n    return vmirror(I)\n', ended: 'solved' as const, attempts: [] },
  }));
  const options = { seed: 1, rounds: 1, perRound: 1, fuel: 1, secondsPerTask: 1, leaveOwnOut: false };
  const report = reportJson({ dataset: 'ARC-AGI-1 training @0123abc', count: 2 }, options, results);
  await bench.choose([{ name: 'report.json', text: report }]);
  const sweep = page.getByRole('dialog', { name: 'Sweep' });
  await expect(sweep).toContainText('Made on another version: here it is ARC-AGI-1 training @3990304');
  await expect(sweep).toContainText('1 task of it marked as faulty, 1 of them solved.');
  await expect(sweep.getByRole('listitem').filter({ hasText: 'one' })).toContainText('faulty');
  const saving = page.waitForEvent('download');
  await sweep.getByRole('button', { name: 'Export CSV' }).click();
  const csv = readFileSync(await (await saving).path(), 'utf8');
  expect(
    csv
      .trim()
      .split('\r\n')
      .filter((line) => /,(marked|faulty)?$/.test(line)),
  ).toHaveLength(3);
  expect(csv).toMatch(/^one,.*[^]*,faulty\r\n/m);
});
