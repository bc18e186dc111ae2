import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { strToU8, zipSync } from 'fflate';
import { BenchPage } from './bench.ts';
import { expect, test } from './fixture.ts';
import { TaskBrowserPage } from './task-browser.ts';

const arc = process.env.BATT_ARC ?? '../shared/arc/agi1-training.json';
const published = (): Record<string, { train: unknown[]; test: { input: unknown; output: unknown }[] }> =>
  JSON.parse(readFileSync(arc, 'utf8'));
const needsArc = () => test.skip(!existsSync(arc), `no ${arc}: set BATT_ARC to a file of the training set`);

const GRID = [[1, 2, 3]];
const TASK = { train: [{ input: GRID, output: [[3, 2, 1]] }], test: [{ input: [[4, 5]] }] };

test('a task is found by name, by filters and by keyboard', async ({ page }) => {
  const bench = new BenchPage(page);
  await bench.open();
  const browser = new TaskBrowserPage(page);
  await browser.open();
  await page.keyboard.type('quilt');
  await expect(browser.cards).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(browser.dialog).toBeHidden();
  await expect(bench.picker).toHaveValue('Quilt');
  await expect(page.getByRole('button', { name: 'Tasks', exact: true })).toBeFocused();

  await browser.open();
  await browser.dialog.getByRole('button', { name: 'Show all' }).click();
  await browser.dialog.getByLabel('Theme').selectOption('counting');
  await expect(browser.dialog.getByRole('status')).toContainText(/^\d of \d+ tasks/);
  await browser.dialog.getByLabel('Solver uses').fill('colorcount');
  const few = await browser.cards.count();
  expect(few).toBeGreaterThan(0);
  await browser.dialog.getByRole('button', { name: 'Show all' }).click();
  await browser.dialog.getByRole('button', { name: 'maroon' }).click();
  await browser.dialog.getByLabel('Grid size').selectOption('10');
  await expect(browser.dialog.getByRole('status')).toContainText(/of \d+ tasks/);
  await browser.dialog.getByRole('button', { name: 'Show all' }).click();

  // Into the grid, about in it, and a task opened.
  await browser.search.press('ArrowDown');
  const grid = browser.dialog.getByRole('listbox', { name: 'Tasks found' });
  await expect(grid).toBeFocused();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await expect(grid).toHaveAttribute('aria-activedescendant', 'card-1');
  await page.keyboard.press('End');
  await expect(browser.cards.last()).toBeVisible();
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect(browser.dialog).toBeHidden();

  await browser.open();
  await page.keyboard.press('Escape');
  await expect(browser.dialog).toBeHidden();
});

test('a card shows the first pair of its task', async ({ page }) => {
  const bench = new BenchPage(page);
  await bench.open();
  const input = [
    [1, 1],
    [2, 3],
  ];
  await bench.choose([
    {
      name: 'own-card.json',
      text: JSON.stringify({ train: [{ input, output: [[4]] }], test: [{ input: GRID }] }),
    },
  ]);
  await expect(bench.picker).toHaveValue('own-card');
  const browser = new TaskBrowserPage(page);
  await browser.open();
  await browser.search.fill('own-card');
  await expect(browser.cards).toHaveCount(1);
  const squares = browser.cards.locator('path[fill]');
  await expect(squares).toHaveCount(4);
  expect(
    await squares.evaluateAll((all) =>
      all.map((path) => [path.getAttribute('fill'), path.getAttribute('d')]),
    ),
  ).toEqual([
    ['#1E93FF', 'M0 0h2v1h-2z'],
    ['#F93C31', 'M0 1h1v1h-1z'],
    ['#4FCC30', 'M1 1h1v1h-1z'],
    ['#FFDC00', 'M0 0h1v1h-1z'],
  ]);
  // A cell is at most a quarter of the square of 76 pixels; each grid is in the middle of its own.
  const boxes = await squares.evaluateAll((all) =>
    all.map((path) => {
      const { x, y, width, height } = path.getBoundingClientRect();
      const { x: left, y: top } = path.closest('svg')!.getBoundingClientRect();
      return [x - left, y - top, width, height].map(Math.round);
    }),
  );
  expect(boxes).toEqual([
    [19, 19, 38, 19],
    [19, 38, 19, 19],
    [38, 38, 19, 19],
    [116, 28, 19, 19],
  ]);
});

