/** Names that lines which could not be read may give a value to: they are not told to be unknown. */

export const NONE_BOUND: ReadonlySet<string> = new Set();

const NAME = /[\p{L}_][\p{L}\p{N}_]*/gu;
/** Where Python binds names without an assignment. */
const BINDERS = /\b(?:for|lambda|def|as|import|global)\b([\p{L}\p{N}_\s,()]*)/gu;

/** What stands left of an assignment in any line of the stretch, or is bound in another way of Python. */
export function boundNames(stretch: {
  readonly source: string;
  readonly from: number;
  readonly to: number;
}): ReadonlySet<string> {
  const names = new Set<string>();
  const take = (text: string): void => {
    for (const [name] of text.matchAll(NAME)) names.add(name);
  };
  for (const line of stretch.source.slice(stretch.from, stretch.to).split(/[\r\n;]/)) {
    if (!/^\s*return\b/.test(line)) take(line.slice(0, lastAssignment(line)));
    for (const [, bound] of line.matchAll(BINDERS)) take(bound);
  }
  return names;
}

/** Where the last `=` outside of brackets stands; 0 where there is none. */
function lastAssignment(line: string): number {
  let depth = 0;
  let last = 0;
  for (let i = 0; i < line.length; i++) {
    if ('([{'.includes(line[i])) depth++;
    else if (')]}'.includes(line[i])) depth--;
    else if (line[i] !== '=' || depth > 0) continue;
    else if (line[i + 1] === '=') i++;
    else if (!'<>!'.includes(line[i - 1] ?? ' ')) last = i;
  }
  return last;
}
