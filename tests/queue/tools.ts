/** What the tests of the queue share: databases, tasks, and the command line as users start it. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { inject, onTestFinished } from 'vitest';
import { drawTask, GENERATORS } from '../../src/core/starter/index.ts';
import { starterPool } from '../support/starter.ts';

export const program = fileURLToPath(new URL('../../dist-cli/main.js', import.meta.url));
export const folder = mkdtempSync(join(tmpdir(), 'batt-queue-'));
export const at = (name: string): string => join(folder, name);

export function file(name: string, content: string): string {
  writeFileSync(at(name), content);
  return at(name);
}

// ---- databases ----------------------------------------------------------------------------------------------

/** Rows of a statement. */
export async function ask<Row = any>(url: string, text: string, values: unknown[] = []): Promise<Row[]> {
  const client = new pg.Client(url);
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query(text, values)).rows as Row[];
  } finally {
    await client.end();
  }
}

let made = 0;

/** A database that is the test's own. */
export async function freshDatabase(server = inject('postgres')): Promise<string> {
  const name = `batt_test_${process.pid}_${++made}`;
  await ask(server, `CREATE DATABASE ${name}`);
  onTestFinished(async () => void (await ask(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)));
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

// ---- the command line ---------------------------------------------------------------------------------------

export interface Ended {
  readonly status: number | null;
  readonly out: string[];
  readonly err: string[];
}

export interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
  /** What it has said on standard error so far. */
  readonly err: () => string;
}

const linesOf = (text: string): string[] => text.split('\n').filter((line) => line !== '');

/** Starts the program; it does not outlive the test. */
export function start(
  words: readonly string[],
  { main = program, node = [] as string[], env = {} as Record<string, string> } = {},
): Running {
  const child = spawn(process.execPath, [...node, main, ...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  let [out, err] = ['', ''];
  child.stdout.on('data', (text: Buffer) => (out += text.toString()));
  child.stderr.on('data', (text: Buffer) => (err += text.toString()));
  const ended = new Promise<Ended>((resolve) =>
    child.on('close', (status) => resolve({ status, out: linesOf(out), err: linesOf(err) })),
  );
  onTestFinished(() => void child.kill('SIGKILL'));
  return { child, ended, err: () => err };
}

export const batt = (...words: string[]): Promise<Ended> => start(words).ended;

export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 20));
}

/** Results that the database has. */
export async function recorded(url: string): Promise<number> {
  const [row] = await ask<{ count: number }>(url, 'SELECT count(*)::integer FROM batt.result');
  return row?.count ?? 0;
}

export async function statusOf(url: string): Promise<any> {
  const { out } = await batt('queue', 'status', '--db', url, '--json');
  return JSON.parse(out[0] as string);
}

// ---- tasks --------------------------------------------------------------------------------------------------

/** So many tasks of the starter generators, all different. */
export function drawn(count: number): [string, unknown][] {
  return Array.from({ length: count }, (_, i) => {
    const generator = GENERATORS[i % GENERATORS.length] as (typeof GENERATORS)[number];
    const { train, test } = drawTask(generator, `queue ${i}`);
    return [`${generator.id}_${i}`, { train, test }];
  });
}

export const tasksFile = (name: string, count: number): string =>
  file(name, JSON.stringify(Object.fromEntries(drawn(count))));

/** A small pool, so that a task takes little; some of the tasks are solved by it. */
export const solversFile = file(
  'pool.py',
  starterPool
    .slice(0, 12)
    .map(({ source }) => source)
    .join('\n\n'),
);

/** The lines without the only thing in them that is measured. */
export const timeless = (text: string): string => text.replace(/"seconds": ?[\d.]+/g, '"seconds":0');

export const textOf = (out: string, name: string): string => readFileSync(join(out, name), 'utf8');

/** All that a folder of results says, but for the times. */
export const folderText = (out: string): string[] =>
  ['sweep.json', 'results.jsonl', 'report.json'].map((name) => timeless(textOf(out, name)));