test('a key that comes before the list is there goes to the list', async ({ page }) => {
  const bench = new BenchPage(page);
  await bench.open();
  const browser = new TaskBrowserPage(page);
  await page.getByRole('button', { name: 'Tasks', exact: true }).evaluate((button: HTMLElement) => {
    new MutationObserver((_changes, observer) => {
      const field = document.querySelector('input[aria-label="Find a task"]');
      if (!field) return;
      observer.disconnect();
      if (document.querySelector('[role=listbox][aria-label="Tasks found"]')) throw new Error('too late');
      field.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true }));
    }).observe(document.body, { childList: true, subtree: true });
    button.click();
  });
  await expect(browser.dialog.getByRole('listbox', { name: 'Tasks found' })).toBeFocused();
});

test('2,000 tasks scroll, and only those in view are drawn', async ({ page }) => {
  const bench = new BenchPage(page);
  await bench.open();
  const many = Object.fromEntries(
    Array.from({ length: 2000 }, (_, i) => [`t${String(i).padStart(4, '0')}`, TASK]),
  );
  await bench.choose([{ name: 'many.json', text: JSON.stringify(many) }]);
  await expect(bench.messages).toContainText('2,000 tasks opened');
  const browser = new TaskBrowserPage(page);
  await browser.open();
  await browser.search.press('ArrowDown');
  const started = Date.now();
  await page.keyboard.press('End');
  await expect(browser.cards.filter({ hasText: 't1999' })).toBeVisible();
  expect(Date.now() - started).toBeLessThan(2000);
  expect(await browser.cards.count()).toBeLessThan(120);
  await browser.search.fill('t1234');
  await expect(browser.cards).toHaveCount(1);
});

test('a zip of the 400 published tasks, and Kaggle’s two files', async ({ page }) => {
  needsArc();
  const tasks = published();
  const entries = Object.entries(tasks).map(
    ([id, task]) => [`ARC-AGI-master/data/training/${id}.json`, strToU8(JSON.stringify(task))] as const,
  );
  const zip = zipSync(
    { ...Object.fromEntries(entries), 'ARC-AGI-master/README.md': strToU8('# ARC') },
    { level: 1 },
  );
  const bench = new BenchPage(page);
  await bench.open();
  await bench.choose([{ name: 'training.zip', text: Buffer.from(zip) }]);
  await expect(bench.messages).toContainText('400 tasks opened from training.zip');

  const some = Object.entries(tasks).slice(0, 20);
  const challenges = some.map(([id, task]) => [
    `k_${id}`,
    { ...task, test: task.test.map(({ input }) => ({ input })) },
  ]);
  const solutions = some.map(([id, task]) => [`k_${id}`, task.test.map(({ output }) => output)]);
  await bench.choose([
    { name: 'arc_x_challenges.json', text: JSON.stringify(Object.fromEntries(challenges)) },
    { name: 'arc_x_solutions.json', text: JSON.stringify(Object.fromEntries(solutions)) },
  ]);
  await expect(bench.messages).toContainText('20 tasks opened from arc_x_challenges.json');
  await bench.task.getByRole('button', { name: 'Show the answer of Test' }).click();
  await expect(bench.task).not.toContainText('→ ?');
  await bench.choose([{ name: 'arc_x_solutions.json', text: JSON.stringify(Object.fromEntries(solutions)) }]);
  await expect(bench.messages.getByRole('alert')).toContainText('together with the challenges');
  await bench.choose([{ name: 'bad.zip', text: 'PK no zip' }]);
  await expect(bench.messages.getByRole('alert').last()).toContainText(
    'bad.zip: it is no zip that can be read',
  );
});

test('a folder, with other things in it', async ({ page }, info) => {
  const folder = info.outputPath('mine');
  mkdirSync(`${folder}/deep`, { recursive: true });
  writeFileSync(`${folder}/one.json`, JSON.stringify(TASK));
  writeFileSync(`${folder}/deep/two.json`, JSON.stringify(TASK));
  writeFileSync(`${folder}/notes.txt`, 'nothing');
  const bench = new BenchPage(page);
  await bench.open();
  await new TaskBrowserPage(page).open();
  await page.getByLabel('Folder of tasks').setInputFiles(folder);
  await expect(bench.messages).toContainText('2 tasks opened from mine');
  await expect(bench.messages.getByRole('alert')).toHaveCount(0);
});

async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((content) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', content);
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
  }, text);
}

test('what is pasted is recognised', async ({ page }) => {
  const bench = new BenchPage(page);
  await bench.open();
  await paste(page, JSON.stringify(TASK));
  await expect(bench.picker).toHaveValue('pasted');
  await paste(page, 'def solve_x(I):\n    O = vmirror(I)\n    return O');
  await expect(bench.task.getByText('exact')).toHaveCount(1);
  for (const grid of [
    '[[1, 2], [3, 4]]',
    '((1, 2),\n (3, 4),)',
    'array([[1, 2],\n       [3, 4]], dtype=int8)',
    '[[1 2]\n [3 4]]',
    '1 2\n3 4',
    '12\n34',
  ]) {
    await test.step(grid, async () => {
      const before = await bench.picker.inputValue();
      await paste(page, grid);
      await expect(bench.picker).not.toHaveValue(before);
      await expect(bench.task).toContainText('2 × 2 → ?');
    });
  }
  await paste(page, 'hello');
  await expect(bench.messages.getByRole('alert')).toContainText('What was pasted is no task');
});

