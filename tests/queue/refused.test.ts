import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { ask, at, batt, file, freshDatabase, program, solversFile, start, tasksFile } from './tools.ts';

const tasks = tasksFile('few.json', 3);
const plan = [
  '--tasks',
  tasks,
  '--solvers',
  solversFile,
  '--fuel',
  '100000',
  '--rounds',
  '1',
  '--per-round',
  '10',
];
const adding = (url: string): string[] => ['queue', 'add', '--db', url, '--name', 'n', ...plan];

/** An address that differs in one part. */
function changed(part: 'password' | 'port' | 'pathname' | 'username' | 'hostname', value: string): string {
  const url = new URL(inject('postgres'));
  url[part] = value;
  return url.href;
}

describe('is refused with one line and 2', () => {
  test.each([
    ['nothing listens there', (): string => changed('port', '9'), /nothing listens there/],
    ['no such host', (): string => changed('hostname', 'nowhere.invalid'), /there is no such host/],
    ['no such database', (): string => changed('pathname', '/nowhere'), /there is no such database/],
    ['no address', (): string => 'localhost:5432', /--db needs an address such as postgres:/],
    ['no address at all', (): string => 'postgres://[', /--db needs an address such as postgres:/],
  ])('%s', async (_, url, why) => {
    for (const words of [
      adding(url()),
      ['queue', 'work', '--db', url()],
      ['queue', 'status', '--db', url()],
    ]) {
      const { status, out, err } = await batt(...words);
      expect([status, out, err.length]).toEqual([2, [], 1]);
      expect(err[0]).toMatch(why);
    }
  });

  test('no database is named, in the call or by the variables', async () => {
    const env = Object.fromEntries(
      ['PGHOST', 'PGUSER', 'PGDATABASE', 'PGPORT', 'PGSERVICE'].map((name) => [name, '']),
    );
    const { status, err } = await start(['queue', 'status'], { env }).ended;
    expect([status, err]).toEqual([
      2,
      ['batt: a database is needed: --db URL, or PGHOST and the other PG variables'],
    ]);
  });

  test('a user without the rights', async () => {
    const url = await freshDatabase();
    const role = `batt_guest_${process.pid}`;
    await ask(url, `CREATE ROLE ${role} LOGIN PASSWORD 'guest'`);
    try {
      const guest = new URL(url);
      [guest.username, guest.password] = [role, 'guest'];
      const { status, err } = await batt(...adding(guest.href));
      expect([status, err.length]).toEqual([2, 1]);
      expect(err[0]).toMatch(/^batt: the database: the user lacks the rights \(permission denied/);
      expect(await ask(url, `SELECT 1 FROM pg_namespace WHERE nspname LIKE 'batt%'`)).toEqual([]);
      // The tables are there, and are others'.
      expect((await batt(...adding(url))).status).toBe(0);
      const late = await batt('queue', 'work', '--db', guest.href);
      expect([late.status, late.err.length]).toEqual([2, 1]);
      expect(late.err[0]).toContain('the user lacks the rights');
    } finally {
      await ask(url, `DROP OWNED BY ${role}`);
      await ask(url, `DROP ROLE ${role}`);
    }
  });

  test('a database without a queue, one of another version, and jobs of another pg-boss', async () => {
    const url = await freshDatabase();
    const work = ['queue', 'work', '--db', url];
    expect((await batt(...work)).err).toEqual([
      "batt: the database holds no queue of Batt yet: 'batt queue add' makes it",
    ]);
    expect((await batt(...adding(url))).status).toBe(0);
    await ask(url, 'UPDATE batt_jobs.version SET version = version + 1');
    for (const words of [work, adding(url)]) {
      const { status, err } = await batt(...words);
      expect([status, err]).toEqual([
        2,
        ['batt: the jobs in the database are of another version of pg-boss than this program knows'],
      ]);
    }
    await ask(url, 'UPDATE batt.version SET version = 99');
    for (const words of [
      work,
      adding(url),
      ['queue', 'collect', '--db', url, '--name', 'n', '--out', at('no')],
    ]) {
      const { status, err } = await batt(...words);
      expect([status, err]).toEqual([
        2,
        ['batt: the queue in the database is of version 99; this program knows version 1'],
      ]);
    }
  });

  test.each([
    ['no verb', ['queue'], /queue needs one of: add, work, status, collect, cancel, retry/],
    ['another verb', ['queue', 'run'], /not 'run'/],
    ['no name', ['queue', 'add', '--db', 'x', ...plan], /--name is needed/],
    ['both limits', [...adding('x'), '--seconds', '3'], /--seconds or --fuel is needed, one of the two/],
    ['rounds of a search', [...adding('x'), '--search'], /--rounds does not go with --search/],
    ['a lease of nothing', ['queue', 'work', '--db', 'x', '--lease', '0'], /--lease needs a whole number/],
  ])('%s', async (_, words, why) => {
    const { status, err } = await batt(...words);
    expect([status, err.length]).toEqual([2, 1]);
    expect(err[0]).toMatch(why);
  });
});

test('credentials are never printed', async () => {
  const secret = 'hunter2-of-the-test';
  const url = changed('password', secret);
  const said: string[] = [];
  for (const words of [
    ['queue', 'status', '--db', url],
    ['queue', 'status', '--db', `${url}?sslmode=nonsense`],
    ['queue', 'status', '--db', url.replace('postgres://', 'postgres//')],
    ['queue', 'status', '--db', url, '--db', `${url}x`],
    ['queue', 'status', `--db=${url}`, '--jsn'],
    ['queue', 'work', '--db', changed('hostname', 'nowhere.invalid').replace(/:[^:@]+@/, `:${secret}@`)],
  ]) {
    const { out, err } = await batt(...words);
    said.push(...out, ...err);
  }
  expect(said.length).toBeGreaterThan(4);
  expect(said.filter((line) => line.includes(secret))).toEqual([]);
});

test('PG variables name the database as --db does', async () => {
  const url = await freshDatabase();
  const { hostname, port, username, password, pathname } = new URL(url);
  const env = {
    ...{ PGHOST: hostname, PGPORT: port, PGUSER: username, PGPASSWORD: decodeURIComponent(password) },
    PGDATABASE: pathname.slice(1),
  };
  const { status, err } = await start(['queue', 'add', '--name', 'by variables', ...plan], { env }).ended;
  expect([status, err]).toEqual([0, []]);
  const { out } = await batt('queue', 'status', '--db', url);
  expect(out[0]).toMatch(/^by variables: 0 of 3 done, 0 running, 0 failed/);
});

test('a program of another engine version refuses, says why, and leaves the tasks to others', async () => {
  const url = await freshDatabase();
  const added = await batt(...adding(url));
  const [, engine] = /engine version (\S+)$/.exec(added.out[0] as string) as unknown as [string, string];
  const other = at('other');
  cpSync(dirname(program), other, { recursive: true });
  file('package.json', '{ "type": "module" }');
  for (const name of readdirSync(other).filter((each) => each.endsWith('.js'))) {
    const text = readFileSync(join(other, name), 'utf8');
    writeFileSync(join(other, name), text.replaceAll(engine, '9.9.9+other'));
  }
  const refused = await start(['queue', 'work', '--db', url], { main: join(other, 'main.js') }).ended;
  expect([refused.status, refused.out]).toEqual([2, []]);
  expect(refused.err).toEqual([`batt: 'n' needs engine version ${engine}; this program is 9.9.9+other`]);
  const own = await batt('queue', 'work', '--db', url);
  expect([own.status, own.out]).toEqual([0, ['3 tasks done']]);
});
