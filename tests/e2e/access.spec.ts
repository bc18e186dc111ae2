import { findings } from './axe.ts';
import { BenchPage } from './bench.ts';
import { expect, test } from './fixture.ts';

/** How far the page goes beyond the right edge, and what does. */
function beyond(): (number | string)[] {
  const wide = [...document.querySelectorAll('main *, footer *')].filter((element) => {
    const { right, width } = element.getBoundingClientRect();
    return width > 0 && right > innerWidth + 1 && !element.closest('svg, .cut, .visually-hidden');
  });
  return [
    document.documentElement.scrollWidth - innerWidth,
    ...wide.map(({ className }) => String(className)),
  ];
}

const CONTRAST = 'color-contrast';

/** What axe looks for in each scheme: all else is the same in both. */
const SCHEMES = [
  ['light', {}],
  ['dark', { only: CONTRAST }],
] as const;

for (const [colorScheme, rules] of SCHEMES) {
  test(`nothing serious is found by axe, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const bench = new BenchPage(page);
    await bench.open();
    expect(await findings(page, rules)).toEqual([]);
    await bench.run.click();
    await expect(bench.pipeline.getByRole('status')).toContainText(/Solved|No solver/, { timeout: 30_000 });
    await bench.write('def solve_x(I):\n    O = rot181(I)\n    return O\n');
    await expect(bench.solver.getByRole('list', { name: 'Problems' })).toBeVisible();
    await bench.choose([{ name: 'bad.json', text: '[' }]);
    await expect(bench.messages.getByRole('alert')).toBeVisible();
    await bench.picker.focus();
    expect(await findings(page, rules)).toEqual([]);
  });
}

/** What is opened by a command, and what it is then called. */
const OPENED = [
  ['Browse tasks', 'dialog', 'Tasks'],
  ['Share', 'dialog', 'Share'],
  ['Library', 'dialog', 'Library'],
  ['Sweep', 'dialog', 'Sweep'],
  ['Large grids', 'dialog', 'Grid'],
  ['Presentation', 'dialog', 'Presentation'],
  ['Arrange the pairs', 'dialog', 'Arrange the pairs'],
  ['Figure', 'dialog', 'Figure'],
  ['Guide', 'dialog', 'Guide'],
  ['About', 'dialog', 'About Batt'],
  ['Keyboard help', 'dialog', 'Keyboard help'],
  ['Explain', 'region', 'Explain'],
  ['Stress', 'region', 'Stress'],
  ['Merged program', 'region', 'Merged program (the batt)'],
  ['Reference', 'region', 'Reference'],
] as const;

/** Colours are the same at all widths, and looking at them is most of the work. */
const WIDTHS = [
  [1440, 900, SCHEMES],
  [768, 1024, [['light', { except: CONTRAST }]]],
  [320, 640, [['light', { except: CONTRAST }]]],
] as const;

for (const [width, height, schemes] of WIDTHS) {
  test(`dialogs and drawers: axe finds nothing serious, and nothing is cut, ${width} wide`, async ({
    page,
  }) => {
    test.setTimeout(240_000); // thirty looks, one after the other
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const bench = new BenchPage(page);
    await bench.open();
    await bench.write('def solve(I):\n    O = vmirror(I)\n    return O\n');
    const found: string[] = [];
    for (const [command, role, name] of OPENED) {
      await page.keyboard.press('Control+k');
      const commands = page.getByRole('dialog', { name: 'Commands' });
      await commands.getByRole('combobox').fill(`action ${command}`);
      await commands.getByRole('combobox').press('Enter');
      const part = page.getByRole(role, { name, exact: true });
      await expect(part).toBeVisible();
      const within = `${role === 'dialog' ? 'dialog' : 'section'}[aria-label="${name}"]`;
      for (const [colorScheme, rules] of schemes) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        for (const finding of await findings(page, rules, within))
          found.push(`${name}, ${colorScheme}: ${finding}`);
      }
      const over = await part.evaluate((box) => box.scrollWidth - box.clientWidth);
      if (over > 1) found.push(`${name}: ${over} pixels beyond its right edge`);
      if (role === 'dialog') await page.keyboard.press('Escape');
      else await part.getByRole('button', { name: 'Close' }).click();
      await expect(page.locator(within)).toHaveCount(0); // not only hidden: the page takes the next key then
    }
    expect(found).toEqual([]);
  });
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('nothing is cut at the right, Run is in reach, and the plain editor stays', async ({ page }) => {
    const bench = new BenchPage(page);
    await bench.open();
    await bench.run.tap();
    await expect(bench.pipeline.getByRole('status')).toContainText(/Solved|No solver/, { timeout: 30_000 });
    await bench.room('Results');
    await expect(bench.candidates.first()).toBeVisible();
    const overflow: (number | string)[] = [];
    for (const name of ['Task', 'Solver', 'Results'] as const) {
      await bench.room(name);
      overflow.push(...(await page.evaluate(beyond)));
    }
    expect(overflow).toEqual([0, 0, 0]);
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await expect(bench.run).toBeInViewport({ ratio: 1 });
    for (const name of ['Previous task', 'Next task'])
      await expect(page.getByRole('button', { name })).toBeInViewport({ ratio: 1 });
    await bench.room('Solver');
    await expect(bench.solver.locator('textarea')).toHaveValue(/def solve_/);
    await bench.code.fill('def solve_x(I):\n    O = rot90(I)\n    return O\n');
    await expect(bench.solver.getByText('edited')).toBeVisible();
    // From side to side; how far the page has scrolled does not matter.
    const tab = await bench.solver.getByRole('tab', { name: 'One line' }).boundingBox();
    expect(tab?.x).toBeGreaterThan(0);
    expect((tab?.x ?? Infinity) + (tab?.width ?? 0)).toBeLessThanOrEqual(390);
    await expect(page.locator('.monaco-editor')).toHaveCount(0);

    // What goes on with the word at the cursor is a tap away, or a key; it brings what its arguments may be.
    await bench.code.fill('def solve_x(I):\n    O = rot');
    const chips = page.getByRole('toolbar', { name: 'Completion' });
    await chips.getByRole('button', { name: 'Insert rot180' }).tap();
    await expect(bench.code).toHaveValue('def solve_x(I):\n    O = rot180(');
    await expect(bench.code).toBeFocused();
    await expect(chips.getByRole('button').first()).toHaveAccessibleName('Insert I');
    await bench.code.press('Tab');
    await page.keyboard.press('Enter');
    await expect(bench.code).toHaveValue('def solve_x(I):\n    O = rot180(I');

    // A chip of an older text, before those of the new one come, puts nothing into the new one.
    await expect(chips.getByRole('button').first()).toBeVisible();
    const other = '# another text, and one that is long enough';
    await bench.code.evaluate((code: HTMLTextAreaElement, text) => {
      code.value = text;
      code.dispatchEvent(new InputEvent('input', { bubbles: true }));
      document.querySelector<HTMLElement>('[aria-label="Completion"] button')!.click();
    }, other);
    await expect(bench.code).toHaveValue(other);
    await bench.code.blur();
    await expect(chips).toHaveCount(0);

    const before = await bench.picker.inputValue();
    await page.getByRole('button', { name: 'Next task' }).tap();
    await expect(bench.picker).not.toHaveValue(before);
    await page.getByRole('button', { name: 'Previous task' }).tap();
    await expect(bench.picker).toHaveValue(before);
  });
});

test('on a desktop all panels fit without scrolling the page', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  const bench = new BenchPage(page);
  await bench.open();
  for (const region of [bench.task, bench.solver, bench.pipeline])
    await expect(region).toBeInViewport({ ratio: 1 });
  expect(await page.evaluate(() => document.documentElement.scrollHeight - innerHeight)).toBe(0);
});

test('at four times its size nothing stays over the rest, and what opens is whole', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 256 });
  const bench = new BenchPage(page);
  await bench.open();
  expect(await page.evaluate(beyond)).toEqual([0]);
  const over = await page.evaluate(() =>
    [...document.querySelectorAll('.page *')]
      .filter((element) => /fixed|sticky/.test(getComputedStyle(element).position))
      .filter((element) => element.checkVisibility() && element.getBoundingClientRect().height > 0)
      .map(({ className }) => String(className)),
  );
  expect(over).toEqual([]);
  for (const width of [320, 390])
    for (const name of ['View', 'Settings']) {
      await page.setViewportSize({ width, height: 256 });
      await page.getByRole('button', { name, exact: true }).click();
      const box = await page.getByRole('dialog', { name }).boundingBox();
      expect(box?.x).toBeGreaterThanOrEqual(0);
      expect((box?.x ?? 0) + (box?.width ?? Infinity)).toBeLessThanOrEqual(width);
      await page.keyboard.press('Escape');
    }
});

test('where the system sets the colours, what is said by colour is still there', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  const bench = new BenchPage(page);
  await bench.open();
  const ground = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => getComputedStyle(element).backgroundColor);
  await bench.run.click();
  await expect(bench.pipeline.getByRole('status')).toContainText(/Solved|No solver/, { timeout: 30_000 });
  const panel = await ground('.pipeline');
  for (const mark of ['.band i:not(.ghost)', '.lamps i', '.marks .right'])
    expect(await ground(mark), mark).not.toBe(panel);
  const chosen = bench.candidates.first().getByRole('button');
  expect(await chosen.evaluate((button) => getComputedStyle(button).outlineStyle)).toBe('solid');
});
