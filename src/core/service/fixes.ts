/** What could be done here: mend the faults, or change the form. */
import { outsideFences } from '../lang/fence.ts';
import { clip } from '../lang/outside.ts';
import { analyseAll, locate, moveEdits, moveSpan, type Analysis } from './analysis.ts';
import { duplicates } from './diagnostics.ts';
import { inOrder, statementAt } from './find.ts';
import { mendArguments } from './fix-arguments.ts';
import { mendFunction } from './fix-function.ts';
import { mendStatement } from './fix-lines.ts';
import { refactorings } from './refactor.ts';
import { translated, translatedAll } from './translate.ts';
import type { Diagnostic, Edit, Fix, Span } from './types.ts';

/** Quick fixes for the faults that the span touches, then refactorings. All is looked for where the span begins. */
export function fixes(source: string, span: Span): Fix[] {
  const { analysis, from, at } = locate(source, span.from);
  const here = { from: at, to: Math.max(at, Math.min(span.to - from, analysis.source.length)) };
  const statement = statementAt(analysis.piece, at);
  const touched = analysis.diagnostics.filter(({ code, span: its }) => {
    // Where the grammar lost its way need not be where the cursor is.
    const isNear = code === 'syntax' && its.from >= statement.from && its.from < statement.to;
    return isNear || (its.from <= here.to && its.to >= here.from);
  });
  const found = [
    ...touched.flatMap((diagnostic) => quickFixes(analysis, diagnostic)),
    ...refactorings(analysis, here),
  ];
  return [
    ...newSolverName(source, span),
    ...found.map((fix) => ({ ...fix, edits: moveEdits(fix.edits, from) })),
    ...touched.slice(0, 1).flatMap((diagnostic) => wholeFile(source, analysis, diagnostic)),
  ];
}

/** Fixes for all faults of the kind in the file. */
function wholeFile(source: string, analysis: Analysis, diagnostic: Diagnostic): Fix[] {
  const { code } = diagnostic;
  if (code === 'fence') {
    const edits = analyseAll(source).flatMap(({ analysis: { source: piece }, from }) =>
      outsideFences(piece).map((span) => ({ span: moveSpan(span, from), text: '' })),
    );
    return [{ title: 'Delete what stands outside of the fences', kind: 'quickfix', mends: code, edits }];
  }
  const all = translated(analysis, diagnostic) === null ? null : translatedAll(source);
  if (all === null) return [];
  const title = `Write all ${all.count} such places of the file in the words of the dialect`;
  return [{ title, kind: 'quickfix', mends: code, edits: all.edits }];
}

/** Takes what a fault could be mended by; null where it cannot. */
export type Offer = (title: string, edits: readonly Edit[] | null) => void;

function quickFixes(analysis: Analysis, diagnostic: Diagnostic): Fix[] {
  const { code, span, suggestions = [] } = diagnostic;
  const found: Fix[] = [];
  const offer: Offer = (title, edits) => {
    if (edits === null || edits.length === 0) return;
    found.push({ title, kind: 'quickfix', mends: code, edits: inOrder(edits) });
  };
  const same = translated(analysis, diagnostic);
  // Several faults may stand side by side: the label names what is changed.
  const old = clip(analysis.source.slice(span.from, span.to));
  if (same !== null) offer(`Write ${same[0].text.replace(/\s*[\r\n]\s*/g, ' and ')} for ${old}`, same);
  else for (const text of suggestions) offer(`Change ${old} to ${text}`, [{ span, text }]);
  mendArguments(analysis, diagnostic, offer);
  mendStatement(analysis, diagnostic, offer);
  mendFunction(analysis, diagnostic, offer);
  return found;
}

/** For a solver that has the name of an earlier one. */
function newSolverName(source: string, { from, to }: Span): Fix[] {
  return duplicates(source).flatMap(({ code, span }): Fix[] => {
    if (span.from > to || span.to < from) return [];
    const name = source.slice(span.from, span.to);
    const names = new Set(analyseAll(source).map(({ analysis }) => `solve_${analysis.solver?.name}`));
    let n = 2;
    while (names.has(`${name}_${n}`)) n++;
    const text = `${name}_${n}`;
    return [{ title: `Rename it to ${text}`, kind: 'quickfix', mends: code, edits: [{ span, text }] }];
  });
}
