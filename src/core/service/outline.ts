/** The solvers of a file. */
import { analyseAll, moveSpan } from './analysis.ts';
import { lineStart } from './find.ts';
import type { OutlineItem } from './types.ts';

export function outline(source: string): OutlineItem[] {
  return analyseAll(source).flatMap(({ analysis, from }) => {
    const { solver, isSound } = analysis;
    if (solver === undefined) return [];
    const { name, lines } = solver;
    const [span, nameSpan] = [solver.span, solver.nameSpan].map((each) => moveSpan(each, from));
    return [{ name, span, nameSpan, doc: commentAbove(source, span.from), lines: lines.length, isSound }];
  });
}

/** The comment that ends on the line before, without its marks. */
export function commentAbove(source: string, offset: number): string {
  const lines: string[] = [];
  for (let at = lineStart(source, offset); at > 0;) {
    const start = lineStart(source, at - 1);
    const line = source.slice(start, at).trim();
    if (!line.startsWith('#')) break;
    lines.unshift(line.replace(/^#+\s*/, ''));
    at = start;
  }
  return lines.join(' ');
}
