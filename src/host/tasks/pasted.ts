/** Pasted text: a link, a solver, a task or a grid, recognised by its look. */
import { parseJsonOrLines } from '../../core/formats/json-lines.ts';
import { readGrid } from '../../core/task/read.ts';
import type { GridRows } from '../../protocol/index.ts';
import { linkIn } from '../share/address.ts';
import { tasksIn } from './json-files.ts';
import type { NamedTask } from './named-task.ts';

export type Pasted =
  | { readonly kind: 'link'; readonly hash: string }
  | { readonly kind: 'solver'; readonly source: string }
  | { readonly kind: 'tasks'; readonly tasks: readonly NamedTask[]; readonly remarks: readonly string[] }
  | { readonly kind: 'grid'; readonly grid: GridRows }
  | { readonly kind: 'unknown' };

/** UTF-16 units. */
const MAX_PASTED = 32_000_000;

export function recognise(text: string): Pasted {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed.length > MAX_PASTED) return { kind: 'unknown' };
  if (trimmed.length < 200_000 && !/^[ \t]*def\b|^[ \t]*[{[(]/m.test(trimmed)) {
    const hash = linkIn(trimmed);
    if (hash !== '') return { kind: 'link', hash };
  }
  if (/^\s*def\s+(?:solve|verify)_?\w*\s*\(/m.test(trimmed))
    return { kind: 'solver', source: `${trimmed}\n` };
  if (/^[{[]/.test(trimmed)) {
    const data = jsonOf(trimmed);
    const read = data === undefined ? null : tasksIn(data, 'pasted', 'pasted');
    if (read?.ok) return { kind: 'tasks', tasks: read.tasks, remarks: read.remarks };
  }
  const grid = gridIn(trimmed);
  return grid === null ? { kind: 'unknown' } : { kind: 'grid', grid };
}

/** JSON, alone or a value a line, or what Python prints for the same data. */
function jsonOf(text: string): unknown {
  const python = () => text.replaceAll("'", '"').replaceAll('(', '[').replaceAll(')', ']');
  for (const spelling of [
    () => text,
    () =>
      python()
        .replace(/,(\s*[\]}])/g, '$1')
        .replace(/\bNone\b/g, 'null'),
  ]) {
    const read = parseJsonOrLines(spelling(), '');
    if (read.ok) return read.value;
  }
  return undefined;
}

/** A grid as JSON, as a Python list or tuple, as numpy prints it, or as lines of digits; null for anything else. */
function gridIn(text: string): GridRows | null {
  const bare = text
    .trim()
    .replace(/^(?:[A-Za-z_]\w*\s*=\s*)?(?:np\.|numpy\.)?array\(/, '')
    .replace(/,?\s*dtype=[\w.']+/, '');
  const rows = /^[[(]/.test(bare) ? bracketRows(bare) : lineRows(text);
  const read = rows === null ? null : readGrid(rows);
  return read?.ok ? read.value : null;
}

function bracketRows(text: string): number[][] | null {
  if (/[^\d\s,.[\]()]/.test(text)) return null;
  const rows = [...text.matchAll(/[[(]([^[\]()]*)[\])]/g)].map(([, row]) => numbers(row));
  return rows.length > 0 && /^[[(]\s*[[(]/.test(text) ? rows : null;
}

function lineRows(text: string): number[][] | null {
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);
  if (lines.length < 2 || lines.some((line) => !/^[\d\s,]+$/.test(line))) return null;
  return lines.map((line) => (/[\s,]/.test(line) ? numbers(line) : [...line].map(Number)));
}

const numbers = (row: string) =>
  row
    .split(/[\s,]+/)
    .filter(Boolean)
    .map(Number);
