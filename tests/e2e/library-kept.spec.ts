/** The library where tabs write at once, a tab is killed, and a browser keeps little or nothing. */
import { BenchPage } from './bench.ts';
import { crash } from './crash.ts';
import { expect, test } from './fixture.ts';
import {
  countIn,
  importReport,
  importText,
  MIRROR,
  openLibrary,
  SOLVER,
  solversIn,
  variants,
} from './library-dialog.ts';

test('two tabs write at once and nothing is lost', async ({ page, context }) => {
  const second = await context.newPage();
  const pages = [page, second];
  for (const tab of pages) {
    await new BenchPage(tab).open();
    await openLibrary(tab);
  }
  const { text } = variants(2);
  const parts = text.split(/^(?=def solve_)/m);
  const halves = [0, 1].map((half) => parts.filter((_, i) => i % 2 === half).join(''));
  await Promise.all(pages.map((tab, i) => importText(tab, `half${i}.py`, halves[i])));
  const counts = await Promise.all(
    pages.map(async (tab) => {
      const report = importReport(tab);
      await expect(report).toContainText(/half\d\.py: [\d,]+ new/, { timeout: 20_000 });
      return countIn(report, /new/);
    }),
  );
  // Each tab shows what the other has written, too.
  for (const tab of pages)
    await expect(tab.getByRole('contentinfo').last()).toContainText(`${counts[0] + counts[1]} solvers`);
});

test('a tab that is killed in the middle of an import loses at most the solver in hand', async ({
  page,
  context,
}) => {
  await new BenchPage(page).open();
  await openLibrary(page);
  const { text, count } = variants(6);
  await importText(page, 'many.py', text);
  const status = importReport(page);
  await expect(status).toContainText(/\d+ of \d+ solvers/, { timeout: 10_000 });
  const done = () => countIn(status, /of/);
  await expect.poll(done).toBeGreaterThan(50);
  const seen = await done();
  await crash(page);

  const next = await context.newPage();
  await new BenchPage(next).open();
  await openLibrary(next);
  expect(seen).toBeLessThan(count);
  await expect.poll(() => solversIn(next)).toBeGreaterThanOrEqual(seen);
  await importText(next, 'many.py', text);
  await expect(importReport(next)).toContainText(/many\.py: [\d,]+ new, 0 better/, { timeout: 20_000 });
});

/** In the page, before its own scripts: whatever database is asked for, it is refused, or no answer ever comes. */
function withoutDatabases(silent: boolean): void {
  IDBFactory.prototype.open = () => {
    if (!silent) throw new DOMException('refused here', 'SecurityError');
    return Object.setPrototypeOf(new EventTarget(), IDBOpenDBRequest.prototype) as IDBOpenDBRequest;
  };
}

test('where the browser keeps nothing, the library goes on until the tab closes, and says so', async ({
  page,
}) => {
  await page.addInitScript(withoutDatabases, false);
  const bench = new BenchPage(page);
  await bench.open();
  await expect(bench.messages.getByRole('alert')).toHaveCount(0);
  await tryLibrary(bench);
});

test('where the databases never answer, the page opens all the same, and says what is missing', async ({
  page,
}) => {
  await page.addInitScript(withoutDatabases, true);
  const bench = new BenchPage(page);
  await page.goto('./?task=mirror_quilt');
  await expect(bench.pipeline.getByRole('status')).toContainText('Ready');
  await expect(bench.picker).toHaveValue('Quilt');
  await expect(bench.messages).toContainText('Your own tasks of earlier visits could not be read');
  await tryLibrary(bench);
});

async function tryLibrary(bench: BenchPage): Promise<void> {
  const { page } = bench;
  await bench.choose([{ name: 'tiny.json', text: JSON.stringify(MIRROR) }]);
  await expect(bench.task).toContainText('tiny.json');
  await bench.write(SOLVER);
  await expect(bench.task.getByText('exact')).toHaveCount(2);
  const library = await openLibrary(page);
  await expect(library.getByText('O = vmirror(I)', { exact: true })).toBeVisible();
  await expect(library.getByText(/^Kept until this tab closes/)).toBeVisible();
}

/** In the page: takes all the room that the browser gives to it, down to the last kilobyte. */
async function fillDisk(): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('filling', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('all', { autoIncrement: true });
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  const fits = (size: number) =>
    new Promise<boolean>((resolve) => {
      const transaction = database.transaction('all', 'readwrite');
      transaction.objectStore('all').add(crypto.getRandomValues(new Uint8Array(size)));
      transaction.oncomplete = () => resolve(true);
      transaction.onabort = () => resolve(false);
    });
  for (const size of [60_000, 8_000, 1_000, 100]) while (await fits(size));
  database.close();
}

test.describe('on a full disk', () => {
  test.use({ expectedTrouble: [/QuotaExceededError|quota/i] });

  test('the page goes on in memory and says so, and nothing that was kept is lost', async ({
    page,
    context,
  }) => {
    const session = await context.newCDPSession(page);
    const bench = new BenchPage(page);
    await bench.open();
    const { origin } = new URL(page.url());
    await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 4_000_000 });
    await bench.choose([{ name: 'tiny.json', text: JSON.stringify(MIRROR) }]);
    await expect(bench.task).toContainText('tiny.json');
    await bench.write(SOLVER);
    await expect(bench.task.getByText('exact')).toHaveCount(2);
    let library = await openLibrary(page);
    await expect(library.getByText('Kept in this browser only')).toBeVisible();
    await library.getByRole('button', { name: 'Close' }).click();

    await page.evaluate(fillDisk);
    await bench.choose([{ name: 'more.json', text: JSON.stringify(MIRROR) }]);
    await expect(bench.messages).toContainText('here until this tab closes');
    await bench.write('def solve_more(I):\n    O = rot180(I)\n    return O\n');
    await expect(bench.messages).toContainText('kept until this tab closes: the disk');
    await bench.messages.getByRole('button', { name: 'Open the library' }).click();
    library = page.getByRole('dialog', { name: 'Library' });
    await expect(library.getByText('What is new is kept until this tab closes')).toBeVisible();
    await expect(library.getByText('O = vmirror(I)', { exact: true })).toBeVisible();
    await expect(library.getByText('O = rot180(I)', { exact: true })).toBeVisible();
    await library.getByRole('button', { name: 'Try again' }).click();
    await expect(library.getByText('What is new is kept until this tab closes')).toBeVisible();

    // Another visit finds what was kept before. This tab has the rest, and keeps it once there is room.
    const other = await context.newPage();
    await new BenchPage(other).open();
    const there = await openLibrary(other);
    await expect(there.getByText('O = vmirror(I)', { exact: true })).toBeVisible();
    await expect(there.getByText('O = rot180(I)', { exact: true })).toHaveCount(0);
    await session.send('Storage.overrideQuotaForOrigin', { origin });
    await page.evaluate(() => void indexedDB.deleteDatabase('filling'));
    await library.getByRole('button', { name: 'Try again' }).click();
    await expect(library.getByText('Kept in this browser only')).toBeVisible();
    await other.reload();
    await expect((await openLibrary(other)).getByText('O = rot180(I)', { exact: true })).toBeVisible();
  });
});
