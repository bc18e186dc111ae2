/** What can be folded away. */
import { analyseAll, moveSpan } from './analysis.ts';
import type { Fold, Span } from './types.ts';

/** Solvers of more than one line, comments of three lines and more, and imports; by place. */
export function folding(source: string): Fold[] {
  const folds: Fold[] = [];
  for (const { analysis, from } of analyseAll(source)) {
    const add = (kind: Fold['kind'], first: Span, last: Span): void => {
      const span = moveSpan({ from: first.from, to: last.to }, from);
      if (/[\r\n]/.test(source.slice(span.from, span.to))) folds.push({ kind, span });
    };
    const { solver, module, piece } = analysis;
    if (solver !== undefined) add('solver', solver.span, solver.span);
    const imports = module.items.filter(({ kind }) => kind === 'import');
    if (imports.length > 0) add('imports', imports[0].span, imports[imports.length - 1].span);
    let block: Span[] = [];
    const end = (): void => {
      if (block.length >= 3) add('comment', block[0], block[block.length - 1]);
      block = [];
    };
    for (const { tokens } of piece.statements) {
      if (tokens.length === 1 && tokens[0].kind === 'comment') block.push(tokens[0]);
      else end();
    }
    end();
  }
  return folds.sort((a, b) => a.span.from - b.span.from);
}
