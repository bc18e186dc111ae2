/** What can be folded away. */
import { analyse } from './analysis.ts';
import type { Fold, Span } from './types.ts';

/** Solvers of more than one line, comments of three lines and more, and imports; by place. */
export function folding(source: string): Fold[] {
  const analysis = analyse(source);
  const folds: Fold[] = [];
  const add = (kind: Fold['kind'], { from, to }: Span): void => {
    if (/[\r\n]/.test(source.slice(from, to))) folds.push({ kind, span: { from, to } });
  };
  for (const { span } of analysis.module.solvers) add('solver', span);
  const imports = analysis.module.items.filter(({ kind }) => kind === 'import');
  const [firstImport, lastImport] = [imports.at(0), imports.at(-1)];
  if (firstImport !== undefined && lastImport !== undefined) {
    add('imports', { from: firstImport.span.from, to: lastImport.span.to });
  }
  for (const { statements } of analysis.allPieces()) {
    let block: Span[] = [];
    const end = (): void => {
      if (block.length >= 3) add('comment', { from: block[0].from, to: block[block.length - 1].to });
      block = [];
    };
    for (const { tokens } of statements) {
      if (tokens.length === 1 && tokens[0].kind === 'comment') block.push(tokens[0]);
      else end();
    }
    end();
  }
  return folds.sort((a, b) => a.span.from - b.span.from);
}
