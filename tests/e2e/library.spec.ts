import { readFileSync } from 'node:fs';
import { findings } from './axe.ts';
import type { Page } from '@playwright/test';
import { BenchPage } from './bench.ts';
import { expect, test } from './fixture.ts';
import {
  importReport,
  importText,
  MIRROR,
  openLibrary,
  SOLVER,
  starter,
  variants,
} from './library-dialog.ts';

async function exported(page: Page, form: 'Python' | 'JSON'): Promise<string> {
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('region', { name: 'Export' }).getByRole('button', { name: form }).click(),
  ]);
  return readFileSync(await file.path(), 'utf8');
}

test('what is found is kept by itself, and is there the next time', async ({ page }) => {
  const bench = new BenchPage(page);
  await bench.open();
  await bench.run.click();
  await expect(bench.pipeline.getByRole('status')).toContainText('Solved', { timeout: 30_000 });
  await bench.choose([{ name: 'tiny.json', text: JSON.stringify(MIRROR) }]);
  await expect(bench.task).toContainText('tiny.json');
  await bench.write(SOLVER);
  await expect(bench.task.getByText('exact')).toHaveCount(2);
  let library = await openLibrary(page);
  await expect(library.getByText('O = vmirror(I)', { exact: true })).toBeVisible();
  await expect(library.getByText(/a run/).first()).toBeVisible();
  await expect(library.getByText('Kept in this browser only')).toBeVisible();
  await library.getByRole('searchbox').fill('tiny');
  await library.getByLabel('Star').click();
  // By key: a value that is put there makes no change that Firefox would tell.
  await library.getByLabel('Notes').pressSequentially('the shortest');
  await library.getByLabel('Notes').press('Tab');
  await page.waitForTimeout(700); // the draft is saved after a pause
  await page.reload();
  await expect(bench.pipeline.getByRole('status')).toContainText('Ready');
  library = await openLibrary(page);
  await library.getByRole('searchbox').fill('shortest');
  await expect(library.getByLabel('Star')).toHaveAttribute('aria-pressed', 'true');
  await library.getByRole('button', { name: 'Close' }).click();

  // The browser of tasks knows of it, and what was typed is offered again.
  await page.getByRole('button', { name: 'Tasks', exact: true }).click();
  await page.getByLabel('State').selectOption('solved');
  await expect(page.getByRole('option', { name: /Butterfly.*solved/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await bench.choose([{ name: 'tiny.json', text: JSON.stringify(MIRROR) }]);
  await bench.solver.getByRole('button', { name: 'Open the draft' }).click();
  await expect(bench.task.getByText('exact')).toHaveCount(2);
});

test('a file of hundreds is imported, reported, exported and imported again to the byte', async ({
  page,
  context,
}) => {
  const bench = new BenchPage(page);
  await bench.open();
  const { text, count } = variants(6);
  expect(count).toBeGreaterThan(400);
  const library = await openLibrary(page);
  const report = importReport(page);
  await importText(page, 'many.py', `${text}\n\ndef solve_bad(I):\n    O = nothing(I)\n    return O\n`);
  await expect(report).toContainText(/many\.py: [\d,]+ new/, { timeout: 20_000 });
  await expect(report).toContainText('1 faulty');
  await expect(library.getByRole('list', { name: 'Faulty solvers' })).toContainText(
    /line [\d,]+\s*solve_bad/,
  );
  await importText(page, 'again.py', text);
  await expect(report).toContainText(/again\.py: 0 new/, { timeout: 20_000 });
  await importText(page, 'other.py', Buffer.from('# caf\u00e9\n', 'latin1'));
  await expect(page.getByRole('alert')).toContainText('other.py: line 1 is not UTF-8');
  const [python, json] = [await exported(page, 'Python'), await exported(page, 'JSON')];

  const other = await context.browser()!.newContext();
  const there = await other.newPage();
  await new BenchPage(there).open();
  await openLibrary(there);
  await importText(there, 'library.py', python);
  await expect(importReport(there)).toContainText(/library\.py: [\d,]+ new/, { timeout: 20_000 });
  expect(await exported(there, 'Python')).toBe(python);
  expect(await exported(there, 'JSON')).toBe(json);
  await other.close();
});

test('tasks of one name in two data sets have solvers, drafts and states of their own', async ({ page }) => {
  const bench = new BenchPage(page);
  await bench.open();
  const id = 'mirror_quilt';
  const { tasks } = JSON.parse(readFileSync('public/tasks/starter.json', 'utf8'));
  const { train, test: tests } = tasks[id];
  const text = JSON.stringify({ train, test: tests });
  await bench.choose([{ name: `${id}.json`, text }]);
  await expect(bench.picker).toHaveValue(id);
  const starterSolver = starter.split(/^(?=def solve_)/m).find((part) => part.includes(`solve_${id}(`))!;
  await bench.write(starterSolver);
  await expect(bench.task.getByText('exact')).toHaveCount(train.length + tests.length);
  const library = await openLibrary(page);
  await expect(library).toContainText(new RegExp(`${id}\\s*own or opened\\s*1 solver`));
  await library.getByRole('button', { name: 'Close' }).click();
  await page.getByRole('button', { name: 'Tasks', exact: true }).click();
  await page.getByLabel('State').selectOption('solved');
  const solved = page.getByRole('listbox', { name: 'Tasks found' }).getByRole('option');
  await expect(solved).toHaveCount(1);
  await expect(solved).toHaveAccessibleName(`${id}, solved`);
  await page.keyboard.press('Escape');
  await page.waitForTimeout(700); // the draft is saved after a pause
  await bench.open();
  await bench.pick('quilt');
  await expect(bench.picker).toHaveValue('Quilt');
  await expect(bench.solver.getByRole('button', { name: 'Open the draft' })).toHaveCount(0);
  await bench.choose([{ name: `${id}.json`, text }]);
  await expect(bench.picker).toHaveValue(id);
  await expect(bench.solver.getByRole('button', { name: 'Open the draft' })).toBeVisible();

  // A task that comes with other grids: what is kept of it is scored anew.
  const other = JSON.stringify({ train: [{ input: [[1, 2]], output: [[5]] }], test: tests });
  await bench.choose([{ name: `${id}.json`, text: other }]);
  const scoredAnew = await openLibrary(page);
  await expect(scoredAnew).toContainText('0 of 1 pair');
  await expect(scoredAnew).not.toContainText('of 3 pairs');
});

test('a submission is made from the library, saved, and held against the truth', async ({ page }) => {
  const bench = new BenchPage(page);
  await bench.open();
  const library = await openLibrary(page);
  await importText(page, 'starter.py', starter);
  await expect(importReport(page)).toContainText('0 faulty', { timeout: 20_000 });
  await library.getByRole('button', { name: 'Submission' }).click();
  const dialog = page.getByRole('dialog', { name: 'Submission' });
  await dialog.getByRole('button', { name: 'Make it from the library' }).click();
  await expect(dialog.getByRole('status')).toContainText('score 100 %', { timeout: 20_000 });
  // The solvers of the pool do as well, each tried on every task.
  await dialog.getByRole('button', { name: 'Make it from the pool' }).click();
  await expect(dialog.getByRole('status')).toContainText(/of 75 tasks/);
  await expect(dialog.getByRole('status')).toContainText(/score (9\d|100) %/, { timeout: 30_000 });
  await dialog.getByRole('button', { name: 'Make it from the library' }).click();
  await expect(dialog.getByRole('status')).toContainText('score 100 %', { timeout: 20_000 });
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Save submission' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe('submission.json');
  const submission = JSON.parse(readFileSync(await file.path(), 'utf8'));
  const ids = Object.keys(submission);
  submission[ids[0]][0] = { attempt_1: [[0]], attempt_2: [[0]] };
  await page.keyboard.press('Escape');
  await bench.choose([{ name: 'submission.json', text: JSON.stringify(submission) }]);
  await expect(dialog.getByRole('status')).toContainText(/submission\.json: 75 tasks\s\(starter\)/);
  await expect(dialog.getByText('wrong', { exact: true })).toHaveCount(1);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`nothing serious is found by axe in the dialogs, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const bench = new BenchPage(page);
    await bench.open();
    await openLibrary(page);
    await importText(
      page,
      'few.py',
      `${starter.slice(0, 3000)}\n\ndef solve_bad(I):\n    O = nothing(I)\n    return O\n`,
    );
    await expect(page.getByRole('list', { name: 'Faulty solvers' })).toBeVisible();
    const found: string[] = [];
    const look = async (dialog: string) => {
      await expect(page.getByRole('dialog', { name: dialog })).toBeVisible();
      for (const finding of await findings(page, {}, 'dialog')) found.push(`${dialog}: ${finding}`);
      await page.getByRole('dialog', { name: dialog }).getByRole('button', { name: 'Close' }).click();
    };
    await look('Library');
    await page.getByRole('button', { name: 'Tasks', exact: true }).click();
    await expect(
      page.getByRole('listbox', { name: 'Tasks found' }).getByRole('option').first(),
    ).toBeVisible();
    await look('Tasks');
    await page.getByRole('button', { name: 'Share', exact: true }).click();
    await expect(page.getByRole('img', { name: 'QR code' })).toBeVisible();
    await look('Share');
    for (const [item, dialog] of [
      ['Arrange the pairs', 'Arrange the pairs'],
      ['Figure', 'Figure'],
    ]) {
      await page.getByRole('button', { name: 'More for this task' }).click();
      await page.getByRole('button', { name: item }).click();
      await look(dialog);
    }
    expect(found).toEqual([]);
  });
}
