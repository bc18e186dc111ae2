/** The public data sets: from addresses that the test answers, and from files. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { Page, Route } from '@playwright/test';
import { strToU8, zipSync } from 'fflate';
import { BenchPage } from './bench.ts';
import { expect, test } from './fixture.ts';
import { TaskBrowserPage } from './task-browser.ts';

const arc = process.env.BATT_ARC ?? '../shared/arc/agi1-training.json';
const needsArc = () => test.skip(!existsSync(arc), `no ${arc}: set BATT_ARC to a file of the training set`);

const RAW = 'https://raw.githubusercontent.com/**';
const API = 'https://api.github.com/**';
const headers = { 'access-control-allow-origin': '*' };

interface Entry {
  readonly path: string;
  readonly mode: string;
  readonly type: string;
  readonly sha: string;
}

const hashOf = (kind: string, content: Buffer) =>
  createHash('sha1').update(`${kind} ${content.length}\0`).update(content).digest('hex');

/** The 400 training tasks as files. Those of the repository are not at hand: these stand for them. */
function repository(): { files: ReadonlyMap<string, Buffer>; tree: readonly Entry[] } {
  const tasks: Record<string, unknown> = JSON.parse(readFileSync(arc, 'utf8'));
  const files = new Map(
    Object.entries(tasks)
      .sort(([a], [b]) => (a < b ? -1 : 1)) // as git has them
      .map(([id, task]) => [`${id}.json`, Buffer.from(JSON.stringify(task))]),
  );
  const tree = [...files].map(([path, content]) => ({
    path,
    mode: '100644',
    type: 'blob',
    sha: hashOf('blob', content),
  }));
  return { files, tree };
}

/** Serves the page with the hash of these files in place of that of the pinned commit. */
async function pinTo(route: Route, tree: readonly Entry[]): Promise<void> {
  const listing = tree.map(({ path, sha }) =>
    Buffer.concat([Buffer.from(`100644 ${path}\0`), Buffer.from(sha, 'hex')]),
  );
  const root = hashOf('tree', Buffer.concat(listing));
  const answer = await route.fetch();
  const body = (await answer.text()).replaceAll('c00693818df744970c1cd3e201a559e30b070bbe', root);
  await route.fulfill({ response: answer, body });
}

test.describe('without a network', () => {
  test.use({ expectedTrouble: [/net::ERR|Failed to load resource/] });

  test('a data set that cannot be reached says how to go on', async ({ page }) => {
    await page.route(API, (route) => route.abort());
    const bench = new BenchPage(page);
    await bench.open();
    const browser = new TaskBrowserPage(page);
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
    const { files, tree } = repository();
    await page.route('**/assets/*.js', (route) => pinTo(route, tree));
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
    const browser = new TaskBrowserPage(page);
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
    const browser = new TaskBrowserPage(page);
    await browser.open();
    await browser.dialog.getByRole('button', { name: 'Load ARC-AGI-2 evaluation' }).click();
    await expect(browser.dialog.getByRole('alert')).toContainText('not that of the pinned version');
  });
});

