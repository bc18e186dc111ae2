/** `batt score` in a process of its own, as a user starts it: nothing is left over from anything before. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, openSync, closeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Sample } from '../measure.ts';

export interface ScoreCall {
  readonly solvers: string;
  readonly tasks: string;
  /** Tasks that all solvers are run on; with 'own', each solver on its own task. */
  readonly on: readonly string[] | 'own';
  readonly workers: number;
}

export interface ScoreResult {
  /** What the command itself tells: scoring, without the start of the process and reading the files. */
  readonly scoring: Sample;
  /** Milliseconds from starting the process to its end. */
  readonly whole: number;
  /** Pairs that are right by `solver task`. */
  readonly right: ReadonlyMap<string, number>;
  /** Pairs that were scored, and those of them that met a limit (fuel, size). */
  readonly pairs: number;
  readonly limited: number;
}

/** The program that `npm run batt` runs, beside the bundled bench. */
const PROGRAM = fileURLToPath(new URL('./main.js', import.meta.url));

export async function scoreFresh({ solvers, tasks, on, workers }: ScoreCall): Promise<ScoreResult> {
  const chosen = on === 'own' ? ['--own'] : on.flatMap((id) => ['--task', id]);
  const words = ['score', '--solvers', solvers, '--tasks', tasks, '--workers', String(workers), '--json'];
  const { text, ms } = await ended([...words, ...chosen]);
  const lines = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  const { summary } = lines.pop();
  const right = new Map<string, number>();
  let limited = 0;
  for (const { solver, task, pairs } of lines as readonly ScoreLine[]) {
    right.set(`${solver} ${task}`, pairs.filter(({ match }) => match).length);
    limited += pairs.filter(({ end }) => end === 'fuel' || end === 'size').length;
  }
  return {
    scoring: { wall: 1000 * summary.seconds, cpu: 1000 * summary.cpuSeconds },
    whole: ms,
    right,
    pairs: summary.pairs,
    limited,
  };
}

interface ScoreLine {
  readonly solver: string;
  readonly task: string;
  readonly pairs: readonly { readonly match: boolean; readonly end: string }[];
}

/** What the command prints goes to a file: this process must not have to read while the other one is timed. */
async function ended(words: readonly string[]): Promise<{ readonly text: string; readonly ms: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'batt-bench-'));
  const file = join(folder, 'out');
  const out = openSync(file, 'w');
  try {
    const started = performance.now();
    const child = spawn(process.execPath, [PROGRAM, ...words], { stdio: ['ignore', out, 'inherit'] });
    const code = await new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('exit', resolve);
    });
    const ms = performance.now() - started;
    if (code !== 0) throw new Error(`batt ${words.slice(0, 5).join(' ')} … ended with ${String(code)}`);
    return { text: readFileSync(file, 'utf8'), ms };
  } finally {
    closeSync(out);
    rmSync(folder, { recursive: true });
  }
}
