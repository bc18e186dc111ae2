/** Where the output goes, and where it cannot go. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { starterSource, starterTasks } from '../support/starter.ts';

const program = fileURLToPath(new URL('../../dist-cli/main.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'batt-output-'));
const entries = [...starterTasks].slice(0, 4);
const tasks = join(folder, 'tasks.json');
const solvers = join(folder, 'starter.py');
writeFileSync(tasks, JSON.stringify(Object.fromEntries(entries)));
writeFileSync(solvers, starterSource);

/** A call of each verb; its own files go to `out`. */
const calls = (out: string): [string, string[]][] => [
  ['--help', ['--help']],
  ['score', ['score', '--tasks', tasks, '--solvers', solvers]],
  ['solve', ['solve', '--tasks', tasks, '--fuel', '1000', '--out', `${out}.json`]],
  ['sweep', ['sweep', '--tasks', tasks, '--solvers', solvers, '--rounds', '1', '--out', out]],
];

/** What a call has in its files when it is done. */
function filesOf(verb: string, out: string): void {
  if (verb === 'solve') expect(Object.keys(JSON.parse(readFileSync(`${out}.json`, 'utf8')))).toHaveLength(4);
  if (verb === 'sweep') expect(readdirSync(out).toSorted()).toContain('report.json');
}

/** Runs a call whose reader goes away at once. */
async function unread(words: readonly string[]): Promise<{ code: number | null; err: string }> {
  const child = spawn(process.execPath, [program, ...words], { stdio: ['ignore', 'pipe', 'pipe'] });
  let err = '';
  child.stdout.destroy();
  child.stderr.on('data', (text) => (err += text));
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, err };
}

describe('a reader that has seen enough is no fault', () => {
  test.each(calls(join(folder, 'unread')))(
    '%s',
    async (verb, words) => {
      expect(await unread(words)).toEqual({ code: 0, err: '' });
      filesOf(verb, join(folder, 'unread'));
    },
    30_000,
  );
});

/** Runs a call through the shell, whose `redirect` says where its output goes. */
function redirected(words: readonly string[], redirect: string) {
  const command = [process.execPath, program, ...words].map((word) => `'${word}'`).join(' ');
  return spawnSync('/bin/sh', ['-c', `${command} ${redirect}`], { encoding: 'utf8', timeout: 30_000 });
}

const isFull = existsSync('/dev/full');

describe.skipIf(!isFull)(
  'an output device that is full is told in one line, and the files are written',
  () => {
    test.each(calls(join(folder, 'full')))(
      '%s',
      (verb, words) => {
        const { status, stderr } = redirected(words, '> /dev/full');
        expect([status, stderr]).toEqual([2, 'batt: standard output: cannot be written (ENOSPC)\n']);
        filesOf(verb, join(folder, 'full'));
      },
      30_000,
    );

    test('for standard error there is nobody left to tell', () => {
      expect(redirected(['score', '--fuel', 'x'], '2> /dev/full').status).toBe(2);
    });

    test('for a file of the call', () => {
      const [, , [, solve], [, sweep]] = calls(join(folder, 'other')) as [
        unknown,
        unknown,
        [string, string[]],
        [string, string[]],
      ];
      for (const words of [
        [...solve, '--out', '/dev/full'],
        [...sweep, '--submission', '/dev/full'],
      ]) {
        const { status, stderr } = redirected(words, '');
        expect([status, stderr]).toEqual([2, 'batt: /dev/full: cannot be written (ENOSPC)\n']);
      }
    }, 30_000);
  },
);

test.skipIf(process.platform === 'win32')(
  'a disk that fills up while a sweep runs keeps what was written',
  () => {
    const out = join(folder, 'filling');
    const [, words] = calls(out)[3] as [string, string[]];
    const command = [process.execPath, program, ...words].map((word) => `'${word}'`).join(' ');
    // So many blocks of 512 bytes that sweep.json fits, and one or two results.
    const run = () => spawnSync('/bin/sh', ['-c', `ulimit -f 2; ${command}`], { encoding: 'utf8' });
    const first = run();
    expect([first.status, first.stderr]).toEqual([
      2,
      expect.stringMatching(/^batt: .*results\.jsonl: cannot be written \(EFBIG\)\n$/),
    ]);
    const whole = spawnSync(process.execPath, [program, ...words], { encoding: 'utf8' });
    expect([whole.status, whole.stderr]).toEqual([0, '']);
    expect(whole.stdout).toMatch(/^4 tasks: /);
  },
  30_000,
);

describe('a place that cannot be is refused at once', () => {
  const within = (words: readonly string[]) =>
    spawnSync(process.execPath, [program, ...words], { encoding: 'utf8', timeout: 20_000 });
  const [, , [, solve], [, sweep]] = calls(join(folder, 'never')) as [
    unknown,
    unknown,
    [string, string[]],
    [string, string[]],
  ];
  const noFolder = join(folder, 'none', 'file');
  test.each<[string, string[], RegExp]>([
    [
      'a folder inside of a file',
      [...sweep, '--out', join(tasks, 'x')],
      /tasks\.json\/x: cannot be written \(ENOTDIR\)/,
    ],
    ['a folder with a long name', [...sweep, '--out', 'a'.repeat(300)], /cannot be written \(ENAMETOOLONG\)/],
    [
      'a submission without its folder',
      [...solve, '--out', noFolder],
      /--out .*: cannot be written, its folder is not there/,
    ],
    [
      'a page without its folder',
      [...solve, '--report', noFolder],
      /--report .*: cannot be written, its folder is not there/,
    ],
    ['solvers to a folder', [...solve, '--solvers-out', folder], /cannot be written \(EISDIR\)/],
    ['a submission to a folder', [...sweep, '--submission', folder], /cannot be written \(EISDIR\)/],
  ])('%s', (_, words, message) => {
    const { status, stdout, stderr } = within(words);
    expect([status, stdout, stderr.split('\n').length]).toEqual([2, '', 2]);
    expect(stderr).toMatch(message);
    expect(readdirSync(folder).filter((name) => name.startsWith('never') || name.endsWith('.probe'))).toEqual(
      [],
    );
  });

  test.skipIf(!existsSync('/proc/self'))('a folder in /proc', () => {
    const { status, stderr } = within([...sweep, '--out', '/proc/none/x']);
    expect([status, stderr]).toEqual([2, 'batt: /proc/none/x: cannot be written (ENOENT)\n']);
  });
});
