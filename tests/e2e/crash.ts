import type { Page } from '@playwright/test';

/** Ends the process of a tab as a system that is out of memory does. Chromium alone can be asked for it. */
export async function crash(page: Page): Promise<void> {
  const died = page.waitForEvent('crash');
  const session = await page.context().newCDPSession(page);
  session.send('Page.crash').catch(() => undefined);
  await died;
}
