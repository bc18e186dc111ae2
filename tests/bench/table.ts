/** Sections as aligned plain text. */
import { reached, type Bar, type Row, type Section } from './row.ts';
import type { Stat } from './stats.ts';

const HEADS = ['', 'median', '', 'spread', 'CPU', 'yards', 'ratio', 'spread', 'CPU', 'bar'];
/** Columns that are words; numbers end at the right. */
const WORDS = new Set([0, 2, 9]);

/** One table: equal columns all through, so that the eye can go down. */
export function tableOf(sections: readonly Section[]): string {
  const blocks = sections.map((section) => ({ section, cells: section.rows.map(cellsOf) }));
  const lines = aligned([HEADS, ...blocks.flatMap(({ cells }) => cells)]);
  const head = lines[0];
  let at = 1;
  const texts = blocks.map(({ section, cells }) => {
    const body = lines.slice(at, (at += cells.length));
    return [
      section.title,
      ...(cells.length > 0 ? [head, ...body] : []),
      ...notesOf(section).map((note) => `  ${note}`),
    ].join('\n');
  });
  return `${texts.join('\n\n')}\n`;
}

/** What the ratios are of, then the notes. */
function notesOf({ rows, notes }: Section): string[] {
  const ratios = new Set(rows.flatMap(({ ratio }) => (ratio === null ? [] : [ratio.of])));
  return [...(ratios.size > 0 ? [`Ratio: ${[...ratios].join('; ')}.`] : []), ...notes];
}

function cellsOf(row: Row): string[] {
  const { name, unit, figure, cpu, yards, ratio } = row;
  return [
    `  ${name}`,
    number(figure.median),
    unit,
    between(figure),
    cpu === null ? '' : number(cpu.median),
    yards === null ? '' : number(yards.median),
    ratio === null ? '' : `${number(ratio.wall.median)} x`,
    ratio === null ? '' : between(ratio.wall),
    ratio === null || ratio.cpu === null ? '' : `${number(ratio.cpu.median)} x`,
    barText(row),
  ];
}

export function barText(row: Row): string {
  const result = reached(row);
  if (row.bar === null || result === null) return '';
  const verdict = result.wall ? 'reached' : result.cpu ? 'reached by CPU' : 'missed';
  return `${limitText(row.bar)} ${verdict}`;
}

function limitText({ at, value }: Bar): string {
  return `${at === 'least' ? '>=' : '<='} ${value}`;
}

function between({ low, high }: Stat): string {
  return `${number(low)}-${number(high)}`;
}

/** Three digits that count; whole thousands are kept. */
export function number(value: number): string {
  if (value === 0) return '0';
  const size = Math.floor(Math.log10(Math.abs(value)));
  if (size < -3) return value.toExponential(1);
  return value.toFixed(Math.max(0, 2 - size));
}

/** Cells padded to the width of their column; nothing trails. */
export function aligned(rows: readonly (readonly string[])[], words: ReadonlySet<number> = WORDS): string[] {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows.map((row) => {
    const cells = row.map((cell, column) =>
      words.has(column) ? cell.padEnd(widths[column]) : cell.padStart(widths[column]),
    );
    return cells.join('  ').trimEnd();
  });
}
