import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { BenchPage } from './bench.ts';
import { expect, test } from './fixture.ts';

/** Serious and critical findings, all or of some rules. Monaco is its makers' own. */
async function findings(page: Page, rules?: string[]): Promise<string[]> {
  const axe = new AxeBuilder({ page }).exclude('.monaco-editor').exclude('#task-list svg');
  const { violations } = await (rules ? axe.withRules(rules) : axe).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
}

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

const SCHEMES = [
  ['light', undefined],
  ['dark', ['color-contrast']],
] as const;

for (const [colorScheme, rules] of SCHEMES) {
  test(`nothing serious is found by axe, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const bench = new BenchPage(page);
    await bench.open();
    expect(await findings(page, rules?.slice())).toEqual([]);
    await bench.run.click();
    await expect(bench.pipeline.getByRole('status')).toContainText(/Solved|No solver/, { timeout: 30_000 });
    await bench.write('def solve_x(I):\n    O = rot181(I)\n    return O\n');
    await expect(bench.solver.getByRole('list', { name: 'Problems' })).toBeVisible();
    await bench.choose([{ name: 'bad.json', text: '[' }]);
    await expect(bench.messages.getByRole('alert')).toBeVisible();
    await bench.picker.focus();
    expect(await findings(page, rules?.slice())).toEqual([]);
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