test.describe('from files', () => {
  const setItem = (page: Page) =>
    new TaskBrowserPage(page).dialog.getByRole('listitem', { name: 'ARC-AGI-1 training' });

  test('the zip of the repository is the data set, is there the next time, and can be removed', async ({
    page,
  }) => {
    needsArc();
    const { files, tree } = repository();
    await page.route('**/assets/*.js', (route) => pinTo(route, tree));
    const entries = [...files].map(([name, content]) => [`ARC-AGI-master/data/training/${name}`, content]);
    const zip = zipSync(
      {
        ...Object.fromEntries(entries),
        'ARC-AGI-master/README.md': strToU8('# ARC'),
        'ARC-AGI-master/apps/package.json': strToU8('{"name": "no task"}'),
      },
      { level: 1 },
    );
    const bench = new BenchPage(page);
    await bench.open();
    await bench.choose([{ name: 'ARC-AGI-master.zip', text: Buffer.from(zip) }]);
    await expect(bench.messages).toContainText('400 tasks opened from ARC-AGI-1 training @3990304');
    await expect(bench.messages.getByRole('alert')).toHaveCount(0);
    await expect(bench.task).toContainText('ARC-AGI-1 training @3990304');

    // As it would be after a download.
    await page.reload();
    await expect(bench.pipeline.getByRole('status')).toContainText('Ready');
    await bench.pick('67a3c6ac');
    await expect(bench.task).toContainText('ARC-AGI-1 training @3990304');
    await bench.write('def solve_67a3c6ac(I):\n    O = vmirror(I)\n    return O\n');
    await expect(bench.task.getByText('exact')).toHaveCount(4);
    // It is kept a moment later.
    await page.getByRole('button', { name: 'Library', exact: true }).click();
    await expect(page.getByRole('dialog', { name: 'Library' })).toContainText('1 solver');

    // By address: the set as people write it, or as the page shows it; of no other set.
    for (const dataset of ['ARC-AGI-1 training', 'arc-agi-1-training', 'ARC-AGI-1 training @3990304']) {
      await page.goto(`./?task=67a3c6ac&dataset=${encodeURIComponent(dataset)}`);
      await expect(bench.picker).toHaveValue('67a3c6ac');
    }
    await page.goto('./?task=67a3c6ac&dataset=nonsense');
    await expect(bench.messages.getByRole('alert')).toContainText('There is no task 67a3c6ac of nonsense');
    await page.goto('./');
    await bench.pick('67a3c6ac');

    // By keyboard alone: asked for, thought better of, and done.
    const browser = new TaskBrowserPage(page);
    await browser.open();
    const set = setItem(page);
    await expect(set).toContainText('400 of 400 tasks · @3990304');
    await set.getByRole('button', { name: 'Remove ARC-AGI-1 training' }).focus();
    await page.keyboard.press('Enter');
    await expect(set.getByRole('group')).toContainText('400 tasks leave this browser');
    await expect(set.getByRole('group')).toContainText('stay in the library');
    await expect(set.getByRole('button', { name: 'Keep it' })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(set.getByRole('button', { name: 'Remove ARC-AGI-1 training' })).toBeFocused();
    await expect(browser.dialog).toBeVisible();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(set.getByRole('button', { name: 'Load ARC-AGI-1 training' })).toBeFocused();
    await expect(browser.dialog.getByText('75 tasks', { exact: true })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(bench.picker).not.toHaveValue('67a3c6ac');

    // The solver is still there, and says what its task needs.
    await page.reload();
    await expect(bench.pipeline.getByRole('status')).toContainText('Ready');
    await page.getByRole('button', { name: 'Library', exact: true }).click();
    const library = page.getByRole('dialog', { name: 'Library' });
    await expect(library).toContainText(/67a3c6ac\s*ARC-AGI-1 training\s*1 solver\s*task not loaded/);
    await library.getByRole('button', { name: 'O = vmirror(I)' }).click();
    await expect(bench.messages).toContainText('load ARC-AGI-1 training first');
  });

  test('so is its folder, chosen or dropped; one file changed, and it is a folder of files', async ({
    page,
  }, info) => {
    needsArc();
    const { files, tree } = repository();
    await page.route('**/assets/*.js', (route) => pinTo(route, tree));
    const folder = info.outputPath('ARC-AGI-master');
    mkdirSync(`${folder}/data/training`, { recursive: true });
    for (const [name, content] of files) writeFileSync(`${folder}/data/training/${name}`, content);
    const bench = new BenchPage(page);
    await bench.open();
    const session = await page.context().newCDPSession(page);
    const drop = async () => {
      const data = { items: [], files: [folder], dragOperationsMask: 1 };
      for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
        await session.send('Input.dispatchDragEvent', { type, x: 640, y: 400, data });
    };
    await drop();
    await expect(bench.messages).toContainText('400 tasks opened from ARC-AGI-1 training @3990304');
    await new TaskBrowserPage(page).open();
    await setItem(page).getByRole('button', { name: 'Remove ARC-AGI-1 training' }).click();
    await setItem(page).getByRole('button', { name: 'Remove it' }).click();
    await page.getByLabel('Folder of tasks').setInputFiles(folder);
    await expect(bench.messages).toContainText('400 tasks opened from ARC-AGI-1 training @3990304');

    const [changed] = files.keys();
    writeFileSync(`${folder}/data/training/${changed}`, `${files.get(changed)!.toString()}\n`);
    await drop();
    await expect(bench.messages).toContainText('400 tasks opened from ARC-AGI-master.');
  });
});
