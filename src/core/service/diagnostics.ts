/** The faults of a source. */
import { parse } from '../lang/1-parse.ts';
import { CODES, MAX_DIAGNOSTICS } from '../lang/diagnostics.ts';
import { analyseAll, moveSpan } from './analysis.ts';
import type { Diagnostic } from './types.ts';

/** Those of the parser and of the check, by place; no more than MAX_DIAGNOSTICS. */
export function diagnostics(source: string): readonly Diagnostic[] {
  const pieces = analyseAll(source);
  // The parser does not take such a file in parts either.
  if (pieces.some(({ analysis }) => analysis.isRefused)) return parse(source).diagnostics;
  const found = pieces.flatMap(({ analysis, from }) => {
    return analysis.diagnostics.map((each) =>
      from === 0 ? each : { ...each, span: moveSpan(each.span, from) },
    );
  });
  const sorted = [...found, ...duplicates(source)].sort(
    (a, b) => a.span.from - b.span.from || a.span.to - b.span.to,
  );
  return sorted.slice(0, MAX_DIAGNOSTICS);
}

/** Solvers with the name of an earlier one. */
export function duplicates(source: string): Diagnostic[] {
  const names = new Set<string>();
  return analyseAll(source).flatMap(({ analysis, from }): Diagnostic[] => {
    if (analysis.solver === undefined) return [];
    const { name, nameSpan } = analysis.solver;
    const isFirst = !names.has(name);
    names.add(name);
    if (isFirst) return [];
    const code = 'duplicate-solver';
    const message = `solve_${name} stands above, too, and this one counts, as in Python: rename one of them.`;
    return [{ code, severity: CODES[code], span: moveSpan(nameSpan, from), message }];
  });
}
