import type { Page } from '@playwright/test';
import { BenchPage } from './bench.ts';
import { Deployment } from './deployment.ts';
import { expect, test } from './fixture.ts';

/** The page without the network, and when a newer version has come. */

/** Waits until all of the page is kept. */
async function kept(page: Page): Promise<void> {
  await expect
    .poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null), { timeout: 30_000 })
    .toBe(true);
}

/** Marks this visit: the mark is gone when the page was loaded anew. */
const mark = (page: Page) => page.evaluate(() => void ((globalThis as { mark?: boolean }).mark = true));
const marked = (page: Page) => page.evaluate(() => 'mark' in globalThis);

const NEWER = 'A new version is there.';

test.describe('with a service worker', () => {
  test.use({ serviceWorkers: 'allow' });

  test('after the first visit all works with the network off: a run, the editor, every dialog', async ({
    page,
    context,
  }) => {
    const bench = new BenchPage(page);
    await bench.open();
    await kept(page);
    await context.setOffline(true);
    await page.goto('./?from=elsewhere');
    await expect(bench.pipeline.getByRole('status')).toContainText('Ready');
    await bench.run.click();
    await expect(bench.pipeline.getByRole('status')).toContainText('Solved', { timeout: 30_000 });
    await bench.fullEditor();
    for (const name of ['Tasks', 'Library', 'Sweep', 'Share']) {
      await page.getByRole('button', { name, exact: true }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toBeHidden();
    }
    await expect(bench.messages).not.toContainText(/could not|network/);
  });

  test('the first visit itself goes on when the network goes', async ({ page, context }) => {
    const bench = new BenchPage(page);
    await bench.open();
    await kept(page);
    await context.setOffline(true);
    await page.getByRole('button', { name: 'Library', exact: true }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
  });

  test('it can be installed: a manifest with a name and pictures that are there', async ({ page }) => {
    await page.goto('./');
    const address = await page.locator('link[rel="manifest"]').evaluate((link: HTMLLinkElement) => link.href);
    const manifest = await (await page.request.get(address)).json();
    expect(manifest).toMatchObject({ name: 'Batt', start_url: './', scope: './', display: 'standalone' });
    const sizes: string[] = [];
    for (const { src, type } of manifest.icons) {
      const picture = await page.request.get(new URL(src, address).href);
      expect(picture.headers()['content-type']).toBe(type);
      sizes.push(
        await page.evaluate(async (from) => {
          const image = new Image();
          image.src = from;
          await image.decode();
          return `${image.naturalWidth}x${image.naturalHeight}`;
        }, new URL(src, address).href),
      );
    }
    expect(sizes).toEqual(expect.arrayContaining(['192x192', '512x512']));
  });

  test('a new version asks, in each tab, and takes nothing away', async ({ page, context }) => {
    const deployment = new Deployment();
    try {
      const address = await deployment.start();
      const bench = new BenchPage(page);
      await page.goto(address);
      await kept(page);
      const other = await context.newPage();
      await other.goto(address);
      await mark(other);
      const beside = new BenchPage(other);
      await beside.write('def solve_other(I):\n    return I\n');
      await beside.fullEditor();

      deployment.deploy('2');
      await page.reload(); // a tab looks for a new version when it is loaded
      await expect(bench.messages).toContainText(NEWER, { timeout: 30_000 });
      await mark(page);
      await bench.write('def solve_mine(I):\n    return rot90(I)\n');
      await bench.fullEditor();
      await expect(page.locator('script[src$=".2.js"]')).toHaveCount(0);

      await bench.messages.getByRole('button', { name: 'Reload' }).click();
      await expect(page.locator('script[src$=".2.js"]')).toHaveCount(1);
      await expect(bench.pipeline.getByRole('status')).toContainText('Ready');
      expect(await marked(page)).toBe(false);
      await expect(bench.solver).toContainText(/draft|rot90/i);

      await expect(beside.messages).toContainText(NEWER);
      expect(await marked(other)).toBe(true);
      await expect(beside.solver).toContainText('solve_other');
    } finally {
      await deployment.stop(page.context());
    }
  });
});

/** The page of a deployment with candidates that a reload would lose. */
async function solved(page: Page, deployment: Deployment): Promise<BenchPage> {
  await page.goto(await deployment.start());
  const bench = new BenchPage(page);
  await bench.run.click();
  await expect(bench.pipeline.getByRole('status')).toContainText('Solved', { timeout: 30_000 });
  return bench;
}

test.describe('a part that is missing after a deployment', () => {
  test.use({ expectedTrouble: [/404/] });

  test('is there after the page has loaded itself anew, once', async ({ page }) => {
    const deployment = new Deployment();
    try {
      await page.goto(await deployment.start());
      const bench = new BenchPage(page);
      await expect(bench.pipeline.getByRole('status')).toContainText('Ready');
      await mark(page);
      deployment.deploy('2');
      // The first part that is missed may as well be one that nobody asked for.
      const tasks = page.getByRole('button', { name: 'Tasks', exact: true });
      const dialog = page.getByRole('dialog', { name: 'Tasks' });
      await tasks.click();
      await expect.poll(() => marked(page).catch(() => true)).toBe(false);
      await expect(bench.pipeline.getByRole('status')).toContainText('Ready');
      if (!(await dialog.isVisible())) await tasks.click();
      await expect(dialog).toBeVisible();
    } finally {
      await deployment.stop(page.context());
    }
  });

  test('is asked for where candidates would be lost', async ({ page }) => {
    const deployment = new Deployment();
    try {
      const bench = await solved(page, deployment);
      await bench.fullEditor();
      await mark(page);
      deployment.deploy('2');
      await page.getByRole('button', { name: 'Tasks', exact: true }).click();
      await expect(bench.messages).toContainText(NEWER);
      expect(await marked(page)).toBe(true);
      await bench.messages.getByRole('button', { name: 'Reload' }).click();
      await expect.poll(() => marked(page).catch(() => true)).toBe(false);
    } finally {
      await deployment.stop(page.context());
    }
  });

  test('may be what reads files: the new version is offered', async ({ page }) => {
    const deployment = new Deployment();
    try {
      const bench = await solved(page, deployment);
      await mark(page);
      deployment.deploy('2');
      await bench.choose([
        { name: 'one.json', text: '{"train": [{"input": [[1]], "output": [[2]]}], "test": []}' },
      ]);
      await expect(bench.messages).toContainText(NEWER);
      expect(await marked(page)).toBe(true);
    } finally {
      await deployment.stop(page.context());
    }
  });

  test('may be the worker of the editor, which goes on without it', async ({ page }) => {
    const missed: string[] = [];
    await page.route('**/assets/editor.worker*', (route) => {
      missed.push(route.request().url());
      return route.fulfill({ status: 404 });
    });
    const bench = new BenchPage(page);
    await bench.openInEditor('# a\u200bb'); // it looks for characters that are not seen
    await expect.poll(() => missed.length).toBeGreaterThan(0);
    await bench.write('def solve_any(I):\n    O = vmirror(I)\n    return O\n');
    await expect(bench.solver).toContainText('9 × 11');
  });
});
