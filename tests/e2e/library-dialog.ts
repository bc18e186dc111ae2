/** The dialog of the library, and solvers for it. */
import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { expect } from './fixture.ts';

export const starter = readFileSync('public/tasks/starter.py', 'utf8');

/** Each starter solver so many times, each time another function: mirrored there and back. */
export function variants(times: number): { text: string; count: number } {
  const solvers = starter.split(/^(?=def solve_)/m).filter((part) => part.startsWith('def solve_'));
  const parts = Array.from({ length: times }, (_, n) =>
    solvers.map((solver) => {
      const ways = ['vmirror', 'hmirror', 'rot180', 'dmirror', 'cmirror', 'identity'];
      const mirror = ways[n % ways.length];
      return solver.replace(
        /\n {4}return O\n/,
        () => `\n    y1 = ${mirror}(O)\n    y2 = ${mirror}(y1)\n    return y2\n`,
      );
    }),
  );
  return { text: parts.flat().join('\n\n'), count: solvers.length * times };
}

export const MIRROR = {
  train: [{ input: [[1, 2]], output: [[2, 1]] }],
  test: [{ input: [[3, 4]], output: [[4, 3]] }],
};

export const SOLVER = 'def solve_tiny(I):\n    O = vmirror(I)\n    return O\n';

export async function openLibrary(page: Page) {
  const dialog = page.getByRole('dialog', { name: 'Library' });
  if (!(await dialog.isVisible())) await page.getByRole('button', { name: 'Library', exact: true }).click();
  await expect(dialog.getByRole('button', { name: 'Import' })).toBeVisible();
  return dialog;
}

export async function importText(page: Page, name: string, text: string | Buffer): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Import', exact: true }).click(),
  ]);
  await chooser.setFiles({
    name,
    mimeType: 'text/plain',
    buffer: typeof text === 'string' ? Buffer.from(text) : text,
  });
}

/** What is said of the last import. */
export const importReport = (page: Page): Locator =>
  page.getByRole('region', { name: 'Import' }).getByRole('status');

/** The number before some words of a text; 0 where it does not say. */
export async function countIn(text: Locator, words: RegExp): Promise<number> {
  const said = (await text.textContent()) ?? '';
  return Number(new RegExp(`([\\d,]+) ${words.source}`).exec(said)?.[1]?.replaceAll(',', '') ?? 0);
}

/** Solvers that the open library says to hold. */
export const solversIn = (page: Page): Promise<number> =>
  countIn(page.getByRole('contentinfo').last(), /solvers? of/);
