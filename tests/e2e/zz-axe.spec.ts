import AxeBuilder from '@axe-core/playwright';
import { BenchPage } from './bench.ts';
import { test } from './fixture.ts';
for (const colorScheme of ['light', 'dark'] as const)
  test(`axe ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const bench = new BenchPage(page);
    await bench.open();
    const look = async (what: string) => {
      const { violations } = await new AxeBuilder({ page }).exclude('.monaco-editor').exclude('#task-list svg').analyze();
      for (const v of violations.filter(({ impact }) => impact === 'serious' || impact === 'critical'))
        console.log(what, v.id, v.nodes.map(({ html }) => html.slice(0, 160)).join(' | '));
    };
    await bench.run.click();
    await page.waitForTimeout(3000);
    await bench.write('def solve_x(I):\n    x1 = objects(I, T, F, T)\n    x2 = argmax(x1, size)\n    x3 = size(x1)\n    x5 = compose(size, delta)\n    x4 = toindices(x2)\n    x6 = extract(x1, vline)\n    O = fill(I, TWO, x4)\n    return O\n');
    await page.waitForTimeout(1500);
    await page.locator('[data-line="x2"]').click();
    await look('tie');
    await page.locator('[data-line="x6"]').click();
    await look('fault');
    await page.locator('[data-line="x3"]').click();
    for (const name of ['Explain', 'Stress', 'Batt']) {
      await page.getByRole('button', { name, exact: true }).last().click();
      await page.waitForTimeout(1500);
      await look(name);
    }
    await page.getByRole('button', { name: 'Make a pair' }).click();
    await look('pair');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Keyboard help' }).click();
    await look('help');
  });
