import { BenchPage } from './bench.ts';
import { expect, test } from './fixture.ts';

const MIRROR = 'def solve_mine(I):\n    O = vmirror(I)\n    return O\n';
const TASK = {
  train: [
    { input: [[1, 2, 3]], output: [[3, 2, 1]] },
    { input: [[4, 0]], output: [[0, 4]] },
  ],
  test: [{ input: [[7, 8, 9, 0]], output: [[0, 9, 8, 7]] }],
};

async function share(bench: BenchPage): Promise<string> {
  const { page } = bench;
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Share' });
  await expect(dialog.getByRole('status').filter({ hasText: 'Link copied' })).toBeVisible();
  await expect(dialog.getByRole('img', { name: 'QR code' })).toBeVisible();
  const address = await dialog.getByLabel('Link', { exact: true }).inputValue();
  expect(page.url()).toBe(address);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  return address;
}

test('Share copies a link that opens with task, solver and score, and starts nothing', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const bench = new BenchPage(page);
  await bench.open();
  await bench.choose([{ name: 'tiny.json', text: JSON.stringify(TASK) }]);
  await expect(bench.picker).toHaveValue('tiny');
  await bench.write(MIRROR);
  await expect(bench.task.getByText('exact')).toHaveCount(3);
  const address = await share(bench);
  expect(address).toMatch(/#v1\.[\w-]+$/);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(address);

  // Somebody else, with nothing of it stored, and no network but the page.
  const other = await context.browser()!.newContext();
  const there = new BenchPage(await other.newPage());
  await there.page.goto(address);
  await expect(there.picker).toHaveValue('tiny');
  await expect(there.task.getByText('exact')).toHaveCount(3);
  await expect(there.pipeline.getByRole('status')).toContainText('Ready');
  await other.close();

  // Another task: the link no longer says what is on the bench.
  await page.getByRole('button', { name: 'Previous task' }).click();
  await expect(page).not.toHaveURL(/#v1/);
});

test('a starter task goes by its name, and a link never replaces what somebody wrote', async ({ page }) => {
  const bench = new BenchPage(page);
  await bench.open();
  await bench.pick('quilt');
  const bare = await share(bench);
  expect(new URL(bare).hash.length).toBeLessThan(60);
  await bench.write(MIRROR);
  const address = await share(bench);
  const typed = MIRROR.replace('vmirror', 'hmirror');
  await bench.fullEditor();
  await bench.write(typed);
  // What was typed before is edited, too: the link holds that, and would have nothing to ask.
  await expect(bench.solver.locator('.view-lines').first()).toContainText(/hmirror/);
  await expect(bench.solver.getByText('edited')).toBeVisible();
  await page.evaluate(() => history.replaceState(null, '', '#'));
  await page.evaluate((hash) => (location.hash = hash), new URL(address).hash);
  const asked = bench.messages.getByText('Yours is still in the editor');
  await expect(asked).toBeVisible();
  await expect(bench.solver.locator('.view-lines').first()).toContainText(/hmirror/);
  await bench.messages.getByRole('button', { name: 'Open the link’s' }).click();
  await expect(bench.solver.locator('.view-lines').first()).toContainText(/vmirror/);
  await bench.messages.getByRole('button', { name: 'Take it back' }).click();
  await expect(bench.solver.locator('.view-lines').first()).toContainText(/hmirror/);
});

test('broken and hostile links give a message and change nothing', async ({ page }) => {
  const bench = new BenchPage(page);
  await bench.open();
  const task = await bench.picker.inputValue();
  const garbage = Buffer.from(Array.from({ length: 300 }, (_, i) => (i * 73 + 41) % 256)).toString(
    'base64url',
  );
  for (const hash of ['#v1.', '#v1.!!', `#v1.${garbage}`, '#v999.AAAA', '#v1.AAAAAAAA']) {
    await page.evaluate((to) => (location.hash = to), hash);
    await expect(bench.messages.getByRole('alert').last()).toBeVisible();
    await expect(bench.picker).toHaveValue(task);
    await bench.messages.getByRole('button', { name: 'Dismiss' }).last().click();
    await expect(bench.messages.getByRole('alert')).toHaveCount(0);
  }
  await expect(bench.pipeline.getByRole('status')).toContainText('Ready');
});

test('an address names a task', async ({ page }) => {
  const bench = new BenchPage(page);
  await page.goto('./?task=mirror_quilt');
  await expect(bench.picker).toHaveValue('Quilt');
  await page.goto('./?task=mirror_quilt&dataset=starter');
  await expect(bench.picker).toHaveValue('Quilt');
  await page.goto('./?task=00000000');
  await expect(bench.messages.getByRole('alert')).toContainText('There is no task 00000000');
  await page.goto('./?task=007bbfb7&dataset=ARC-AGI-1%20training');
  await expect(bench.messages.getByRole('alert')).toContainText('ARC-AGI-1 training, which is not loaded');
  await expect(bench.messages.getByRole('button', { name: 'Load it' })).toBeVisible();
});

test('the embedded view shows, runs and leads to the whole page', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  const bench = new BenchPage(page);
  await bench.open();
  await bench.pick('quilt');
  await bench.write(MIRROR);
  const { hash } = new URL(await share(bench));
  await page.goto(`./?embed&theme=dark${hash}`);
  await expect(page.getByRole('heading', { name: 'Quilt' })).toBeVisible();
  await expect(bench.pipeline).toHaveCount(0);
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(17, 18, 20)');
  const link = page.getByRole('link', { name: 'Open in Batt' });
  await expect(link).toHaveAttribute('href', /#v1\./);
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(page.getByRole('status').filter({ hasText: /Solved|No solver/ })).toBeVisible({
    timeout: 20_000,
  });
  await page.goto((await link.getAttribute('href'))!);
  await expect(bench.picker).toHaveValue('Quilt');
});
