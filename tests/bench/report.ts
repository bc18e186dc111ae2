/** A whole measurement, as it is printed, kept and compared. */
import { execFileSync } from 'node:child_process';
import { availableParallelism, cpus, totalmem } from 'node:os';
import { PROJECT } from './project.ts';
import type { Section } from './row.ts';
import { tableOf } from './table.ts';

export interface Report {
  readonly version: 1;
  readonly date: string;
  readonly commit: string;
  readonly machine: string;
  readonly corpus: string;
  /** Equal where the same was measured: the corpus and how much of it. */
  readonly key: string;
  readonly sections: readonly Section[];
}

export function reportOf(corpus: string, key: string, sections: readonly Section[]): Report {
  return {
    version: 1,
    date: new Date().toISOString(),
    commit: commit(),
    machine: machine(),
    corpus,
    key,
    sections,
  };
}

export function reportText({ date, commit, machine, corpus, sections }: Report): string {
  return [
    `Batt ${commit}, ${date.slice(0, 16).replace('T', ' ')} UTC`,
    machine,
    corpus,
    'Medians over rounds in which the sides take turns; spread: half of the rounds lie between these two.',
    'CPU: the same by processor time, which other programs disturb less. Yards: CPU in units of a fixed piece of work.',
    '',
    tableOf(sections),
  ].join('\n');
}

function machine(): string {
  const model = cpus()[0]?.model.trim() || 'unknown processor';
  return `${availableParallelism()} processors (${model}), ${Math.round(totalmem() / 2 ** 30)} GB, ${process.platform}, Node ${process.versions.node}`;
}

/** Short hash of the commit, with a plus where files have changed since; the date has to do without git. */
function commit(): string {
  try {
    const git = (...words: string[]): string =>
      execFileSync('git', words, {
        cwd: PROJECT,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      }).trim();
    return git('rev-parse', '--short=10', 'HEAD') + (git('status', '--porcelain') === '' ? '' : '+');
  } catch {
    return 'without a commit';
  }
}
