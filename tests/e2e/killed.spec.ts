/**
 * A tab that is killed at a random moment of an import, a sweep or a search, as when the system is out of memory: the next
 * one has all that was said to be kept, and goes on. `npm run soak -- killed.spec` kills twenty of each.
 */
import type { Browser, Page } from '@playwright/test';
import { Random } from '../../src/core/random.ts';
import { rounds, SOAK_SEED, tell } from '../support/soak.ts';
import { BenchPage } from './bench.ts';
import { crash } from './crash.ts';
import { expect, test } from './fixture.ts';
import {
  countIn,
  importReport,
  importText,
  MIRROR,
  openLibrary,
  solversIn,
  variants,
} from './library-dialog.ts';
import { few, SweepPage } from './sweep-page.ts';

const KILLS = rounds(1, 20);

interface Work {
  /** Milliseconds after its begin within which the tab is killed. */
  readonly within: number;
  begin(page: Page): Promise<void>;
  /** How many things the page says that it has kept. */
  said(page: Page): Promise<number>;
  /** Opens in the next tab what tells how many it has. */
  look(next: Page): Promise<unknown>;
  kept(next: Page): Promise<number>;
  /** Goes on in the next tab, to the end. */
  goOn(next: Page): Promise<void>;
}

const solvers = variants(4);

const importing: Work = {
  within: 1500,
  async begin(page) {
    await openLibrary(page);
    await importText(page, 'many.py', solvers.text);
    await expect(importReport(page)).toContainText(/many\.py|\d of \d/);
  },
  said: async (page) => countIn(importReport(page), /of [\d,]+ solvers/),
  look: openLibrary,
  kept: solversIn,
  async goOn(next) {
    await importText(next, 'many.py', solvers.text);
    await expect(importReport(next)).toContainText(/many\.py: [\d,]+ new, 0 better/, { timeout: 60_000 });
  },
};

const sweeping: Work = {
  within: 4000,
  async begin(page) {
    const bench = new BenchPage(page);
    await bench.choose([{ name: 'few.json', text: JSON.stringify(few) }]);
    await expect(bench.task).toContainText('few.json');
    const sweep = new SweepPage(page);
    await sweep.open(page);
    await sweep.button('Start').click();
    await expect(sweep.status).toBeVisible();
  },
  said: async (page) => (await new SweepPage(page).done()).length,
  look: (next) => new SweepPage(next).open(next),
  kept: async (next) => (await new SweepPage(next).done()).length,
  async goOn(next) {
    const sweep = new SweepPage(next);
    await expect(sweep.status).toContainText(/Paused after|Finished/);
    if (await sweep.button('Resume').isVisible()) await sweep.button('Resume').click();
    await expect(sweep.status).toContainText(/Finished: \d of 6 tasks solved/, { timeout: 60_000 });
  },
};

/** Something is found at once, and kept; the search goes on. */
const searching: Work = {
  within: 4000,
  async begin(page) {
    const bench = new BenchPage(page);
    await bench.choose([{ name: 'mirror.json', text: JSON.stringify(MIRROR) }]);
    await expect(bench.picker).toHaveValue('mirror');
    await bench.set('Search for', '4');
    await page.getByLabel('Stop when solved').uncheck();
    await page.keyboard.press('Escape');
    await bench.run.click();
    await openLibrary(page);
  },
  said: solversIn,
  look: openLibrary,
  kept: solversIn,
  async goOn(next) {
    await next.keyboard.press('Escape');
    const bench = new BenchPage(next);
    await bench.pick('mirror');
    await bench.run.click();
    await expect(bench.pipeline.getByRole('status')).toContainText('Solved', { timeout: 60_000 });
  },
};

async function killOne(
  browser: Browser,
  work: Work,
  random: Random,
): Promise<{ said: number; kept: number }> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await new BenchPage(page).open();
  await work.begin(page);
  await page.waitForTimeout(random.int(0, work.within));
  const said = await work.said(page);
  await crash(page);

  const next = await context.newPage();
  await new BenchPage(next).open();
  await work.look(next);
  await expect.poll(() => work.kept(next)).toBeGreaterThanOrEqual(said);
  const kept = await work.kept(next);
  await work.goOn(next);
  await context.close();
  return { said, kept };
}

for (const [name, work] of Object.entries({ importing, sweeping, searching }))
  test(`a tab that is killed while ${name} has lost nothing that it said was kept`, async ({
    browser,
    browserName,
  }) => {
    test.skip(browserName !== 'chromium', 'killing a tab takes Chromium’s own means');
    test.setTimeout(rounds(180_000, 3_600_000));
    const random = new Random(`${SOAK_SEED}/killed ${name}`);
    const figures = { kills: 0, inTheMiddle: 0, said: 0, kept: 0 };
    for (let i = 0; i < KILLS; i++) {
      const { said, kept } = await killOne(browser, work, random);
      figures.kills++;
      figures.said += said;
      figures.kept += kept;
      if (said > 0) figures.inTheMiddle++;
    }
    tell(`tabs killed while ${name}`, figures);
  });
