/** What a sweep is saved as, and what is opened as a sweep. */
import { readFileSync } from 'node:fs';
import type { TaskResult } from '../../src/core/pipeline/sweep-record.ts';
import { reportJson } from '../../src/core/pipeline/sweep-report.ts';
import { BenchPage } from './bench.ts';
import { expect, test } from './fixture.ts';
import { starter, few, ids, SweepPage } from './sweep-page.ts';

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
