import type { Locator, Page } from '@playwright/test';
import { expect } from './fixture.ts';

/** The dialog of all tasks. */
export class TaskBrowserPage {
  readonly dialog: Locator;
  readonly search: Locator;
  readonly cards: Locator;
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    this.dialog = page.getByRole('dialog', { name: 'Tasks' });
    this.search = this.dialog.getByRole('searchbox', { name: 'Find a task' });
    this.cards = this.dialog.getByRole('listbox', { name: 'Tasks found' }).getByRole('option');
  }

  async open(): Promise<void> {
    await this.page.getByRole('button', { name: 'Tasks', exact: true }).click();
    await expect(this.search).toBeFocused();
  }
}
