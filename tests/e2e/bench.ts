import type { Locator, Page } from '@playwright/test';
import { expect } from './fixture.ts';

/** The page as a user sees it: what the tests take hold of, by role and name. */
export class BenchPage {
  readonly page: Page;
  readonly run: Locator;
  readonly stop: Locator;
  readonly task: Locator;
  readonly solver: Locator;
  readonly pipeline: Locator;
  readonly picker: Locator;
  readonly candidates: Locator;
  readonly code: Locator;
  readonly messages: Locator;

  constructor(page: Page) {
    this.page = page;
    this.run = page.getByRole('button', { name: 'Run', exact: true });
    this.stop = page.getByRole('button', { name: 'Stop', exact: true });
    this.task = page.getByRole('region', { name: 'Task' });
    this.solver = page.getByRole('region', { name: 'Solver' });
    this.pipeline = page.getByRole('region', { name: 'Pipeline' });
    this.picker = page.getByRole('combobox', { name: 'Task' });
    this.candidates = page.getByRole('list', { name: 'Candidates' }).getByRole('listitem');
    this.code = page.getByRole('textbox', { name: /^Solver code/ });
    this.messages = page.getByRole('region', { name: 'Messages' });
  }

  /** Opens the page and waits until it can do its job. */
  async open(): Promise<void> {
    await this.page.goto('./');
    await expect(this.pipeline.getByRole('status')).toContainText('Ready');
  }

  async pick(text: string): Promise<void> {
    await this.picker.fill(text);
    await this.picker.press('Enter');
  }

  /** Goes to a part of the page, where a phone has a tab for it. */
  async room(name: 'Task' | 'Solver' | 'Results'): Promise<void> {
    const tab = this.page.getByRole('tab', { name, exact: true });
    if (await tab.isVisible()) await tab.click();
  }

  /** Puts a text into whichever editor there is, as by pasting. */
  async write(text: string): Promise<void> {
    await this.room('Solver');
    await this.code.focus();
    await this.page.keyboard.press('ControlOrMeta+a');
    await this.page.keyboard.insertText(text);
  }

  /** Opens the page with a text in the full editor, and the cursor in it. */
  async openInEditor(source: string): Promise<void> {
    await this.open();
    await this.write(source);
    await this.fullEditor();
    await this.code.focus();
  }

  /** Puts the cursor at a line and column, both from 1. */
  async go(line: number, column: number): Promise<void> {
    await this.page.keyboard.press('Control+Home');
    for (let i = 1; i < line; i++) await this.page.keyboard.press('ArrowDown');
    for (let i = 1; i < column; i++) await this.page.keyboard.press('ArrowRight');
  }

  /** The full editor takes the place of the plain one. */
  async fullEditor(): Promise<void> {
    await expect(this.solver.locator('.monaco-editor').first()).toBeVisible({ timeout: 20_000 });
  }

  async set(label: string, value: string): Promise<void> {
    const dialog = this.page.getByRole('dialog', { name: 'Settings' });
    if (!(await dialog.isVisible())) await this.page.getByRole('button', { name: 'Settings' }).click();
    // By key: a value that is put there makes no change that Firefox would tell.
    await dialog.getByLabel(label).press('ControlOrMeta+a');
    await dialog.getByLabel(label).pressSequentially(value);
    await dialog.getByLabel(label).press('Tab');
  }

  /** A run that takes longer than any test. */
  async setEndless(): Promise<void> {
    await this.set('Rounds', '100');
    await this.set('Candidates per round', '2000');
    await this.set('Search for', '0');
    await this.page.getByLabel('Stop when solved').uncheck();
    await this.page.keyboard.press('Escape');
  }

  async choose(files: { name: string; text: string | Buffer }[]): Promise<void> {
    await this.page.getByLabel('Task or solver files').setInputFiles(
      files.map(({ name, text }) => ({
        name,
        mimeType: name.endsWith('.json') ? 'application/json' : 'text/x-python',
        buffer: Buffer.isBuffer(text) ? text : Buffer.from(text),
      })),
    );
  }
}
