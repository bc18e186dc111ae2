/** Text from outside is text; nothing from outside is run; whoever embeds the page cannot drive it. */
import { BenchPage } from './bench.ts';
import { expect, test } from './fixture.ts';

const MARKUP = '<img src=x onerror="window.harm=1"><script>window.harm=1</script>';
const NAME = MARKUP.replaceAll('/', '');
const TASK = {
  train: [{ input: [[1, 2]], output: [[2, 1]] }],
  test: [{ input: [[3, 4]], output: [[4, 3]] }],
};

test('markup in names, files, solvers and remarks is shown as what it is', async ({ page }) => {
  const bench = new BenchPage(page);
  await bench.open();
  await bench.choose([
    { name: `${NAME}.json`, text: JSON.stringify({ [MARKUP]: TASK, [`${MARKUP}2`]: TASK }) },
    { name: `${NAME}.py`, text: `def solve_a(I):\n    return vmirror(I)  # ${MARKUP}\n` },
    { name: `bad${NAME}.json`, text: `{"${MARKUP.replaceAll('"', '\\"')}": 5}` },
  ]);
  await expect(bench.picker).toHaveValue(/<img src=x/);
  await expect(page.locator('body')).toContainText('<img src=x');
  await bench.write(
    `def solve_x(I):\n    # ${MARKUP}\n    x1 = vmirror("${NAME.replaceAll('"', '')}")\n    return I\n`,
  );
  await bench.write('def solve_x(I):\n    return vmirror(I)\n');
  await expect(bench.task.getByText('exact').first()).toBeVisible();
  await page.goto(`./?task=${encodeURIComponent(MARKUP)}&dataset=${encodeURIComponent(MARKUP)}`);
  await expect(bench.pipeline.getByRole('status')).toContainText('Ready');
  await page.goto(`./#v1.${encodeURIComponent(MARKUP)}`);
  await expect(bench.messages).toBeVisible();
  expect(await page.locator('img[src="x"]').count()).toBe(0);
  expect(await page.evaluate(() => (window as { harm?: number }).harm)).toBeUndefined();
});

test.describe('what is tried against the policy', () => {
  test.use({
    expectedTrouble: [/policy breach|Content Security Policy|Trusted|TrustedHTML|a script from elsewhere/],
  });

  test('text becomes no code, no markup and no worker', async ({ page, browserName }) => {
    test.skip(browserName !== 'chromium', 'Trusted Types are Chromium’s');
    const bench = new BenchPage(page);
    await bench.open();
    // In a script of the page: what the inspector evaluates is not bound by its policy.
    const attempts: Record<string, string> = await page.evaluate(() => {
      const refused = (attempt: () => unknown): string => {
        try {
          attempt();
          return 'done';
        } catch (error) {
          return (error as Error).name;
        }
      };
      return {
        markup: refused(() => (document.createElement('div').innerHTML = '<b>x</b>')),
        elsewhere: refused(() => new Worker('https://elsewhere.example/x.js')),
        policy: refused(() =>
          (
            window as unknown as { trustedTypes: { createPolicy(name: string, rules: object): unknown } }
          ).trustedTypes.createPolicy('mine', {}),
        ),
        frame: refused(() => (document.createElement('iframe').srcdoc = '<b>x</b>')),
      };
    });
    expect(attempts).toEqual({
      markup: 'TypeError',
      elsewhere: 'TypeError',
      policy: 'TypeError',
      frame: 'TypeError',
    });
  });
});

test('whoever embeds the page cannot drive it by messages', async ({ page }) => {
  await page.goto('./?embed&task=Quilt');
  await expect(page.getByRole('button', { name: 'Run', exact: true })).toBeVisible();
  await expect(page.getByText('Show a solution')).toBeVisible();
  const [code, run] = [page.getByLabel(/^Solver code/), page.getByRole('banner').getByRole('status')];
  const [address, text] = [page.url(), await code.inputValue()];
  await page.evaluate(() => {
    for (const data of [
      { type: 'run' },
      { lock: 'batt-x' },
      { id: '1', type: 'APPLY', path: ['run'], argumentList: [] },
      'run',
    ]) {
      postMessage(data, '*');
      dispatchEvent(
        new MessageEvent('message', { data, origin: 'https://elsewhere.example', source: window }),
      );
    }
  });
  // A whole turn of the page later nothing has begun. Parts of it may still be on their way.
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
  await expect(run).toHaveCount(0);
  expect(await code.inputValue()).toBe(text);
  expect(page.url()).toBe(address);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  // All that it shows ends up as on a page that no message came to.
  const other = await page.context().newPage();
  await other.goto(address);
  await expect(other.getByText('Show a solution')).toBeVisible();
  await expect(async () => {
    const there = await other.locator('body').innerText();
    expect(await page.locator('body').innerText()).toBe(there);
  }).toPass({ timeout: 20_000 });
  // A run that does begin is told.
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(run).not.toBeEmpty();
});
