/** The one layout of a source, as an edit. */
import { formatSource } from '../lang/print.ts';
import { lineStart } from './find.ts';
import type { Edit } from './types.ts';

/** One edit from the first line that changes to the last, so that a cursor elsewhere stays; none where all is well. */
export function format(source: string): Edit[] {
  const text = formatSource(source);
  return text === source ? [] : [smallestEdit(source, text)];
}

/** The edit that makes `after` of `before`, whole lines at its ends. */
function smallestEdit(before: string, after: string): Edit {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head++;
  head = lineStart(before, head);
  let tail = 0;
  while (tail < most - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  // The equal rest begins at the start of a line in both.
  const rest = before.slice(before.length - tail);
  const restStart = rest.indexOf('\n') + 1;
  tail = restStart === 0 ? 0 : tail - restStart;
  return { span: { from: head, to: before.length - tail }, text: after.slice(head, after.length - tail) };
}
