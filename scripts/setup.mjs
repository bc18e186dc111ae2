// Prepares a fresh clone, and takes no time on a prepared one:
//   node scripts/setup.mjs             dependencies
//   node scripts/setup.mjs arena       … and the arena core (arena-debug: with its assertions)
//   node scripts/setup.mjs build       … and the page
//   node scripts/setup.mjs cli         … and the command line
//   node scripts/setup.mjs browser     … and a Chromium for the tests
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { at, ensureBuilt, ensureInstalled, fail, run, stampFile, writeStamp } from './shared.mjs';

const wanted = new Set(process.argv.slice(2));

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  fail(`Batt needs Node 20.19 or newer; this is ${process.version}.`);
}
ensureInstalled();
if (wanted.has('arena')) ensureBuilt('arena');
if (wanted.has('arena-debug')) ensureBuilt('arena-debug');
if (wanted.has('build')) ensureBuilt('page');
if (wanted.has('cli')) ensureBuilt('cli');
if (wanted.has('browser')) await ensureBrowser();

async function ensureBrowser() {
  const given = process.env.CHROMIUM_PATH;
  if (given) return existsSync(given) ? undefined : fail(`CHROMIUM_PATH names no file: ${given}`);
  const known = existsSync(stampFile('browser')) ? readFileSync(stampFile('browser'), 'utf8').trim() : '';
  if (known && existsSync(known)) return;
  const path = (await present()) ?? (await downloaded()) ?? (await fromDebian());
  if (path) return writeStamp('browser', `${path}\n`);
  fail(
    'The end-to-end tests need a Chromium, and none was found or could be installed.\n' +
      'Install Chromium or Chrome, or name one: CHROMIUM_PATH=/path/to/chromium npm test',
  );
}

/** A browser that is already on the machine. */
async function present() {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const places = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  if (process.platform === 'darwin') {
    for (const base of ['/Applications', join(homedir(), 'Applications')]) {
      places.push(join(base, 'Google Chrome.app/Contents/MacOS/Google Chrome'));
      places.push(join(base, 'Chromium.app/Contents/MacOS/Chromium'));
    }
  }
  if (process.platform === 'win32') {
    for (const base of [
      process.env.PROGRAMFILES,
      process.env['PROGRAMFILES(X86)'],
      process.env.LOCALAPPDATA,
    ]) {
      if (base) places.push(join(base, 'Google/Chrome/Application/chrome.exe'));
    }
  }
  places.push(await playwrightsOwn());
  return places.find(works);
}

async function playwrightsOwn() {
  const { chromium } = await import('@playwright/test');
  return chromium.executablePath();
}

/** Some systems ship a "chromium" that only says how to get one: ask it for its version. */
function works(path) {
  if (!path || !existsSync(path)) return false;
  if (process.platform === 'win32') return true; // there it would open a window
  const answer = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 30_000 });
  return answer.status === 0 && /\d+\.\d+/.test(answer.stdout);
}

async function downloaded() {
  process.stderr.write('Downloading a Chromium for the tests …\n');
  const cli = at('node_modules/@playwright/test/cli.js');
  if (!run(process.execPath, [cli, 'install', 'chromium'], { quiet: false, timeout: 600_000 }))
    return undefined;
  const path = await playwrightsOwn();
  return works(path) ? path : undefined;
}

async function fromDebian() {
  if (!existsSync('/etc/debian_version')) return undefined;
  const root = process.getuid?.() === 0;
  if (!root && !run('sudo', ['-n', 'true'])) return undefined;
  process.stderr.write("Installing Debian's Chromium for the tests …\n");
  const apt = (...args) => (root ? run('apt-get', args) : run('sudo', ['-n', 'apt-get', ...args]));
  if (!apt('update')) return undefined;
  if (!apt('install', '-y', '--no-install-recommends', 'chromium')) return undefined;
  return present();
}
