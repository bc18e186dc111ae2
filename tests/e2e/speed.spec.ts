import { existsSync, readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { BenchPage } from './bench.ts';
import { expect, test } from './fixture.ts';

/** The plain editor takes text as it comes: what is measured is the way from there to the pairs on the screen. */
test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

const starter = readFileSync(new URL('../../public/tasks/starter.py', import.meta.url), 'utf8');
const arc = process.env.BATT_ARC ?? '../shared/arc/agi1-training.json';

/** The texts of the functions of a file by name. */
function solversOf(source: string): Map<string, string> {
  const texts = source.split(/^(?=def solve_)/m).filter((text) => text.startsWith('def'));
  return new Map(
    texts.map((text) => [/^def solve_(\w+)/.exec(text)?.[1] ?? '', text.replace(/^#.*$/gm, '').trim()]),
  );
}

/**
 * Milliseconds from an input event to the moment at which the region Task shows the new outputs, for `count` edits
 * that turn the solver's answer into a trimmed input and back.
 */
async function latencies(page: Page, text: string, count: number): Promise<number[]> {
  const area = page.getByRole('region', { name: 'Solver' }).getByRole('textbox').first();
  await area.fill(text);
  await expect(
    page
      .getByRole('region', { name: 'Task' })
      .getByText(/exact|wrong|, not /)
      .first(),
  ).toBeVisible();
  return area.evaluate(
    async (element, { text, count }) => {
      const input = element as HTMLTextAreaElement;
      const task = document.querySelector('section[aria-label="Task"]') as Element;
      const other = text.replace(/return \w+\s*$/, 'return trim(I)');
      const measured: number[] = [];
      for (let i = 0; i < count; i++) {
        const changed = new Promise<number>((resolve) => {
          const observer = new MutationObserver(() => {
            observer.disconnect();
            resolve(performance.now());
          });
          observer.observe(task, { subtree: true, childList: true, characterData: true, attributes: true });
        });
        const from = performance.now();
        input.value = i % 2 === 0 ? other : text;
        input.dispatchEvent(new Event('input', { bubbles: true }));
        measured.push((await changed) - from);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      return measured;
    },
    { text, count },
  );
}

function told(what: string, times: readonly number[]): { median: number; p95: number } {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
  const figures = { median: at(0.5), p95: at(0.95) };
  console.log(
    `${what}: median ${figures.median.toFixed(1)} ms, p95 ${figures.p95.toFixed(1)} ms, ${times.length} edits`,
  );
  return figures;
}

test('a starter task is rescored while one types', async ({ page }) => {
  const times: number[] = [];
  const solvers = [...solversOf(starter)];
  for (const [id, text] of solvers.filter((_, i) => i % 9 === 0)) {
    await page.goto(`./?task=${id}`);
    times.push(...(await latencies(page, text, 20)));
  }
  // The aim is 16 ms; a loaded machine that shares its cores may take a few times as long.
  expect(told('starter tasks', times).median).toBeLessThan(80);
});

test('so are the largest published tasks', async ({ page }) => {
  test.skip(!existsSync(arc), `no ${arc}: set BATT_ARC to a file of the training set`);
  const tasks = JSON.parse(readFileSync(arc, 'utf8')) as Record<
    string,
    Record<string, { input: number[][] }[]>
  >;
  const cells = (id: string): number =>
    Object.values(tasks[id] ?? {})
      .flat()
      .reduce((sum, { input }) => sum + input.flat().length, 0);
  const largest = Object.keys(tasks)
    .toSorted((a, b) => cells(b) - cells(a))
    .slice(0, 5);
  const bench = new BenchPage(page);
  await bench.open();
  await bench.choose([{ name: 'agi1.json', text: readFileSync(arc) }]);
  await expect(bench.messages).toContainText('400 tasks opened');
  const text = [
    'def solve_x(I):',
    '    x1 = objects(I, T, T, T)',
    '    x2 = argmax(x1, size)',
    '    x3 = mapply(neighbors, toindices(x2))',
    '    x4 = underfill(I, TWO, x3)',
    '    x5 = cover(x4, x2)',
    '    return x5',
  ].join('\n');
  const times: number[] = [];
  for (const id of largest) {
    await bench.pick(id);
    times.push(...(await latencies(page, text, 10)));
  }
  expect(told('the five largest published tasks', times).median).toBeLessThan(250);
});
