import type { Page } from '@playwright/test';
import { BenchPage } from './bench.ts';
import { expect, test } from './fixture.ts';

const SOLVER = `# finds the blobs
# and paints them
# where they are
def solve_x(I):
    x1 = objects(I, T, F, T)
    x2 = merge(x1)  # one patch
    O = paint(I, x2)
    return O
`;

async function opened(page: Page, source = SOLVER): Promise<BenchPage> {
  const bench = new BenchPage(page);
  await bench.openInEditor(source);
  return bench;
}

const code = (bench: BenchPage) => bench.solver.locator('.view-lines').first();
const line = (bench: BenchPage) => bench.solver.locator('.active-line-number').first();

// Monaco lets go of what its peek view was still asking for when that closes.
test.describe('looking around', () => {
  test.use({ expectedTrouble: [/uncaught: Canceled/] });

  test('to the definition, and to every use', async ({ page }) => {
    const bench = await opened(page);
    await bench.go(7, 18); // in x2 of paint(I, x2)
    await page.keyboard.press('F12');
    await expect(line(bench)).toHaveText('6');
    await bench.go(6, 17); // in x1 of merge(x1)
    await page.keyboard.press('Shift+F12');
    const peek = page.locator('.peekview-widget');
    await expect(peek).toContainText('References (2)');
    await page.keyboard.press('Escape');
    await expect(peek).toHaveCount(0);
  });
});

test('rename everywhere, refused where it would change the meaning', async ({ page }) => {
  const bench = await opened(page);
  await bench.go(5, 5);
  await page.keyboard.press('F2');
  const input = page.locator('.rename-input');
  await input.fill('blobs');
  await page.keyboard.press('Enter');
  await expect(code(bench)).toContainText('blobs = objects');
  await expect(code(bench)).toContainText('merge(blobs)');
  await page.keyboard.press('F2');
  await input.fill('x2');
  await page.keyboard.press('Enter');
  await expect(bench.messages.getByRole('alert')).toContainText('x2');
  await expect(code(bench)).toContainText('merge(blobs)');
  await page.keyboard.press('Control+z');
  await expect(code(bench)).toContainText('merge(x1)');
});

test('functions and comments fold', async ({ page }) => {
  const bench = await opened(page);
  await bench.go(6, 5);
  await page.keyboard.press('Control+Shift+[');
  await expect(code(bench)).not.toContainText('paint(I');
  await expect(code(bench)).toContainText('def solve_x');
  await page.keyboard.press('Control+Shift+]');
  await expect(code(bench)).toContainText('paint(I');
  await bench.go(1, 1);
  await page.keyboard.press('Control+Shift+[');
  await expect(code(bench)).not.toContainText('and paints them');
});

test('a snippet brings its lines, and Tab goes through its places', async ({ page }) => {
  const bench = await opened(page, 'def solve_x(I):\n    ');
  await page.keyboard.press('Control+End');
  await page.keyboard.type('filt');
  const list = page.locator('.suggest-widget');
  await list.getByRole('option', { name: /filter, then paint/ }).click();
  await expect(code(bench)).toContainText('sfilter(x1, square)');
  await expect(code(bench)).toContainText('fill(I, THREE, x3)');
  await page.keyboard.type('hlin');
  await expect(list.getByRole('option').first()).toHaveAccessibleName(/^hline/);
  await page.keyboard.press('Tab'); // takes it
  await page.keyboard.press('Tab');
  await page.keyboard.type('TWO');
  await expect(code(bench)).toContainText('sfilter(x1, hline)');
  await expect(code(bench)).toContainText('fill(I, TWO, x3)');
  await expect(bench.code).toBeFocused();
});

test('steps to one expression and back, with comments and the undo history', async ({ page }) => {
  const bench = await opened(page);
  await page.keyboard.press('Control+End');
  await page.keyboard.type('# last');
  await page.keyboard.press('Shift+Alt+o');
  await expect(code(bench)).toContainText('paint(I, merge(objects(I, T, F, T)))');
  for (const comment of ['finds the blobs', 'and paints them', 'one patch', 'last'])
    await expect(code(bench)).toContainText(comment);
  await page.keyboard.press('Shift+Alt+o');
  await expect(code(bench)).toContainText('= merge(x1)');
  await page.keyboard.press('Control+z');
  await expect(code(bench)).toContainText('paint(I, merge(objects(I, T, F, T)))');
  await page.keyboard.press('Control+z');
  await expect(code(bench)).toContainText('x2 = merge(x1) # one patch');
  await expect(code(bench)).toContainText('# last');
  await page.keyboard.press('Control+z');
  await expect(code(bench)).not.toContainText('# last');
});

