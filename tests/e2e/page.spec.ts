import { BenchPage } from './bench.ts';
import { expect, test } from './fixture.ts';

test('the page opens, from a sub-path, with an empty console', async ({ page }) => {
  await page.goto('./');
  await expect(page).toHaveTitle(/Batt/);
  await expect(page.getByRole('region', { name: 'Task' })).toBeVisible();
  await expect(page.locator('.opening')).toHaveCount(0);
});

test('there is something to see before the first script', async ({ page }) => {
  let load = () => {};
  const wanted = new Promise<void>((resolve) => (load = resolve));
  await page.route('**/*.js', async (route) => {
    await wanted;
    await route.continue();
  });
  await page.goto('./', { waitUntil: 'commit' });
  await expect(page.locator('.opening')).toHaveText('Batt');
  load();
  await expect(page.getByRole('heading', { name: 'Batt' })).toBeVisible();
});

test.describe('the fixture', () => {
  test.use({ expectedTrouble: [/planted|policy|refuses/i] });

  test('sees a console error, an uncaught error and a refused script', async ({ page, trouble }) => {
    await page.goto('./');
    await page.evaluate(() => {
      console.error('planted');
      setTimeout(() => {
        throw new Error('planted');
      });
      const script = document.createElement('script');
      try {
        script.textContent = 'globalThis.planted = true';
        document.head.append(script);
      } catch {
        // Where the browser has Trusted Types it refuses this before.
      }
    });
    const breach = /^policy breach: (script-src|require-trusted-types-for)/;
    for (const kind of [/^console error: planted/, /^uncaught: .*planted/, breach]) {
      await expect.poll(() => trouble.filter((what) => kind.test(what)).length).toBe(1);
    }
    expect(await page.evaluate(() => 'planted' in globalThis)).toBe(false);
  });
});

test('while the starter tasks are on their way, whoever asks for a task is told so', async ({ page }) => {
  let arrive = () => {};
  const wanted = new Promise<void>((resolve) => (arrive = resolve));
  await page.route('**/tasks/starter.json', async (route) => {
    await wanted;
    await route.continue();
  });
  const bench = new BenchPage(page);
  await page.goto('./');
  const loading = 'Loading the starter tasks …';
  await expect(bench.picker).toHaveAttribute('placeholder', loading);
  await bench.picker.fill('quilt');
  await expect(page.locator('header').getByRole('status')).toHaveText(loading);
  await bench.picker.press('Escape');
  await expect(bench.task).toContainText(loading);
  await expect(bench.pipeline.getByRole('status')).toHaveText(loading);
  for (const name of ['Tasks', 'Sweep']) {
    await page.getByRole('button', { name, exact: true }).click();
    const dialog = page.getByRole('dialog', { name });
    await expect(dialog).toContainText(loading);
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  }
  arrive();
  await expect(bench.picker).toHaveAttribute('placeholder', 'Find a task');
});
