import type { Page } from '@playwright/test';
import { BenchPage } from './bench.ts';
import { expect, test } from './fixture.ts';

const solver = (name: string) => `def solve_x(I):\n    O = ${name}(I)\n    return O\n`;
/** Waits until the draft that holds the text is on the disk. */
async function saved(page: Page, text: string): Promise<void> {
  const drafts = () =>
    page.evaluate(async () => {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open('batt');
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(opening.error!);
      });
      const all = database.transaction('drafts').objectStore('drafts').getAll();
      await new Promise((resolve) => (all.onsuccess = resolve));
      database.close();
      return JSON.stringify(all.result);
    });
  await expect.poll(drafts).toContain(text);
}

test('a draft is kept without asking, and offered when one comes back', async ({ page }) => {
  const bench = new BenchPage(page);
  await bench.open();
  await bench.write(solver('rot180'));
  await expect(bench.solver.getByText('1 call ')).toBeVisible();
  await saved(page, 'rot180');
  await page.reload();
  await expect(bench.pipeline.getByRole('status')).toContainText('Ready');
  await expect(bench.solver).toContainText('There is a draft of yours');
  await expect(bench.code).toHaveValue('');
  await bench.solver.getByRole('button', { name: 'Open the draft' }).click();
  await expect(
    bench.solver.locator('.view-lines').or(bench.solver.locator('textarea')).first(),
  ).toBeVisible();
  await bench.fullEditor();
  await expect(bench.solver.locator('.view-lines')).toContainText('rot180');
  await expect(bench.solver).not.toContainText('There is a draft of yours');
});

test('two tabs on one task do not overwrite each other silently', async ({ page, context }) => {
  const first = new BenchPage(page);
  await first.open();
  const second = new BenchPage(await context.newPage());
  await second.open();
  await first.write(solver('rot90'));
  await saved(page, 'rot90');
  await second.write(solver('rot270'));
  await expect(second.messages).toContainText('Another tab works on');
  // Nothing was lost: the first one's text is the draft, until somebody decides.
  await second.messages.getByRole('button', { name: 'Save this one' }).click();
  await saved(page, 'rot270');
  await second.page.reload();
  await expect(second.pipeline.getByRole('status')).toContainText('Ready');
  await second.solver.getByRole('button', { name: 'Open the draft' }).click();
  await second.fullEditor();
  await expect(second.solver.locator('.view-lines')).toContainText('rot270');
});