test('a task pasted over the search is opened, a word is looked for', async ({ page }) => {
  const bench = new BenchPage(page);
  await bench.open();
  const browser = new TaskBrowserPage(page);
  await browser.open();
  const pasteInto = (text: string) =>
    browser.search.evaluate((field, content) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', content);
      const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
      return field.dispatchEvent(event);
    }, text);
  expect(await pasteInto('quilt')).toBe(true); // the browser puts it into the field
  await expect(browser.dialog).toBeVisible();
  expect(await pasteInto(JSON.stringify(TASK))).toBe(false);
  await expect(browser.dialog).toBeHidden();
  await expect(bench.picker).toHaveValue('pasted');
});

test('an own task is made from nothing, drawn, and kept', async ({ page }) => {
  const bench = new BenchPage(page);
  await bench.open();
  const browser = new TaskBrowserPage(page);
  await browser.open();
  await browser.dialog.getByRole('button', { name: 'New task' }).click();
  const dialog = page.getByRole('dialog', { name: 'Arrange the pairs' });
  await dialog.getByRole('button', { name: 'Add a train pair' }).click();
  await expect(dialog.getByRole('list', { name: 'Train pairs' }).getByRole('listitem')).toHaveCount(2);
  for (const [side, colour] of [
    ['input', '3'],
    ['output', '7'],
  ]) {
    await dialog
      .getByRole('button', { name: `Draw the ${side}` })
      .first()
      .click();
    const editor = page.getByRole('dialog', { name: `The ${side} of Pair 1` });
    await editor.getByRole('application').focus();
    for (const key of ['ArrowRight', colour, 'Space']) await page.keyboard.press(key);
    await editor.getByRole('button', { name: `Use this ${side}` }).click();
  }
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(bench.picker).toHaveValue('mine');
  await page.reload();
  await expect(bench.pipeline.getByRole('status')).toContainText('Ready');
  await bench.pick('mine');
  await page.getByRole('button', { name: 'More for this task' }).click();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save as JSON' }).click(),
  ]);
  const { train, test: tests } = JSON.parse(readFileSync(await file.path(), 'utf8'));
  expect([train.length, tests.length]).toEqual([2, 1]);
  expect([train[0].input[0], train[0].output[0]]).toEqual([
    [0, 3, 0, 0, 0],
    [0, 7, 0, 0, 0],
  ]);
});

test('an own task: a copy, its pairs in another order, a figure, a file', async ({ page }) => {
  const bench = new BenchPage(page);
  await bench.open();
  const more = page.getByRole('button', { name: 'More for this task' });
  await more.click();
  await page.getByRole('button', { name: 'Arrange the pairs' }).click();
  const dialog = page.getByRole('dialog', { name: 'Arrange the pairs' });
  await dialog.getByRole('button', { name: 'To test' }).first().click();
  await dialog.getByLabel('Name').fill('Mine');
  await dialog.getByRole('button', { name: 'Save as a task of your own' }).click();
  await expect(bench.picker).toHaveValue('Mine');
  await expect(bench.task.getByRole('button', { name: 'Test 2', exact: true })).toBeVisible();

  // It is there the next time, until it is removed.
  await page.reload();
  await expect(bench.pipeline.getByRole('status')).toContainText('Ready');
  await bench.pick('Mine');
  await more.click();
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(bench.picker).not.toHaveValue('Mine');
  await bench.messages.getByRole('button', { name: 'Bring back' }).click();
  await expect(bench.picker).toHaveValue('Mine');
  await more.click();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save as JSON' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe('Mine.json');
  expect(JSON.parse(readFileSync(await file.path(), 'utf8')).test).toHaveLength(2);
  await more.click();
  await page.getByRole('button', { name: 'Figure' }).click();
  const figure = page.getByRole('dialog', { name: 'Figure' });
  const [svg] = await Promise.all([
    page.waitForEvent('download'),
    figure.getByRole('button', { name: 'Save SVG' }).click(),
  ]);
  expect(readFileSync(await svg.path(), 'utf8')).toMatch(/^<svg xmlns/);
  const [png] = await Promise.all([
    page.waitForEvent('download'),
    figure.getByRole('button', { name: 'Save PNG' }).click(),
  ]);
  expect(
    readFileSync(await png.path())
      .subarray(1, 4)
      .toString(),
  ).toBe('PNG');
});
