/** The built command line, as users start it. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { hireFrom } from '../../src/cli/threads.ts';

export const builtThread = new URL('../../dist-cli/engine.node-worker.js', import.meta.url);
export const hireBuiltThread = hireFrom(builtThread);

export const program = fileURLToPath(new URL('../../dist-cli/main.js', import.meta.url));

export const linesOf = (text: string): string[] => text.split('\n').filter((line) => line !== '');

/** Runs it to its end. */
export function batt(...words: string[]): { status: number | null; out: string[]; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...words], { encoding: 'utf8' });
  return { status, out: linesOf(stdout), err: stderr };
}
