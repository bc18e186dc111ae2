import { BenchPage } from './bench.ts';
import { expect, test } from './fixture.ts';

test('the whole job by keyboard', async ({ page }) => {
  const bench = new BenchPage(page);
  await bench.open();

  // Another task, by its name.
  await page.keyboard.press('/');
  await expect(bench.picker).toBeFocused();
  const options = page.locator('#task-list').getByRole('option');
  await page.keyboard.type('quilt');
  await expect(options.first()).toContainText('Quilt');
  await page.keyboard.press('Escape');
  await expect(options).toHaveCount(0);

  // Run, and through the candidates.
  await page.keyboard.press('Control+Enter');
  await expect(bench.pipeline.getByRole('status')).toContainText(/Solved|No solver/, { timeout: 30_000 });
  const rows = bench.candidates.getByRole('button');
  await rows.first().focus();
  await page.keyboard.press('ArrowDown');
  await expect(rows.nth(1)).toBeFocused();
  await expect(rows.nth(1)).toHaveAttribute('aria-current', 'true');
  await page.keyboard.press('End');
  await expect(page.locator('[aria-current="true"]')).toBeFocused();
  await page.keyboard.press('Home');
  await expect(rows.first()).toBeFocused();

  // Into the editor and out of it again.
  await bench.fullEditor();
  await bench.code.focus();
  await page.keyboard.press('Tab');
  await expect(bench.code).not.toBeFocused();

  // A splitter.
  const splitter = page.getByRole('separator', { name: 'Width of the task' });
  const before = Number(await splitter.getAttribute('aria-valuenow'));
  await splitter.focus();
  await page.keyboard.press('ArrowRight');
  await expect(splitter).toHaveAttribute('aria-valuenow', String(before + 16));
});

test('who goes on elsewhere while a dialog closes is left there', async ({ page }) => {
  const bench = new BenchPage(page);
  await bench.open();
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Share' });
  await expect(dialog).toBeVisible();
  // That it has closed is told to the page a moment later.
  await dialog.evaluate((element: HTMLDialogElement) => {
    element.close();
    document.querySelector<HTMLElement>('[aria-label^="Solver code"]')!.focus();
  });
  await expect(dialog).toHaveCount(0);
  await expect(bench.code).toBeFocused();
});

test('Ctrl+Enter runs and Escape stops, also from within the editor', async ({ page }) => {
  const bench = new BenchPage(page);
  await bench.open();
  await bench.setEndless();
  await bench.write('def solve_x(I):\n    O = rot90(I)\n    return O\n');
  await bench.fullEditor();
  await bench.code.focus();
  await page.keyboard.press('Control+Enter');
  await expect(bench.pipeline.getByRole('status')).toContainText('Round');
  await expect(bench.candidates.first()).toBeVisible({ timeout: 20_000 });
  await bench.code.focus();
  await page.keyboard.press('Escape');
  await expect(bench.pipeline.getByRole('status')).toContainText('Stopped');
  await expect(bench.solver.locator('.view-lines')).toContainText('rot90');
});

test('what is typed before the commands are there is for them', async ({ page }) => {
  const bench = new BenchPage(page);
  let arrive = () => {};
  const arrived = new Promise<void>((resolve) => (arrive = resolve));
  await page.route('**/assets/Commands-*.js', async (route) => {
    await arrived;
    await route.continue();
  });
  await bench.open();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('about');
  await page.keyboard.press('Enter');
  await expect(bench.pipeline.getByRole('status')).toContainText('Ready');
  arrive();
  await expect(page.getByRole('combobox', { name: 'Find a command' })).toHaveValue('about');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'About Batt' })).toBeVisible();
});
