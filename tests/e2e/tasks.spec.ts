import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { strToU8, zipSync } from 'fflate';
import { createHash } from 'node:crypto';
import { BenchPage } from './bench.ts';
import { expect, test } from './fixture.ts';

const arc = process.env.BATT_ARC ?? '../shared/arc/agi1-training.json';
const published = (): Record<string, { train: unknown[]; test: { input: unknown; output: unknown }[] }> =>
  JSON.parse(readFileSync(arc, 'utf8'));
const needsArc = () => test.skip(!existsSync(arc), `no ${arc}: set BATT_ARC to a file of the training set`);

const GRID = [[1, 2, 3]];
const TASK = { train: [{ input: GRID, output: [[3, 2, 1]] }], test: [{ input: [[4, 5]] }] };

class Browser {
  readonly dialog;
  readonly search;
  readonly cards;
  private readonly page;

  constructor(page: Page) {
    this.page = page;
    this.dialog = page.getByRole('dialog', { name: 'Tasks' });
    this.search = this.dialog.getByRole('searchbox', { name: 'Find a task' });
    this.cards = this.dialog.getByRole('listbox', { name: 'Tasks found' }).getByRole('option');
  }

  async open(): Promise<void> {
    await this.page.getByRole('button', { name: 'Tasks', exact: true }).click();
    await expect(this.search).toBeFocused();
  }
}

test('a task is found by name, by filters and by keyboard', async ({ page }) => {
  const bench = new BenchPage(page);
  await bench.open();
  const browser = new Browser(page);
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

test('2,000 tasks scroll, and only those in view are drawn', async ({ page }) => {
  const bench = new BenchPage(page);
  await bench.open();
  const many = Object.fromEntries(
    Array.from({ length: 2000 }, (_, i) => [`t${String(i).padStart(4, '0')}`, TASK]),
  );
  await bench.choose([{ name: 'many.json', text: JSON.stringify(many) }]);
  await expect(bench.messages).toContainText('2,000 tasks opened');
  const browser = new Browser(page);
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
  await new Browser(page).open();
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
  await expect(bench.task.getByRole('button', { name: 'Test 2' })).toBeVisible();

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

// ---- the public data sets, from addresses that the test answers

const RAW = 'https://raw.githubusercontent.com/**';
const API = 'https://api.github.com/**';
const headers = { 'access-control-allow-origin': '*' };

const hashOf = (kind: string, content: Buffer) =>
  createHash('sha1').update(`${kind} ${content.length}\0`).update(content).digest('hex');

test.describe('without a network', () => {
  test.use({ expectedTrouble: [/net::ERR|Failed to load resource/] });

  test('a data set that cannot be reached says how to go on', async ({ page }) => {
    await page.route(API, (route) => route.abort());
    const bench = new BenchPage(page);
    await bench.open();
    const browser = new Browser(page);
    await browser.open();
    await browser.dialog.getByRole('button', { name: 'Load ARC-AGI-1 training' }).click();
    const why = browser.dialog.getByRole('alert');
    await expect(why).toContainText('Not loaded: api.github.com cannot be reached');
    await expect(why).toContainText('drop it here');
  });
});

test.describe('from its repository', () => {
  test.use({ expectedTrouble: [/net::ERR|Failed to load resource/] });

  test('a data set loads, breaks off, goes on, is checked, and is there the next time', async ({ page }) => {
    needsArc();
    // The files as in the repository are not at hand: a tree of our own stands for that of the pinned commit.
    const tasks = published();
    const files = new Map(
      Object.entries(tasks).map(([id, task]) => [`${id}.json`, Buffer.from(JSON.stringify(task))]),
    );
    const tree = [...files].map(([path, content]) => ({
      path,
      mode: '100644',
      type: 'blob',
      sha: hashOf('blob', content),
    }));
    const listing = Buffer.concat(
      tree.map(({ path, sha }) => Buffer.concat([Buffer.from(`100644 ${path}\0`), Buffer.from(sha, 'hex')])),
    );
    const root = hashOf('tree', listing);
    await page.route('**/assets/*.js', async (route) => {
      const answer = await route.fetch();
      const body = (await answer.text()).replaceAll('c00693818df744970c1cd3e201a559e30b070bbe', root);
      await route.fulfill({ response: answer, body });
    });
    let asked = 0;
    let broken = true;
    await page.route(API, (route) => route.fulfill({ json: { tree }, headers }));
    await page.route(RAW, (route) => {
      const content = files.get(
        decodeURIComponent(new URL(route.request().url()).pathname.split('/').at(-1)!),
      );
      if (broken && ++asked > 150) return route.abort();
      if (!broken) asked++;
      return route.fulfill({ body: content, headers });
    });
    const bench = new BenchPage(page);
    await bench.open();
    const browser = new Browser(page);
    await browser.open();
    const set = browser.dialog.getByRole('listitem', { name: 'ARC-AGI-1 training' });
    await set.getByRole('button', { name: 'Load' }).click();
    await expect(set.getByRole('alert')).toContainText('cannot be reached', { timeout: 20_000 });
    await expect(set).toContainText(/1\d\d of 400 tasks here/);

    // Another day.
    await page.reload();
    await expect(bench.pipeline.getByRole('status')).toContainText('Ready');
    broken = false;
    asked = 0;
    await browser.open();
    await set.getByRole('button', { name: 'Load' }).click();
    await expect(set).toContainText('400 of 400 tasks · @3990304', { timeout: 20_000 });
    expect(asked).toBeLessThan(300);

    await page.reload();
    await expect(bench.pipeline.getByRole('status')).toContainText('Ready');
    asked = 0;
    await bench.pick('67a3c6ac');
    await expect(bench.task).toContainText('ARC-AGI-1 training @3990304');
    expect(asked).toBe(0);
  });

  test('a file that is not that of the pinned version is refused', async ({ page }) => {
    await page.route(API, (route) => route.fulfill({ json: { tree: [] }, headers }));
    const bench = new BenchPage(page);
    await bench.open();
    const browser = new Browser(page);
    await browser.open();
    await browser.dialog.getByRole('button', { name: 'Load ARC-AGI-2 evaluation' }).click();
    await expect(browser.dialog.getByRole('alert')).toContainText('not that of the pinned version');
  });
});
