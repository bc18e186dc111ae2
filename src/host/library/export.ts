/**
 * The library as files, and such files read. One spelling for each content: what is exported, read into an empty
 * library and exported again is the same to the byte. Pure.
 *
 * JSON: `{"format": "batt-library", "version": 2, "solvers": [record, …]}`. Python: before each function a remark
 * `# kept {…}` with all of its record but the source; of several for a task the best is the last, which is the one that
 * Python takes. Records of version 1 had no `set`; they are read as well.
 */
import { groupBy } from '../../core/group.ts';
import { parseJson } from '../../core/task/parse-json.ts';
import { attempt, refuse, type Read } from '../../core/task/refusal.ts';
import { readRecord } from './read-record.ts';
import { normalised, sorted, type KeptSolver } from './record.ts';
import { keyOf } from './task-ref.ts';

const EXPORT_VERSION = 2;
const FORMAT = 'batt-library';

export function toJson(solvers: readonly KeptSolver[]): string {
  const file = { format: FORMAT, version: EXPORT_VERSION, solvers: sorted(solvers).map(normalised) };
  return `${JSON.stringify(file, null, 1)}\n`;
}

export function fromJson(text: string): Read<KeptSolver[]> {
  return attempt(() => {
    const file = parseJson(text) as Partial<Record<'format' | 'version' | 'solvers', unknown>> | null;
    if (file?.format !== FORMAT) refuse('format', 'this is no library of Batt');
    const { version } = file;
    if (version !== 1 && version !== EXPORT_VERSION) {
      const known = `1 and ${EXPORT_VERSION} are`;
      refuse('version', `${JSON.stringify(version)} is not known here; ${known}`);
    }
    if (!Array.isArray(file.solvers)) refuse('solvers', 'a list is needed');
    return file.solvers.map((record, i) => readRecord(record, `solvers[${i}]`, version));
  });
}

const HEAD = `# Solvers kept in Batt, version ${EXPORT_VERSION}. A remark "# kept" belongs to the function below it.`;
const ANY_HEAD = /^# Solvers kept in Batt, version \d+\..*$/;
const REMARK = /^# kept (\{.*\})$/;

export function toPython(solvers: readonly KeptSolver[]): string {
  const entries = [...groupBy(sorted(solvers), keyOf).values()].flatMap((best) => best.toReversed());
  return [HEAD, ...entries.map(entryOf)].join('\n\n\n') + '\n';
}

function entryOf(solver: KeptSolver): string {
  const { source, ...record } = normalised(solver);
  return `# kept ${JSON.stringify({ lines: source.split('\n').length, ...record })}\n${quoted(source)}`;
}

/** No line of a source may pass for a remark of ours. */
function quoted(source: string): string {
  return source.replace(/^(#+)( kept \{)/gm, '#$1$2');
}

function unquoted(source: string): string {
  return source.replace(/^#(#+ kept \{)/gm, '$1');
}

/** A stretch of a solver file: up to a remark, or from one to the next. */
export interface Section {
  /** Of the file, from 1. */
  readonly line: number;
  /** The lines that belong to the remark, unless somebody has edited them; none in a section without a remark. */
  readonly source: string;
  /** What follows them. */
  readonly rest: { readonly line: number; readonly source: string };
  /** What the remark says; null in a section without. */
  readonly record: Read<KeptSolver> | null;
}

/** Cuts a solver file at the remarks. A file without any is one section. */
export function sectionsOf(text: string): Section[] {
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/);
  const remarks = lines.flatMap((line, i) => (REMARK.test(line) ? [i] : []));
  const between = (from: number, to: number | undefined): string => lines.slice(from, to).join('\n');
  const before = between(0, remarks[0]);
  const first: Section = { line: 1, source: '', rest: { line: 1, source: before }, record: null };
  const sections = before.trim() === '' || ANY_HEAD.test(before.trim()) ? [] : [first];
  remarks.forEach((at, i) => {
    const line = at + 2;
    const start = at + 1;
    const [, json] = REMARK.exec(lines[at]) as RegExpExecArray;
    let source = '';
    let count = 0;
    const record = attempt(() => {
      const data = parseJson(json) as { readonly lines?: unknown };
      count = Math.min(
        Number.isSafeInteger(data.lines) ? Math.max(0, data.lines as number) : 0,
        (remarks[i + 1] ?? lines.length) - start,
      );
      source = unquoted(between(start, start + count));
      return readRecord({ ...data, source }, 'kept', 'set' in data ? 2 : 1);
    });
    sections.push({
      line,
      source,
      rest: { line: line + count, source: between(start + count, remarks[i + 1]) },
      record,
    });
  });
  return sections;
}
