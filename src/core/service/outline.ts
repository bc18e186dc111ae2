/** The solvers of a file. */
import type { Solver } from '../lang/syntax.ts';
import { analyse, type Analysis } from './analysis.ts';
import type { OutlineItem } from './types.ts';

export function outline(source: string): OutlineItem[] {
  const analysis = analyse(source);
  return analysis.module.solvers.map((solver) => outlineItem(analysis, solver));
}

export function outlineItem(analysis: Analysis, solver: Solver): OutlineItem {
  const { name, span, nameSpan, lines, before } = solver;
  // The comment that stands right above.
  const above = before.slice(before.lastIndexOf('') + 1);
  const doc = above.map((line) => line.replace(/^#+\s*/, '')).join(' ');
  return { name, span, nameSpan, doc, lines: lines.length, isSound: analysis.isSound(solver) };
}
