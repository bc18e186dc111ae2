/** What the page offers beside the run, each by its role and name. */
import { BenchPage } from './bench.ts';
import { expect, test } from './fixture.ts';

test('a grid opens as large as the window, and arrow keys go through pairs and cells', async ({ page }) => {
  const bench = new BenchPage(page);
  await bench.open();
  await bench.write('def solve_x(I):\n    O = hmirror(I)\n    return O\n');
  await expect(bench.solver.getByText('edited')).toBeVisible();
  await bench.task.getByRole('img', { name: /^Pair 1 input/ }).dblclick();
  const dialog = page.getByRole('dialog', { name: 'Grid' });
  await expect(dialog.getByRole('img')).toHaveCount(3);
  const cells = dialog.getByRole('application');
  await cells.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  const cell = dialog.getByRole('status').first();
  await expect(cell).toContainText(/^row 2, column 2, [a-z ]+/);
  // A pointer at rest, over which grids come to lie, takes no cell along; one that moves does.
  const picture = dialog.locator('.picture').first();
  const { x, y } = (await picture.boundingBox())!;
  await picture.dispatchEvent('mousemove', { clientX: x + 2, clientY: y + 2 });
  await expect(cell).toContainText(/^row 2, column 2, [a-z ]+/);
  await page.mouse.move(x + 2, y + 2);
  await expect(cell).toContainText(/^row 1, column 1, [a-z ]+/);
  await page.keyboard.press('PageDown');
  await expect(dialog.getByRole('tab', { name: 'Pair 2' })).toHaveAttribute('aria-selected', 'true');
  await dialog.getByRole('tab', { name: 'Pair 2' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(dialog.getByRole('tab', { name: 'Pair 3' })).toBeFocused();
  // The difference is ringed, or not.
  await expect(dialog.locator('path[stroke="#000"]')).toHaveCount(1);
  await dialog.getByLabel('Difference').uncheck();
  await expect(dialog.locator('path[stroke="#000"]')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await bench.task.getByRole('img', { name: /^Pair 2 input/ }).press('Enter');
  await expect(dialog).toBeVisible();
});

test('digits, colours and theme are chosen once, and kept', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  const bench = new BenchPage(page);
  await bench.open();
  await page.getByRole('button', { name: 'View' }).click();
  const view = page.getByRole('dialog', { name: 'View' });
  await view.getByLabel('Digits on cells').check();
  await view.getByLabel('Grey, with patterns').check();
  await view.getByLabel('Dark').check();
  const seen = async () => {
    await expect(bench.task.locator('svg text').first()).toBeVisible();
    const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const fill = await bench.task
      .locator('svg[role="img"] g path')
      .first()
      .evaluate((path) => getComputedStyle(path).fill);
    return [ground, fill];
  };
  expect(await seen()).toEqual(['rgb(17, 18, 20)', expect.stringContaining('batt-pattern-')]);
  await page.reload();
  expect(await seen()).toEqual(['rgb(17, 18, 20)', expect.stringContaining('batt-pattern-')]);
  await page.goto('./?embed=light&palette=safe');
  await expect(page.getByRole('link', { name: 'Open in Batt' })).toBeVisible();
  await expect
    .poll(() => page.evaluate(() => getComputedStyle(document.body).backgroundColor))
    .toBe('rgb(244, 244, 241)');
});

test('everything is reached by name from the keyboard', async ({ page }) => {
  const bench = new BenchPage(page);
  await bench.openInEditor('def solve_x(I):\n    O = vmirror(I)\n    return O\n');
  const commands = page.getByRole('dialog', { name: 'Commands' });
  const find = commands.getByRole('combobox');
  for (const [query, kind] of [
    ['next', 'action'],
    ['theme', 'setting'],
    ['quilt', 'task'],
    ['vmirror', 'primitive'],
  ]) {
    await page.keyboard.press('ControlOrMeta+k');
    await find.fill(query);
    await expect(commands.getByRole('option').first()).toContainText(kind);
    await page.keyboard.press('Escape');
    await expect(commands).toBeHidden();
  }
  await page.keyboard.press('ControlOrMeta+k');
  await find.fill('quilt task');
  await page.keyboard.press('Enter');
  await expect(bench.picker).toHaveValue('Quilt');
});

test('the reference knows all names, by name, meaning and type, and inserts them', async ({ page }) => {
  const bench = new BenchPage(page);
  await bench.openInEditor('def solve_x(I):\n    O = vmirror(I)\n    return O\n');
  await bench.solver.getByRole('button', { name: 'Reference', exact: true }).click();
  const reference = page.getByRole('region', { name: 'Reference' });
  const find = reference.getByRole('searchbox', { name: 'Find a primitive' });
  await expect(find).toBeFocused();
  await expect(reference.getByRole('listitem')).toHaveCount(188);
  await find.fill('largest');
  await expect(reference.getByRole('list', { name: 'Names' })).toContainText('argmax');
  await find.fill('flip');
  await expect(reference.getByRole('list', { name: 'Names' })).toContainText('vmirror');
  await find.fill('rot90');
  const entry = reference.getByRole('article', { name: 'rot90' });
  await expect(entry).toContainText('quarter turn');
  await expect(entry.getByRole('img')).toHaveCount(2);
  await bench.code.focus();
  await bench.go(2, 9);
  await page.keyboard.press('F1');
  await expect(find).toHaveValue('vmirror');
  await bench.code.focus();
  await page.keyboard.press('Control+End');
  await reference.getByRole('button', { name: 'Insert' }).click();
  await expect(bench.solver.locator('.view-lines').first()).toContainText('vmirror(??)');
});

test('a solver is made shorter, and says how much', async ({ page }) => {
  const bench = new BenchPage(page);
  await bench.open();
  await bench.write(
    'def solve_x(I):\n    x1 = rot90(I)\n    x2 = rot90(x1)\n    O = rot90(x2)\n    return O\n',
  );
  await bench.fullEditor();
  await bench.solver.getByRole('button', { name: 'Simplify' }).click();
  await expect(bench.messages.getByText('2 steps saved: 3 before, 1 now.')).toBeVisible();
  await expect(bench.solver.locator('.view-lines').first()).toContainText('rot270(I)');
  await bench.messages.getByRole('button', { name: 'Take it back' }).click();
  await expect(bench.solver.locator('.view-lines').first()).toContainText('rot90(x2)');
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('three tabs, with a pair in sight while the solver is edited', async ({ page }) => {
    await page.goto('./');
    const bench = new BenchPage(page);
    const tab = (name: string) => page.getByRole('tab', { name, exact: true });
    await expect(bench.task.getByRole('img').first()).toBeVisible();
    await expect(bench.solver).toBeHidden();
    await tab('Solver').tap();
    await expect(bench.task).toBeHidden();
    await expect(page.getByRole('region', { name: 'Pair in sight' })).toBeVisible();
    await bench.code.fill('def solve_x(I):\n    O = vmirror(I)\n    return O\n');
    await tab('Results').tap();
    await expect(bench.pipeline.getByRole('status')).toContainText('Ready');
  });
});

test('a first visit is led from Run to Share, once; About and the guide are at hand', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  const bench = new BenchPage(page);
  await bench.open();
  const steps = page.getByRole('region', { name: 'First steps' });
  await expect(steps.getByRole('listitem')).toHaveCount(3);
  await steps.getByRole('button', { name: 'Guide' }).click();
  const guide = page.getByRole('dialog', { name: 'Guide' });
  await expect(guide.getByRole('navigation').getByRole('button')).toHaveCount(5);
  await guide.getByRole('button', { name: 'Sharing' }).click();
  await expect(guide.getByRole('article')).toContainText('makes a link');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'About' }).click();
  const about = page.getByRole('dialog', { name: 'About Batt' });
  await expect(about).toContainText('arc-dsl');
  const licences = (await about.getByRole('link', { name: /all licences/ }).getAttribute('href')) ?? '';
  const list = await page.request.get(new URL(licences, page.url()).href);
  expect(await list.text()).toMatch(/^---- svelte .*: MIT$/m);
  await page.keyboard.press('Escape');
  await steps.getByRole('button', { name: /^Dismiss/ }).click();
  await expect(steps).toBeHidden();
  await page.reload();
  await expect(bench.pipeline.getByRole('status')).toContainText('Ready');
  await expect(steps).toBeHidden();
});

test('panels are as wide as somebody set them, and grids grow with theirs', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  const bench = new BenchPage(page);
  await bench.open();
  const width = async () => (await bench.task.getByRole('img').first().boundingBox())!.width;
  const before = await width();
  const handle = page.getByRole('separator', { name: 'Width of the task' });
  await handle.focus();
  for (let i = 0; i < 20; i++) await page.keyboard.press('ArrowRight');
  await expect.poll(width).toBeGreaterThan(1.3 * before);
  const after = await width();
  await page.reload();
  await expect(bench.pipeline.getByRole('status')).toContainText('Ready');
  await expect.poll(width).toBe(after);
});
