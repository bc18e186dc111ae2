/**
 * Playwright drives a Firefox of the machine's through WebDriver BiDi, and asks it at the start of every context for a
 * colour scheme, which Firefox does not know yet: that question is answered here, and no test hangs on it.
 */
import type { Browser } from '@playwright/test';

interface Session {
  send(method: string, params?: unknown): Promise<unknown>;
}

const UNKNOWN = 'emulation.setMediaFeaturesOverride';

/** Does nothing to any other browser. */
export function adaptFirefox(browser: Browser): void {
  const { _connection } = browser as unknown as {
    readonly _connection: { toImpl?(object: object): { readonly _browserSession?: Session } };
  };
  const session = _connection.toImpl?.(browser)._browserSession;
  if (session === undefined || browser.browserType().name() !== 'firefox') return;
  const shared = Object.getPrototypeOf(session) as Session;
  const { send } = shared;
  shared.send = function (this: Session, method, params) {
    return method === UNKNOWN ? Promise.resolve({}) : send.call(this, method, params);
  };
}
