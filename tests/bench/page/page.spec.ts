/** Measures in the page; each figure goes to the file BATT_BENCH_OUT as a line of JSON. Started by rows/page.ts. */
import { appendFileSync, readFileSync } from 'node:fs';
import { expect, test } from '../../e2e/fixture.ts';
import { latencies, openBench, SCREENS, solversOf } from '../../e2e/latency.ts';
import { timeStop } from '../../e2e/stop.ts';
import type { PageFigure } from './figure.ts';

const out = process.env.BATT_BENCH_OUT ?? '/dev/stdout';
const pages = Number(process.env.BATT_BENCH_PAGES ?? 5);
const every = Number(process.env.BATT_BENCH_KEYS ?? 1);

function tell(figure: PageFigure): void {
  appendFileSync(out, `${JSON.stringify(figure)}\n`);
}

for (let i = 0; i < pages; i++) {
  test(`the first run of fresh page ${i + 1}, and the same again`, async ({ page }) => {
    const bench = await openBench(page);
    await bench.set('Candidates per round', '200');
    await bench.set('Rounds', '1');
    await bench.set('Search for', '0');
    await page.keyboard.press('Escape');
    for (const name of ['first run', 'same run again'] as const) {
      const watch = page.evaluate(watchRun);
      await page.evaluate(() => 0); // by now the page listens
      await bench.run.click();
      tell({ name, ms: await watch });
      await expect(bench.run).toBeEnabled();
    }
  });
}

for (let i = 0; i < pages; i++) {
  test(`the first run of page ${i + 1} as it comes`, async ({ page }) => {
    const bench = await openBench(page);
    const watch = page.evaluate(watchRun);
    await page.evaluate(() => 0);
    await bench.run.click();
    tell({ name: 'first run, as it comes', ms: await watch });
    await expect(bench.pipeline.getByRole('status')).toContainText('Solved');
  });
}

test('stop', async ({ page }) => {
  const bench = await openBench(page);
  await bench.setEndless();
  await bench.set('Search for', '600');
  await page.keyboard.press('Escape');
  for (let i = 0; i < 4 * pages; i++) {
    await bench.run.click();
    await expect(bench.stop).toBeEnabled();
    await page.waitForTimeout((i * 370) % 1500);
    tell({ name: 'stop', ms: await timeStop(page) });
  }
});

const starter = solversOf(readFileSync(new URL('../../../public/tasks/starter.py', import.meta.url), 'utf8'));

test.describe('opening', () => {
  test.use({ viewport: { width: 1440, height: 900 } });

  for (let i = 0; i < pages; i++) {
    test(`page ${i + 1} opens on a slow machine`, async ({ page }) => {
      await page.addInitScript(watchOpening);
      const cdp = await page.context().newCDPSession(page);
      await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 });
      await openBench(page);
      await page.waitForTimeout(3000); // what comes after the first look
      for (const figure of await page.evaluate(() => (window as unknown as Opening).opening())) tell(figure);
    });
  }
});

for (const { name, ...screen } of SCREENS) {
  test.describe(name, () => {
    test.use(screen);

    test('from a key to the rescored pairs', async ({ page }) => {
      const bench = await openBench(page);
      for (const [id, text] of [...starter].filter((_, i) => i % every === 0)) {
        await bench.pick(id);
        const [first, second] = await latencies(bench, text, 2);
        tell({ name: `key, ${name}`, ms: first.shown });
        tell({ name: `key again, ${name}`, ms: second.shown });
      }
    });
  });
}

/** Runs in the page: milliseconds from the next click to the sentence that tells how the run ended. */
function watchRun(): Promise<number> {
  const status = document.querySelector('[aria-label="Pipeline"] [role="status"]') as Element;
  const ended = /^\W*(Solved|No solver found|None of|All candidates failed)/;
  return new Promise((resolve) => {
    const onclick = ({ timeStamp }: MouseEvent): void => {
      removeEventListener('click', onclick, true);
      let begun = false; // the sentence of the run before may still stand there
      const observer = new MutationObserver(() => {
        const over = ended.test(status.textContent ?? '');
        if (!over) begun = true;
        if (!over || !begun) return;
        observer.disconnect();
        resolve(performance.now() - timeStamp);
      });
      observer.observe(status, { subtree: true, childList: true, characterData: true });
    };
    addEventListener('click', onclick, true);
  });
}

interface Opening {
  opening: () => PageFigure[];
}

/** Runs in the page before its own scripts: notes when Run can be pressed, and how long the page does not answer. */
function watchOpening(): void {
  let run = NaN;
  let longest = 0;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
  }).observe({ type: 'longtask', buffered: true });
  const observer = new MutationObserver(() => {
    const buttons = [...document.querySelectorAll('button:enabled')];
    if (!buttons.some(({ textContent }) => textContent?.trim().startsWith('Run'))) return;
    run = performance.now();
    observer.disconnect();
  });
  observer.observe(document, { subtree: true, childList: true, attributeFilter: ['disabled'] });
  (window as unknown as Opening).opening = () => [
    { name: 'paint', ms: performance.getEntriesByName('first-contentful-paint')[0].startTime },
    { name: 'run possible', ms: run },
    { name: 'longest task', ms: longest },
  ];
}
