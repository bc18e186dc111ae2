import type { Page } from '@playwright/test';
import { BenchPage } from './bench.ts';
import { expect } from './fixture.ts';

/** Milliseconds from a key event to the outputs of all pairs in the document, and to the next frame that was painted. */
export interface Latency {
  readonly shown: number;
  readonly painted: number;
}

/** What is typed on, with either editor. */
export const SCREENS = [
  { name: 'the full editor', viewport: { width: 1280, height: 800 }, hasTouch: false, isMobile: false },
  { name: 'a phone', viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
];

/** The texts of the functions of a solver file by name. */
export function solversOf(source: string): Map<string, string> {
  const texts = source.split(/^(?=def solve_)/m).filter((text) => text.startsWith('def'));
  return new Map(
    texts.map((text) => [/^def solve_(\w+)/.exec(text)?.[1] ?? '', text.replace(/^#.*$/gm, '').trim()]),
  );
}

/** Real keys, by which a solver that cannot be run becomes the whole one, on the open task. */
export async function latencies(bench: BenchPage, solver: string, count: number): Promise<Latency[]> {
  const { page } = bench;
  const lines = ['y2 = identity($1)', 'y1 = canvas(ZERO, UNITY)', 'return y1'];
  await bench.write(solver.replace(/return (\w+)\s*$/, lines.join('\n    ')));
  await bench.room('Task');
  await expect(bench.task.getByText(/wrong|, not |exact/).first()).toBeVisible();
  await bench.room('Solver');
  await bench.code.focus();
  await page.keyboard.press('ControlOrMeta+End');
  const pauses = { afterError: 160, afterScore: 80 };
  const measured: Latency[] = [];
  for (let i = 0; i < count; i++) {
    await page.keyboard.press('Backspace');
    await page.waitForTimeout(pauses.afterError);
    const latency = page.evaluate(watchNextKey);
    await page.evaluate(() => 0); // by now the page listens
    await page.keyboard.press('2');
    measured.push(await latency);
    await page.keyboard.press('Backspace');
    await page.waitForTimeout(pauses.afterScore);
    await page.keyboard.press('1');
    await page.waitForTimeout(pauses.afterScore);
  }
  return measured;
}

/**
 * Runs in the page. What shows the outputs is the region Task, or on a phone, where that has a tab of its own, the pair
 * in sight. Its first change after the key is all of the change: it is shown at once.
 */
function watchNextKey(): Promise<Latency> {
  const sections = [
    ...document.querySelectorAll('section[aria-label="Task"], section[aria-label="Pair in sight"]'),
  ];
  const task = sections.find((section) => section.checkVisibility()) as Element;
  return new Promise((resolve) => {
    const onkey = ({ timeStamp }: KeyboardEvent): void => {
      removeEventListener('keydown', onkey, true);
      const observer = new MutationObserver(() => {
        observer.disconnect();
        const shown = performance.now() - timeStamp;
        requestAnimationFrame(() =>
          setTimeout(() => resolve({ shown, painted: performance.now() - timeStamp })),
        );
      });
      observer.observe(task, { subtree: true, childList: true, characterData: true, attributes: true });
    };
    addEventListener('keydown', onkey, true);
  });
}

/** Prints the figures of a set of tasks. */
export function told(what: string, latencies: readonly Latency[]): { median: number; p95: number } {
  const at = (times: readonly number[], share: number): number => {
    const sorted = times.toSorted((a, b) => a - b);
    return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
  };
  const text = (times: readonly number[]): string =>
    [0.5, 0.95, 1].map((share) => at(times, share).toFixed(1)).join(' / ');
  const shown = latencies.map((each) => each.shown);
  const painted = text(latencies.map((each) => each.painted));
  console.log(
    `${what}: median / p95 / most ${text(shown)} ms, painted ${painted} ms, ${latencies.length} keys`,
  );
  return { median: at(shown, 0.5), p95: at(shown, 0.95) };
}

/** The page with a file of tasks and whichever editor it has. */
export async function openBench(page: Page): Promise<BenchPage> {
  const bench = new BenchPage(page);
  await bench.open();
  return bench;
}