test('what is typed while the one expression is being made is in it', async ({ page }) => {
  await page.addInitScript(() => {
    const { postMessage } = Worker.prototype;
    Worker.prototype.postMessage = function (this: Worker, message: any, ...rest: any[]) {
      const send = () => (postMessage as any).call(this, message, ...rest);
      if (JSON.stringify(message).includes('"toggle"')) setTimeout(send, 500);
      else send();
    };
  });
  const bench = await opened(page);
  await page.keyboard.press('Shift+Alt+o');
  await page.keyboard.press('Control+Home');
  await page.keyboard.insertText('# typed meanwhile\n');
  await expect(code(bench)).toContainText('paint(I, merge(objects(I, T, F, T)))');
  for (const comment of ['# typed meanwhile', '# finds the blobs', 'one patch'])
    await expect(code(bench)).toContainText(comment);
  await expect(bench.solver.getByText('edited')).toBeVisible();
  await expect(bench.solver.getByRole('list', { name: 'Problems' })).toHaveCount(0);
});

test('the one expression can be copied, and it is said where the browser refuses', async ({ page }) => {
  const bench = await opened(page);
  await bench.solver.getByRole('tab', { name: 'One line' }).click();
  const refuse = (refused: boolean) =>
    page.evaluate((no) => {
      navigator.clipboard.writeText = () =>
        no ? Promise.reject(new DOMException('refused', 'NotAllowedError')) : Promise.resolve();
    }, refused);
  await refuse(true);
  await bench.solver.getByRole('button', { name: 'Copy' }).click();
  await expect(bench.solver.getByText('The browser did not let it be copied')).toBeVisible();
  await refuse(false);
  await bench.solver.getByRole('button', { name: 'Copy' }).click();
  await expect(bench.solver.getByText('Copied', { exact: true })).toBeVisible();
});

test('signature help marks the parameter, by place and by keyword', async ({ page }) => {
  const bench = await opened(page, 'def solve_x(I):\n    O = ');
  await page.keyboard.press('Control+End');
  await page.keyboard.type('fill(I, ');
  const hints = page.locator('.parameter-hints-widget');
  await expect(hints.locator('.parameter.active')).toHaveText('value: Integer');
  await page.keyboard.press('Escape');
  await page.keyboard.type('patch=');
  await expect(hints.locator('.parameter.active')).toHaveText('patch: Patch');
  await expect(code(bench)).toContainText('fill(I, patch=');
});

test('an expression becomes a line, and a line an expression', async ({ page }) => {
  const bench = await opened(page);
  await bench.go(6, 6);
  await page.keyboard.press('Control+.');
  await page.getByText(/^Inline x2/).click();
  await expect(code(bench)).toContainText('paint(I, merge(x1))');
  await bench.go(7, 19); // in merge(x1); the comment has a line of its own now
  await page.keyboard.press('Control+.');
  await page
    .getByText(/^Extract (as|into|to|`|merge|x)/)
    .first()
    .click();
  await expect(code(bench)).toContainText(/=\smerge\(x1\)/);
});

test('types behind names are switched on and off', async ({ page }) => {
  const bench = await opened(page);
  const types = bench.solver.getByRole('button', { name: 'Types' });
  await expect(code(bench)).not.toContainText(': Object');
  await types.click();
  await expect(types).toHaveAttribute('aria-pressed', 'true');
  await expect(code(bench)).toContainText(': Object');
  await types.click();
  await expect(code(bench)).not.toContainText(': Object');
});

test('the keys are explained, and Tab leaves the editor both ways unless told otherwise', async ({
  page,
}) => {
  const bench = await opened(page);
  await bench.solver.getByRole('button', { name: 'Keyboard help' }).click();
  const help = page.getByRole('dialog', { name: 'Keyboard help' });
  await expect(help).toContainText('leave the editor');
  await page.keyboard.press('Escape');
  await expect(help).toBeHidden();
  for (const key of ['Tab', 'Shift+Tab']) {
    await bench.code.focus();
    await page.keyboard.press(key);
    await expect(bench.code).not.toBeFocused();
  }
  await expect(code(bench)).toContainText('x1 = objects');
  await bench.code.focus();
  await page.keyboard.press('Control+m');
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Tab');
  await expect(bench.code).toBeFocused();
  await page.keyboard.press('Control+m');
  await page.keyboard.press('Tab');
  await expect(bench.code).not.toBeFocused();
});
