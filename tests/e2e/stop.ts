/** Stop, as tests and the bench time it. */
import type { Page } from '@playwright/test';

/** Stops a run: milliseconds by the clock of the page until the next one could begin. */
export function timeStop(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const button = (keys: string) =>
      document.querySelector<HTMLButtonElement>(`button[aria-keyshortcuts~="${keys}"]`)!;
    const began = performance.now();
    button('Escape').click();
    while (button('Control+Enter').disabled) await new Promise((resolve) => setTimeout(resolve, 1));
    return performance.now() - began;
  });
}
