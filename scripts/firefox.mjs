// Runs the end-to-end tests in Firefox: Playwright's own where it is there (or can be fetched, in CI), else one of the
// machine's (FIREFOX_PATH, firefox, firefox-esr), driven through WebDriver BiDi. What that cannot do stands in CONTRIBUTING.md.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { firefox } from '@playwright/test';
import { at, run } from './shared.mjs';

const cli = at('node_modules/@playwright/test/cli.js');
/** What runs in a Firefox that is driven through BiDi, where nothing else is asked for. */
const MAIN_JOB = ['page', 'run', 'arena', 'same', 'search', 'silent', 'fill', 'files', 'security'].map(
  (name) => `${name}.spec`,
);

const own = firefox.executablePath();
const here = existsSync(own) ? null : onThisMachine();
if (here === null && !existsSync(own) && process.env.CI) {
  run(process.execPath, [cli, 'install', '--with-deps', 'firefox']);
}
if (here === null && !existsSync(own)) {
  process.stderr.write(
    'No Firefox here: skipped. To get one: npx playwright install firefox, or apt-get install firefox-esr\n',
  );
} else {
  const asked = process.argv.slice(2);
  const tests = asked.length > 0 || here === null ? asked : MAIN_JOB;
  const env = {
    ...process.env,
    BATT_E2E_BROWSER: 'firefox',
    ...(here === null ? {} : { FIREFOX_PATH: here }),
  };
  if (!run(process.execPath, [cli, 'test', ...tests], { env })) process.exit(1);
}

function onThisMachine() {
  if (process.env.FIREFOX_PATH) return process.env.FIREFOX_PATH;
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const places = ['firefox', 'firefox-esr'].flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...places, '/Applications/Firefox.app/Contents/MacOS/firefox'].find(existsSync) ?? null;
}
