/** Keeping results under names in `.bench/`, and comparing them with new ones. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { WrongCall } from '../../src/cli/faults.ts';
import { PROJECT } from './project.ts';
import type { Report } from './report.ts';
import type { Row } from './row.ts';
import type { Stat } from './stats.ts';
import { aligned, number } from './table.ts';

const FOLDER = join(PROJECT, '.bench');

/** The file for a name; names that lead elsewhere are wrong calls. */
export function keptFile(name: string): string {
  if (!/^[\w.-]{1,60}$/.test(name) || name.startsWith('.'))
    throw new WrongCall(`'${name}' is no name for results: use letters, digits, - and _`);
  return join(FOLDER, `${name}.json`);
}

export function save(name: string, report: Report): void {
  const file = keptFile(name);
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(file, `${JSON.stringify(report, null, 1)}\n`);
}

/** What was kept. To be called before measuring: a wrong name should not cost minutes. */
export function kept(name: string): Report {
  const file = keptFile(name);
  let report: Report;
  try {
    report = JSON.parse(readFileSync(file, 'utf8')) as Report;
  } catch {
    throw new WrongCall(`there are no results named '${name}' (--save ${name} makes them)`);
  }
  if (report.version !== 1)
    throw new WrongCall(`the results named '${name}' are of version ${String(report.version)}, not 1`);
  return report;
}

export interface Change {
  readonly section: string;
  readonly name: string;
  readonly by: 'yards' | 'ratio' | 'figure';
  readonly then: Stat;
  readonly now: Stat;
  /** Of the medians, now by then. */
  readonly factor: number;
  /** '' where the spreads overlap: nothing can be said then. */
  readonly verdict: 'better' | 'worse' | '';
}

/**
 * Row by row, those that both have: times in yardsticks, ratios, and figures that are neither. Nothing where different
 * things were measured.
 */
export function changes(before: Report, after: Report): Change[] {
  if (before.key !== after.key) return [];
  const old = new Map(
    before.sections.flatMap(({ id, rows }) => rows.map((row) => [`${id}/${row.name}`, row] as const)),
  );
  return after.sections.flatMap(({ id, rows }) =>
    rows.flatMap((row) => {
      const was = old.get(`${id}/${row.name}`);
      return was === undefined ? [] : changesOf(id, was, row);
    }),
  );
}

function changesOf(section: string, was: Row, is: Row): Change[] {
  const found: Change[] = [];
  const add = (
    by: Change['by'],
    then: Stat | null | undefined,
    now: Stat | null | undefined,
    better: Row['better'],
  ): void => {
    if (!then || !now) return;
    const apart = now.low > then.high ? 'more' : now.high < then.low ? 'less' : null;
    const verdict = apart === null ? '' : apart === better ? 'better' : 'worse';
    found.push({ section, name: is.name, by, then, now, factor: now.median / then.median, verdict });
  };
  add('yards', was.yards, is.yards, 'less');
  if (is.yards === null) add('figure', was.figure, is.figure, is.better);
  if (is.ratio?.better && is.ratio.of === was.ratio?.of) {
    const byCpu = was.ratio.cpu !== null && is.ratio.cpu !== null;
    add(
      'ratio',
      byCpu ? was.ratio.cpu : was.ratio.wall,
      byCpu ? is.ratio.cpu : is.ratio.wall,
      is.ratio.better,
    );
  }
  return found;
}

export function changesText(name: string, before: Report, after: Report): string {
  if (before.key !== after.key)
    return `Nothing to compare: '${name}' was measured on another corpus, or to another extent (${before.corpus}).\n`;
  const rows = changes(before, after).map(({ name: row, by, then, now, factor, verdict }) => [
    `  ${row}`,
    by,
    ...[then, now].flatMap((stat) => [number(stat.median), `${number(stat.low)}-${number(stat.high)}`]),
    `${number(factor)} x`,
    verdict,
  ]);
  const head = ['', 'in', name, 'spread', 'now', 'spread', 'now / then', ''];
  const title = `Against '${name}' (${before.commit}, ${before.date.slice(0, 10)}); a verdict only where the spreads do not overlap`;
  return `${[title, ...aligned([head, ...rows], new Set([0, 1, 7]))].join('\n')}\n`;
}
