import { existsSync, readFileSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

// scripts/setup.mjs finds or installs a Chromium and writes down where it is.
const found = 'node_modules/.setup/browser';
const executablePath =
  process.env.CHROMIUM_PATH || (existsSync(found) ? readFileSync(found, 'utf8').trim() : undefined);

// Set by scripts/firefox.mjs; a Firefox of the machine's is driven through WebDriver BiDi.
const firefox = process.env.BATT_E2E_BROWSER === 'firefox';
const firefoxPath = process.env.FIREFOX_PATH;
/** Without a screen Firefox finds no mouse: it is told of one that points finely and hovers. */
const MOUSE = { 'ui.primaryPointerCapabilities': 6, 'ui.allPointerCapabilities': 6 };

const port = Number(process.env.BATT_E2E_PORT ?? 4174);
const base = '/sub/'; // not the root: proves that the build runs from any folder

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  workers: 1,
  retries: 0,
  // Ten times what a quiet machine needs: a busy one is no fault of the page.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: 'list',
  use: {
    baseURL: `http://127.0.0.1:${port}${base}`,
    viewport: { width: 1280, height: 800 },
    trace: process.env.BATT_E2E_TRACE ? 'retain-on-failure' : 'off', // a quarter of the time
    serviceWorkers: 'block', // each test has a browser of its own: it need not keep the page for later
    browserName: firefox ? 'firefox' : 'chromium',
    ...(firefox && firefoxPath ? { channel: 'moz-firefox' } : {}),
    launchOptions: firefox
      ? { ...(firefoxPath ? { executablePath: firefoxPath } : {}), firefoxUserPrefs: MOUSE }
      : {
          executablePath,
          args: [
            '--no-sandbox',
            '--disable-gpu',
            '--disable-quic',
            '--no-first-run',
            '--disable-background-networking',
            '--disable-component-update',
            '--disable-sync',
          ],
        },
  },
  webServer: {
    command: `node node_modules/vite/bin/vite.js preview --host 127.0.0.1 --port ${port} --strictPort --base ${base}`,
    url: `http://127.0.0.1:${port}${base}`,
    reuseExistingServer: false,
    timeout: 30_000,
  },
});
