/** Files for the command line, and what it says of them. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { starterSource } from '../support/starter.ts';
import { program } from './built.ts';

export const folder = mkdtempSync(join(tmpdir(), 'batt-'));

export function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

export interface Ended {
  readonly status: number | null;
  readonly out: string[];
  readonly err: string[];
}

export function batt(...words: string[]): Ended {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...words], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const lines = (text: string): string[] => text.split('\n').filter((line) => line !== '');
  return { status, out: lines(stdout), err: lines(stderr) };
}

export const solvers = file('starter.py', starterSource);

export const tasks = fileURLToPath(new URL('../../public/tasks/starter.json', import.meta.url));
