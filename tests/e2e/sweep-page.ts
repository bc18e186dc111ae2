/** The dialog of sweeps, and a few tasks for it. */
import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';

export const starter = JSON.parse(
  readFileSync(new URL('../../public/tasks/starter.json', import.meta.url), 'utf8'),
);

export const few = Object.fromEntries(
  Object.entries<{ train: unknown; test: unknown }>(starter.tasks)
    .slice(2, 8)
    .map(([id, { train, test: tests }]) => [`my_${id}`, { train, test: tests }]),
);

export const ids = Object.keys(few);

export class SweepPage {
  readonly dialog: Locator;
  readonly status: Locator;
  readonly results: Locator;

  constructor(page: Page) {
    this.dialog = page.getByRole('dialog', { name: 'Sweep' });
    this.status = this.dialog.getByRole('region', { name: 'Sweep' }).getByRole('status');
    this.results = this.dialog.getByRole('list', { name: 'Results' }).getByRole('listitem');
  }

  button(name: string): Locator {
    return this.dialog.getByRole('button', { name, exact: true });
  }

  async open(page: Page): Promise<void> {
    await page.getByRole('button', { name: 'Sweep', exact: true }).click();
  }

  /** Has the page itself press Pause with the first result: on a busy machine the others come before a click from here. */
  async pauseWithFirst(): Promise<void> {
    await this.dialog.evaluate((dialog) => {
      const observer = new MutationObserver(() => {
        if (!dialog.querySelector('[aria-label="Results"] [role="listitem"]')) return;
        const pause = [...dialog.querySelectorAll('button')].find(
          ({ textContent }) => textContent.trim() === 'Pause',
        );
        if (pause) observer.disconnect();
        pause?.click();
      });
      observer.observe(dialog, { childList: true, subtree: true });
    });
  }

  /** The tasks that have a result, the last first. */
  async done(): Promise<string[]> {
    return (await this.results.locator('.name').allTextContents()).map((text) =>
      text.trim().replace(/\s+/g, ' '),
    );
  }
}
