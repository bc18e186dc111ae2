// What the scripts have in common. Node's own modules only: these run before anything is installed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const stamps = join(root, 'node_modules/.setup'); // goes when node_modules goes

export const at = (path) => join(root, path);
export const stampFile = (name) => join(stamps, name);

export function writeStamp(name, text) {
  mkdirSync(stamps, { recursive: true });
  writeFileSync(stampFile(name), text);
}

const stamped = (name, text) => existsSync(stampFile(name)) && readFileSync(stampFile(name), 'utf8') === text;

export function fail(message) {
  process.stderr.write(`\n${message}\n`);
  process.exit(1);
}

/** Runs a program. Its output goes to stderr: at once, or (quiet) only when it fails. */
export function run(command, args, { quiet = false, ...options } = {}) {
  const stdio = quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 2, 2];
  const result = spawnSync(command, args, {
    cwd: root,
    stdio,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
    ...options,
  });
  const ok = !result.error && result.status === 0;
  if (!ok && quiet) process.stderr.write(`${result.stdout ?? ''}${result.stderr ?? ''}`);
  return ok;
}

/** Runs npm, the very one that runs this script where there is one. */
export function npm(args, options) {
  const cli = process.env.npm_execpath;
  if (cli) return run(process.execPath, [cli, ...args], options);
  return run('npm', args, { shell: process.platform === 'win32', ...options });
}

// ---- install ------------------------------------------------------------------------------------------------

const json = (path) => JSON.parse(readFileSync(at(path), 'utf8'));
const same = (a = {}, b = {}) => JSON.stringify(a) === JSON.stringify(b);

const hiddenLock = 'node_modules/.package-lock.json';
const installState = () => `${hashOf(['package-lock.json'])} ${statSync(at(hiddenLock)).mtimeMs}\n`;

/** npm writes its hidden lock file last: what it lists is what is installed, by whomever. */
function installed() {
  if (!existsSync(at(hiddenLock))) return false;
  const manifest = json('package.json');
  const wanted = json('package-lock.json').packages;
  if (!same(manifest.dependencies, wanted[''].dependencies)) return false;
  if (!same(manifest.devDependencies, wanted[''].devDependencies)) return false;
  if (stamped('install', installState())) return true;
  const { packages } = json(hiddenLock);
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '' || entry.extraneous) return true;
    if (!(path in packages)) return Boolean(entry.optional || entry.devOptional || entry.peer);
    return packages[path].version === entry.version;
  });
}

export function ensureInstalled({ quiet = false } = {}) {
  if (installed()) return;
  if (!quiet) process.stderr.write('Installing dependencies …\n');
  // --include=dev: NODE_ENV=production would leave the build tools out.
  if (!npm(['ci', '--include=dev', '--no-audit', '--no-fund'], { quiet })) fail('npm ci failed (see above).');
  writeStamp('install', installState());
}

// ---- build --------------------------------------------------------------------------------------------------

export function hashOf(paths, leaveOut = []) {
  const hash = createHash('sha256');
  const visit = (path) => {
    if (leaveOut.includes(path) || !existsSync(at(path))) return;
    if (statSync(at(path)).isDirectory()) {
      for (const name of readdirSync(at(path)).sort()) visit(`${path}/${name}`);
    } else {
      hash
        .update(`${path}\0`)
        .update(readFileSync(at(path)))
        .update('\0');
    }
  };
  paths.forEach(visit);
  return hash.digest('hex');
}

const common = ['package.json', 'package-lock.json', 'tsconfig.base.json'];

const vite = (config) => ['node_modules/vite/bin/vite.js', 'build', '--config', config];
const asc = (entry, target) => [
  ...['node_modules/assemblyscript/bin/asc.js', `src/arena/${entry}.ts`],
  ...['--config', 'src/arena/asconfig.json', '--target', target],
];

const wasm = 'src/arena/build/arena.wasm';
const wasmSources = { sources: ['package-lock.json', 'src/arena'], leaveOut: ['src/arena/build'] };

const builds = {
  arena: {
    says: 'Building the arena core …',
    result: wasm,
    command: asc('index', 'release'),
    ...wasmSources,
  },
  'arena-debug': {
    says: 'Building the arena core with its assertions …',
    result: 'src/arena/build/arena.debug.wasm',
    command: asc('debug', 'debug'),
    ...wasmSources,
  },
  page: {
    says: 'Building the page …',
    result: 'dist/index.html',
    command: vite('vite.config.ts'),
    needs: 'arena',
    sources: [
      ...common,
      wasm,
      'index.html',
      'src',
      'workers',
      'public',
      'vite.config.ts',
      'vite.offline.ts',
      'vite.licences.ts',
      'vite.published.ts',
      'svelte.config.js',
      'tsconfig.json',
    ],
    leaveOut: ['src/cli', 'src/arena'],
  },
  cli: {
    says: 'Building the command line …',
    result: 'dist-cli/main.js',
    command: vite('vite.cli.config.ts'),
    needs: 'arena',
    sources: [
      ...common,
      wasm,
      'src/core',
      'src/protocol',
      'src/host',
      'src/cli',
      'workers',
      'tests/bench',
      'vite.cli.config.ts',
      'scripts/engine-version.mjs',
    ],
  },
};

/** Builds when the sources, or the result, are not those of the last build made here. */
export function ensureBuilt(name, { quiet = false } = {}) {
  const { says, result, command, needs, sources, leaveOut } = builds[name];
  if (needs) ensureBuilt(needs, { quiet });
  const hash = hashOf(sources, leaveOut); // before the build: a file saved meanwhile counts as new
  const state = () => `${hash} ${statSync(at(result)).mtimeMs}\n`; // a build by hand changes the time
  const current = () => existsSync(at(result)) && stamped(name, state());
  if (current()) return;
  const done = oneAtATime(`${name}.lock`, () => {
    if (current()) return true; // another process built meanwhile
    if (!quiet) process.stderr.write(`${says}\n`);
    if (!run(process.execPath, command, { quiet, env: { ...process.env, NODE_ENV: 'production' } }))
      return false;
    writeStamp(name, state());
    return true;
  });
  if (!done) fail('The build failed (see above).');
}

/** Two builds into one folder would spoil each other. The lock names its holder: a dead holder's lock is void. */
function oneAtATime(name, work) {
  mkdirSync(stamps, { recursive: true });
  const lock = stampFile(name);
  while (!take(lock)) {
    if (alive(holder(lock))) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
    else rmSync(lock, { force: true });
  }
  try {
    return work();
  } finally {
    rmSync(lock, { force: true });
  }
}

function take(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

const holder = (lock) => (existsSync(lock) ? Number(readFileSync(lock, 'utf8')) : 0);

function alive(pid) {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM'; // it lives, and is somebody else's
  }
}
