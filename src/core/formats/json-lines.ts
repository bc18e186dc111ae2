/** JSON text of one value, or of one value a line (JSON Lines, NDJSON). */
import { parseJson } from '../task/parse-json.ts';
import { attempt, faultText, refuse, type Read } from '../task/refusal.ts';

/** The values of a file that has one a line; empty lines are no lines of it. */
export class JsonLines {
  readonly lines: readonly { readonly line: number; readonly value: unknown }[];
  constructor(lines: JsonLines['lines']) {
    this.lines = lines;
  }
}

/**
 * The value of a text, or its `JsonLines`: where the name of the file says so, or its first line is a value and more
 * follow. A fault is told with its line and column.
 */
export function parseJsonOrLines(text: string, file: string): Read<unknown> {
  return attempt(() => {
    const whole = attempt(() => parseJson(text));
    const says = /\.(jsonl|ndjson)$/i.test(file);
    if (whole.ok && !says) return whole.value;
    const lines = linesOf(text);
    const [first, second] = lines;
    const isLines = says || (second !== undefined && attempt(() => objectIn(first.text)).ok);
    if (!isLines) return whole.ok ? whole.value : refuse(whole.fault.path, whole.fault.message);
    return new JsonLines(
      lines.map(({ line, text: one }) => {
        const value = attempt(() => parseJson(one));
        if (value.ok) return { line, value: value.value };
        return refuse('', faultText(value.fault).replace('line 1,', `line ${line},`));
      }),
    );
  });
}

/** A value that a line of such a file has; a number alone is none. */
function objectIn(text: string): unknown {
  const value = parseJson(text);
  return typeof value === 'object' && value !== null ? value : refuse('', 'no object');
}

function linesOf(text: string): { readonly line: number; readonly text: string }[] {
  const lines: { readonly line: number; readonly text: string }[] = [];
  text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\n|\r/)
    .forEach((one, i) => {
      if (one.trim() !== '') lines.push({ line: i + 1, text: one });
    });
  return lines;
}
