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
