// Runs the end-to-end tests in Firefox, where the machine has the one that Playwright drives (or can fetch it, in CI).
import { existsSync } from 'node:fs';
import { firefox } from '@playwright/test';
import { at, run } from './shared.mjs';

const cli = at('node_modules/@playwright/test/cli.js');
if (!existsSync(firefox.executablePath()) && process.env.CI) {
  run(process.execPath, [cli, 'install', '--with-deps', 'firefox']);
}
if (!existsSync(firefox.executablePath())) {
  process.stderr.write(
    'No Firefox for the tests here: skipped. To get one: npx playwright install firefox\n',
  );
} else if (
  !run(process.execPath, [cli, 'test', ...process.argv.slice(2)], {
    env: { ...process.env, BATT_E2E_BROWSER: 'firefox' },
  })
) {
  process.exit(1);
}
