import type { Page } from '@playwright/test';
import { BenchPage } from './bench.ts';
import { expect, test, widenText } from './fixture.ts';

const SIZES = [
  { width: 320, height: 640 },
  { width: 768, height: 1024 },
  { width: 1440, height: 900 },
];

const more = (item: string) => async (page: Page) => {
  await page.getByRole('button', { name: 'More for this task' }).click();
  await page.getByRole('button', { name: item }).click();
};
const press = (name: string) => (page: Page) => page.getByRole('button', { name, exact: true }).click();

/** The ways to all dialogs, by their names. */
const DIALOGS: Record<string, (page: Page) => Promise<void>> = {
  Tasks: press('Tasks'),
  Sweep: press('Sweep'),
  Library: press('Library'),
  Submission: async (page) => {
    await press('Library')(page);
    await press('Submission')(page);
  },
  Share: async (page) => {
    await press('Share')(page);
    await expect(page.getByRole('img', { name: 'QR code' })).toBeVisible();
  },
  'Arrange the pairs': more('Arrange the pairs'),
  'The input of Pair 1': async (page) => {
    await more('Arrange the pairs')(page);
    await page.getByRole('button', { name: 'Draw the input' }).first().click();
  },
  Figure: more('Figure'),
  'Keyboard help': press('Keyboard help'),
};

/** What can be pressed within the last element of that selector, and is not what lies at its own centre. */
function covered(page: Page, within: string): Promise<string[]> {
  return page.evaluate((selector) => {
    const root = [...document.querySelectorAll(selector)].at(-1)!;
    const controls = [...root.querySelectorAll('button, a[href], select, input, [role="option"]')];
    const own = controls.filter((one) => one.checkVisibility() && !one.closest('.monaco-editor'));
    if (own.length === 0) return [`${selector} has no controls`];
    return own.flatMap((one) => {
      one.scrollIntoView({ block: 'center', behavior: 'instant' });
      const { left, top, width, height } = one.getBoundingClientRect();
      const hit = document.elementFromPoint(left + width / 2, top + height / 2);
      if (one.contains(hit) || hit?.closest('label')?.contains(one)) return [];
      const name = one.getAttribute('aria-label') ?? one.textContent?.trim();
      return [`${one.tagName} ${name} lies under ${hit?.outerHTML.slice(0, 80)}`];
    });
  }, within);
}

/** As many messages as are shown at once, of the longest kind; they stay until they are put away. */
async function bringMessages(bench: BenchPage): Promise<void> {
  const long = 'a-name-of-a-file-that-has-become-longer-with-every-copy';
  await bench.choose([1, 2, 3].map((n) => ({ name: `${long}-${n}.json`, text: '[' })));
  await expect(bench.messages.getByRole('alert')).toHaveCount(3);
}

for (const viewport of SIZES) {
  test.describe(`at ${viewport.width} pixels, with wide letters`, () => {
    test.use({ viewport });

    test('no message covers what can be pressed, on the page or in a dialog', async ({ page, context }) => {
      await widenText(context);
      const bench = new BenchPage(page);
      await bench.open();
      await bringMessages(bench);
      expect(await covered(page, 'body')).toEqual([]);
      const found: string[] = [];
      for (const [name, open] of Object.entries(DIALOGS)) {
        if (name === 'Keyboard help' && viewport.width < 720) continue; // for those who have keys
        await open(page);
        const dialog = page.getByRole('dialog', { name, exact: true });
        await expect(dialog.getByRole('alert')).toHaveCount(3);
        await expect(dialog.getByRole('alert').first()).toBeInViewport();
        await expect(bench.messages).toHaveCount(1);
        found.push(...(await covered(page, 'dialog[open]')).map((what) => `${name}: ${what}`));
        while (await page.locator('dialog[open]').count()) await page.keyboard.press('Escape');
      }
      expect(found).toEqual([]);
    });
  });
}

test('messages are put away by keyboard, on the page and in a dialog', async ({ page }) => {
  const bench = new BenchPage(page);
  await bench.open();
  await bringMessages(bench);
  const alerts = bench.messages.getByRole('alert');

  // From anywhere, the newest first.
  await bench.run.focus();
  await page.keyboard.press('Escape');
  await expect(alerts).toHaveCount(2);
  await expect(bench.run).toBeFocused();

  // Within the messages each by itself; the dialog stays, and the keys come back to where they were.
  await page.getByRole('button', { name: 'Library' }).click();
  const library = page.getByRole('dialog', { name: 'Library' });
  const submission = library.getByRole('button', { name: 'Submission' });
  await submission.focus();
  await page.keyboard.press('Tab');
  await expect(alerts.first().getByRole('button', { name: 'Dismiss' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(alerts).toHaveCount(1);
  await expect(alerts.getByRole('button', { name: 'Dismiss' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(alerts).toHaveCount(0);
  await expect(submission).toBeFocused();
  await expect(library).toBeVisible();
});

test('good news is announced politely and goes by itself, but not from under the pointer', async ({
  page,
}) => {
  const bench = new BenchPage(page);
  await bench.open();
  await page.clock.install();
  await bench.choose([
    { name: 'tiny.json', text: '{"train":[{"input":[[1]],"output":[[2]]}],"test":[{"input":[[1]]}]}' },
  ]);
  const message = bench.messages.locator('[aria-live="polite"]').getByText('Task tiny opened');
  await message.hover();
  await page.clock.runFor(20_000);
  await expect(message).toBeVisible();
  await page.mouse.move(0, 0);
  await page.clock.runFor(5_000);
  await expect(message).toHaveCount(0);
});
