import type { Page } from '@playwright/test';
import { BenchPage } from './bench.ts';
import { expect, test } from './fixture.ts';
import { importReport, importText, MIRROR, openLibrary, SOLVER, solversIn } from './library-dialog.ts';

/** What is loaded when it is first needed, where the network has gone: it is said, nothing hangs, and it can be had later. */

const LOST = /could not be loaded\. Is the network there\?/;
const FLIP =
  'def solve_flip(I):\n    x1 = vmirror(I)\n    x2 = vmirror(x1)\n    O = rot180(x2)\n    return O\n';

test.use({ expectedTrouble: [/net::ERR|Failed to load resource|NS_ERROR/] });

/** What parts of the page come over: it can go, and be there again. */
interface Network {
  gone: boolean;
}

/** Before the page is opened: a rule that comes later may miss what is asked for right after. */
async function networkOf(page: Page): Promise<Network> {
  const network = { gone: false };
  await page.route('**/assets/**', (route) => (network.gone ? route.abort() : route.continue()));
  return network;
}

/** The page with a solver at work, after which the network goes. */
async function openAndCut(page: Page): Promise<{ bench: BenchPage; network: Network }> {
  const network = await networkOf(page);
  const bench = new BenchPage(page);
  await bench.open();
  await bench.write(FLIP);
  await expect(bench.solver.getByText('3 calls')).toBeVisible();
  await bench.fullEditor();
  network.gone = true;
  return { bench, network };
}

/** The message is there, and is put away. */
async function dismissLoss(bench: BenchPage): Promise<void> {
  await expect(bench.messages).toContainText(LOST);
  await bench.messages.getByRole('button', { name: 'Dismiss' }).click();
}

test('what is asked of the solver', async ({ page }) => {
  const { bench, network } = await openAndCut(page);
  const simplify = bench.solver.getByRole('button', { name: 'Simplify' });
  await simplify.click();
  await dismissLoss(bench);
  await expect(simplify).toBeEnabled();
  const reference = bench.solver.getByRole('button', { name: 'Reference' });
  await reference.click();
  await expect(bench.solver.getByText(LOST)).toBeVisible();
  await reference.click();
  await expect(bench.solver.getByText(LOST)).toBeHidden();

  network.gone = false;
  await simplify.click();
  await expect(bench.solver.getByText('1 call ')).toBeVisible();
  await reference.click();
  await expect(bench.solver.getByRole('region', { name: 'Reference' })).toBeVisible();
});

test('what is done with a task, and dialogs', async ({ page }) => {
  const { bench, network } = await openAndCut(page);
  const before = await bench.picker.inputValue();
  const duplicate = async () => {
    await page.getByRole('button', { name: 'More for this task' }).click();
    await page.getByRole('button', { name: 'Duplicate' }).click();
  };
  await duplicate();
  await dismissLoss(bench);
  await expect(bench.picker).toHaveValue(before);
  const sweep = page.getByRole('button', { name: 'Sweep', exact: true });
  await sweep.click();
  await dismissLoss(bench);

  network.gone = false;
  await duplicate();
  await expect(bench.picker).toHaveValue(/copy/);
  await sweep.click();
  await expect(page.getByRole('dialog', { name: 'Sweep' })).toBeVisible();
});

test('what the open library writes and reads', async ({ page }) => {
  const network = await networkOf(page);
  const bench = new BenchPage(page);
  await bench.open();
  await bench.choose([{ name: 'tiny.json', text: JSON.stringify(MIRROR) }]);
  await expect(bench.picker).toHaveValue(/tiny/);
  await bench.write(SOLVER);
  await bench.fullEditor();
  const dialog = await openLibrary(page);
  await expect.poll(() => solversIn(page)).toBe(1);

  network.gone = true;
  await dialog.getByRole('button', { name: 'Export' }).click();
  const save = dialog.getByRole('button', { name: 'JSON file (.json)' });
  await save.click();
  await dismissLoss(bench);
  await importText(page, 'flip.py', FLIP);
  await dismissLoss(bench);

  network.gone = false;
  const [file] = await Promise.all([page.waitForEvent('download'), save.click()]);
  expect(file.suggestedFilename()).toBe('batt-library.json');
  await importText(page, 'flip.py', FLIP);
  await expect(importReport(page)).toContainText('flip.py: 1 new');
});

test('what fetches data sets', async ({ page }) => {
  const { bench, network } = await openAndCut(page);
  network.gone = false;
  await page.getByRole('button', { name: 'Tasks', exact: true }).click();
  const set = page.getByRole('dialog', { name: 'Tasks' });
  const load = set.getByRole('button', { name: 'Load ARC-AGI-1 training' });
  await expect(load).toBeVisible();
  network.gone = true;
  await load.click();
  await expect(set.getByRole('alert')).toContainText('Not loaded: what reads data sets could not be loaded');
  await expect(load).toBeEnabled();
  await expect(bench.messages).toBeHidden();
});
