import { readFileSync } from 'node:fs';
import { BenchPage } from './bench.ts';
import { expect, test } from './fixture.ts';

const sample = JSON.parse(readFileSync(new URL('../library/database-v1.json', import.meta.url), 'utf8'));

test('a library that version 1 wrote is there, each solver at its data set', async ({ page }) => {
  // Of the same origin, and without Batt in it. A bare file has the browser ask for an icon.
  await page.route('**/favicon.ico', (route) => route.fulfill({ status: 204 }));
  await page.goto('./tasks/starter.json');
  await page.evaluate(async (records) => {
    await new Promise<void>((resolve, reject) => {
      const opening = indexedDB.open('batt', 1);
      opening.onupgradeneeded = () => {
        const { result: database } = opening;
        database.createObjectStore('solvers', { keyPath: ['task', 'hash'] }).createIndex('task', 'task');
        database.createObjectStore('drafts', { keyPath: 'task' });
      };
      opening.onerror = () => reject(opening.error);
      opening.onsuccess = () => {
        const { result: database } = opening;
        const transaction = database.transaction(['solvers', 'drafts'], 'readwrite');
        for (const solver of records.solvers) transaction.objectStore('solvers').put(solver);
        for (const draft of records.drafts) transaction.objectStore('drafts').put(draft);
        transaction.oncomplete = () => {
          database.close();
          resolve();
        };
      };
    });
  }, sample);
  const bench = new BenchPage(page);
  await bench.open();
  await page.getByRole('button', { name: 'Library', exact: true }).click();
  const library = page.getByRole('dialog', { name: 'Library' });
  await expect(library.getByRole('contentinfo')).toContainText('5 solvers of 5 tasks');
  await expect(library).toContainText(/67a3c6ac\s*ARC-AGI-1 training\s*1 solver/);
  await expect(library).toContainText(/67a3c6ac\s*ARC-AGI-2 training\s*1 solver/);
  await expect(library).toContainText(/mine\s*own or opened\s*1 solver/);
  await expect(library).toContainText(/absent\s*data set not known\s*1 solver/);
  await expect(library.getByText('Kept in this browser only')).toBeVisible();
  await library.getByRole('button', { name: 'Close' }).click();

  // The task of a solver that came by name alone turns up.
  const task = { train: [{ input: [[1, 2]], output: [[1], [2]] }], test: [{ input: [[3, 4]] }] };
  await bench.choose([{ name: 'absent.json', text: JSON.stringify(task) }]);
  await expect(bench.picker).toHaveValue('absent');
  await page.getByRole('button', { name: 'Library', exact: true }).click();
  await expect(library).toContainText(/absent\s*own or opened\s*1 solver/);
  await expect(library).toContainText('1 of 1 pair');
  await expect(library.getByRole('contentinfo')).toContainText('5 solvers of 5 tasks');
});
