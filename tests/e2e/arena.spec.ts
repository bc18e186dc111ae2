/** How the arena core comes into the workers, and what is said where it cannot. */
import type { Page } from '@playwright/test';
import { BenchPage } from './bench.ts';
import { expect, test } from './fixture.ts';

const CORE = '**/arena-*.wasm';

test('workers compile the core, the page does not; its type need not be known to the host', async ({
  page,
}) => {
  let asked = 0;
  await page.route(CORE, async (route) => {
    asked++;
    const answer = await route.fetch();
    await route.fulfill({ response: answer, headers: { 'content-type': 'application/octet-stream' } });
  });
  const bench = new BenchPage(page);
  await bench.open();
  expect(asked).toBeGreaterThan(0);
  await bench.run.click();
  await expect(bench.pipeline.getByRole('status')).toContainText('Solved', { timeout: 30_000 });
});

test.describe('where the core is not found', () => {
  test.use({ expectedTrouble: [/Failed to load resource/] });

  test('the page says so', async ({ page }) => {
    await page.route(CORE, (route) => route.fulfill({ status: 404, body: '' }));
    const bench = new BenchPage(page);
    await page.goto('./');
    await expect(bench.messages.getByRole('alert')).toContainText('arena.wasm answered 404');
    await expect(bench.messages.getByRole('alert')).toHaveCount(1);
  });
});

test.describe('where the host forbids WebAssembly', () => {
  test.use({ expectedTrouble: [/Content Security Policy|blocked by CSP|policy breach: script-src/i] });

  /** Everything comes with this policy. */
  const answerUnder = async (page: Page, policy: string): Promise<void> => {
    await page.route(/\/sub\/(.*\.js)?$/, async (route) => {
      const response = await route.fetch();
      await route.fulfill({
        response,
        headers: { ...response.headers(), 'content-security-policy': policy },
      });
    });
  };

  test('the page says so', async ({ page }) => {
    await answerUnder(page, "script-src 'self'");
    const bench = new BenchPage(page);
    await page.goto('./');
    const alert = bench.messages.getByRole('alert');
    await expect(alert).toContainText('WebAssembly, which this browser or the policy of this site refuses');
    await expect(alert).toHaveCount(1);
  });

  test("'wasm-unsafe-eval' in its policy allows it", async ({ page, trouble }) => {
    await answerUnder(page, "script-src 'self' 'wasm-unsafe-eval'");
    await new BenchPage(page).open();
    expect(trouble).toEqual([]);
  });
});

test.describe('in a browser without WebAssembly', () => {
  test.use({ expectedTrouble: [/WebAssembly is not defined/] });

  test('the page says so', async ({ page }) => {
    await page.route('**/*.worker-*.js', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: `delete self.WebAssembly;${await response.text()}` });
    });
    const bench = new BenchPage(page);
    await page.goto('./');
    await expect(bench.messages.getByRole('alert')).toContainText('Batt computes with WebAssembly');
  });
});
