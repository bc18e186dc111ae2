/** The page in Chromium: the first Run of a fresh page, and from a key to the rescored pairs. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bench } from '../bench.ts';
import type { PageFigure } from '../page/figure.ts';
import { PROJECT } from '../project.ts';
import { plainRow, type Row, type Section } from '../row.ts';

const TITLE = 'The built page in Chromium';

/** Milliseconds from a key to the rescored pairs that 95 of 100 keys have to keep to. */
const MOST = 16;

/** Milliseconds from the first click on Run until 200 candidates are ranked. */
const FIRST = 150;

/** Milliseconds from Stop until the next run could begin, at any moment of a run. */
const STOP = 100;
/** Milliseconds at a quarter of the processor's speed: until something is seen, until Run can be pressed, of one task. */
const OPENING = { paint: 800, run: 1200, task: 200 };

export function page({ scale }: Bench): Promise<Section> {
  const folder = mkdtempSync(join(tmpdir(), 'batt-bench-'));
  const out = join(folder, 'figures');
  writeFileSync(out, '');
  try {
    const steps = [
      ['scripts/setup.mjs', 'build', 'browser'],
      ['node_modules/@playwright/test/cli.js', 'test', '--config', 'tests/bench/page/page.config.ts'],
    ];
    for (const words of steps) {
      const { status, stdout, stderr } = spawnSync(process.execPath, words, {
        cwd: PROJECT,
        encoding: 'utf8',
        env: {
          ...process.env,
          BATT_E2E_PORT: process.env.BATT_E2E_PORT ?? '4175',
          BATT_BENCH_OUT: out,
          BATT_BENCH_PAGES: String(scale.pages),
          BATT_BENCH_KEYS: String(scale.keysEvery),
        },
      });
      if (status !== 0) {
        process.stderr.write(`${stdout}${stderr}`);
        return Promise.resolve(section([], [`Not measured: ${words[0]} failed.`]));
      }
    }
    const figures = readFileSync(out, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line): PageFigure => JSON.parse(line));
    return Promise.resolve(section(rowsOf(figures), notesOf(figures)));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function section(rows: readonly Row[], notes: readonly string[]): Section {
  return { id: 'page', title: TITLE, rows, notes };
}

function rowsOf(figures: readonly PageFigure[]): Row[] {
  const of = (name: string): number[] => figures.filter((figure) => figure.name === name).map(({ ms }) => ms);
  const keys = [...new Set(figures.map(({ name }) => name))].filter((name) => name.startsWith('key'));
  const opening = (words: string, name: string, value: number): Row =>
    plainRow(`opening, at a quarter of the speed: ${words}`, 'ms', of(name), {
      bar: { of: 'figure', at: 'most', value },
    });
  return [
    opening('first paint', 'paint', OPENING.paint),
    opening('Run can be pressed', 'run possible', OPENING.run),
    opening('longest task', 'longest task', OPENING.task),
    plainRow('first Run of a fresh page, 200 candidates', 'ms', of('first run'), {
      bar: { of: 'figure', at: 'most', value: FIRST },
    }),
    plainRow('the same Run again', 'ms', of('same run again')),
    plainRow('first Run as the page comes, until it is solved', 'ms', of('first run, as it comes')),
    plainRow('Stop, until Run can be pressed', 'ms', of('stop'), {
      bar: { of: 'figure', at: 'most', value: STOP },
    }),
    ...keys.flatMap((name) => {
      const bar = name.includes('again') ? null : ({ of: 'figure', at: 'most', value: MOST } as const);
      return [plainRow(name, 'ms', of(name)), plainRow(`${name}: p95`, 'ms', [p95(of(name))], { bar })];
    }),
  ];
}

function p95(times: readonly number[]): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(0.95 * sorted.length))];
}

function notesOf(figures: readonly PageFigure[]): string[] {
  const count = figures.filter(({ name }) => name.startsWith('key,')).length;
  return [
    'First Run: a page of its own each time, one round without a search beside it, from the click to the sentence that tells how it ended; as the page comes: on the first task, whose own solver is left out.',
    'Stop: in a run without end and with a search beside it, up to 1.5 s after its start.',
    `Key: ${count} keys, one on each starter task and screen, each making its task's solver whole for the first time; again: the same key once more. The phone has the plain editor.`,
    'What takes little is scored in the thread of the page: after a key Chromium holds back what workers post until the frame that shows the key.',
  ];
}
