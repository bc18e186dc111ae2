import { test as base, type BrowserContext } from '@playwright/test';
import { adaptFirefox } from './firefox.ts';

export { expect } from '@playwright/test';

/**
 * Every later page of this context has other letters, a fifth wider than most: what only just fits with the fonts of
 * one machine does not fit on the next. The editor counts its columns in its own font, and keeps it.
 */
export async function widenText(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`*:not(.monaco-editor, .monaco-editor *) {
      font-family: 'DejaVu Sans', Verdana, sans-serif !important;
      letter-spacing: 0.1em !important;
    }`);
    document.adoptedStyleSheets.push(sheet);
  });
}

/**
 * Every test watches every page, worker and frame it opens: a console error, an uncaught error or a breach of the
 * content security policy fails it, whatever else it looked at. A test that provokes one says which:
 * `test.use({ expectedTrouble: [/quota/] })`. What came so far is in the fixture `trouble`.
 */
export const test = base.extend<{ expectedTrouble: RegExp[]; trouble: string[] }, { browserHere: undefined }>(
  {
    browserHere: [
      async ({ browser }, use) => {
        adaptFirefox(browser);
        await use(undefined);
      },
      { auto: true, scope: 'worker' },
    ],
    expectedTrouble: [[], { option: true }],
    trouble: [
      async ({ context, expectedTrouble }, use) => {
        const trouble: string[] = [];
        context.on('console', (message) => {
          if (message.type() !== 'error') return;
          const { url, lineNumber } = message.location();
          trouble.push(`console error: ${message.text()} (${url}:${lineNumber})`);
        });
        context.on('weberror', (error) => {
          trouble.push(`uncaught: ${error.error().stack ?? error.error()}`);
        });
        await context.exposeBinding('__reportBreach', (_source, what: string) => trouble.push(what));
        await context.addInitScript(() => {
          addEventListener('securitypolicyviolation', (event) => {
            const report = (globalThis as unknown as { __reportBreach(what: string): void }).__reportBreach;
            report(`policy breach: ${event.violatedDirective} refuses ${event.blockedURI}`);
          });
        });
        if (process.env.BATT_E2E_WIDE) await widenText(context);
        await use(trouble);
        // What is still being fetched for a page at its end is nobody's any more.
        for (const page of context.pages()) await page.unrouteAll({ behavior: 'ignoreErrors' });
        const unexpected = trouble.filter((what) => !expectedTrouble.some((pattern) => pattern.test(what)));
        if (unexpected.length > 0) throw new Error(`The page was in trouble:\n${unexpected.join('\n')}`);
      },
      { auto: true },
    ],
  },
);
