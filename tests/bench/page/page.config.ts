/** The rows of the page: Chromium and the served build as for the end-to-end tests, on a port of its own. */
import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';
import base from '../../../playwright.config.ts';

const project = fileURLToPath(new URL('../../../', import.meta.url));
const { webServer, ...rest } = base;
if (webServer === undefined || Array.isArray(webServer)) throw new Error('one server is expected');

export default defineConfig({
  ...rest,
  testDir: '.',
  outputDir: `${project}test-results/bench`,
  reporter: 'line',
  timeout: 1_200_000,
  use: { ...rest.use, trace: 'off' }, // a trace takes pictures of the page at every key
  webServer: { ...webServer, cwd: project },
});
