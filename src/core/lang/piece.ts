/** A stretch of source under the parser: at most one solver, and what goes with it. */
import type { SyntaxNode } from '@lezer/common';
import type { Advice, Code, Report, Span } from './diagnostics.ts';
import { clip } from './outside.ts';
import type { Hole } from './syntax.ts';

export class Piece {
  readonly source: string;
  readonly from: number;
  readonly to: number;
  readonly report: Report;
  /** An error was found in it. */
  broken = false;
  /** Calls read so far. */
  calls = 0;
  /** Open holes read so far. */
  readonly holes: Hole[] = [];
  /** Comments met inside of an expression since last taken. */
  inner: string[] = [];
  /** The source before it has been read; the start of a line, but for statements that share one. */
  private done: number;
  /** Up to where the last syntax error has thrown the grammar: what is found there is no news. */
  private quietUpTo = -1;

  constructor(source: string, from: number, to: number, report: Report) {
    this.source = source;
    this.from = from;
    this.to = to;
    this.report = report;
    this.done = from;
  }

  span(node: SyntaxNode): Span {
    return { from: this.from + node.from, to: this.from + node.to };
  }

  text(node: SyntaxNode): string {
    return this.source.slice(this.from + node.from, this.from + node.to);
  }

  error(code: Code, span: Span, advise: () => Advice | string): void {
    this.broken = true;
    if (span.from > this.quietUpTo) this.report.add(code, span, advise);
  }

  /** Reports a node that the grammar could not fit in; the rest of the line, or of `within`, goes without reports. */
  syntax(node: SyntaxNode, advise?: () => string, within?: SyntaxNode): void {
    const span = this.span(node);
    this.error('syntax', span, () => {
      if (advise !== undefined) return advise();
      const text = clip(this.text(node));
      return text === '' ? 'Something is missing here.' : `Python cannot read ${text} here.`;
    });
    this.quiet(within === undefined ? span : { from: span.from, to: this.span(within).to });
  }

  /** Lets the rest of the span and of its first line go without reports. */
  quiet({ from, to }: Span): void {
    this.quietUpTo = Math.max(this.quietUpTo, this.lineEnd(from), to);
  }

  /** Reports a bracket without its partner. */
  unclosed(brackets: SyntaxNode): void {
    this.syntax(
      brackets.firstChild ?? brackets,
      () => 'This bracket is never closed: write ) where it should end.',
      brackets,
    );
  }

  /** As span, but only as far as the line goes. */
  firstLine(node: SyntaxNode): Span {
    const { from, to } = this.span(node);
    return { from, to: Math.min(to, this.lineEnd(from)) };
  }

  /** The white space before `offset` on its line; undefined where something else precedes it. */
  indentation(offset: number): string | undefined {
    let start = offset;
    while (start > this.from && !isBreak(this.source, start - 1)) start--;
    // A form feed begins the line anew, as in Python.
    const line = this.source.slice(start, offset);
    const before = line.slice(line.lastIndexOf('\f') + 1);
    return before.trim() === '' ? before : undefined;
  }

  /** The comments and blank lines not read yet that stand before `offset`. */
  trivia(offset: number): string[] {
    if (offset <= this.done) return [];
    const lines = this.source.slice(this.done, offset).split(/\r\n|\r|\n/);
    const rest = (lines.pop() ?? '').trim();
    this.done = offset;
    const kept = lines.map((line) => line.trim()).filter((line) => line === '' || line.startsWith('#'));
    if (rest.startsWith('#')) kept.push(rest);
    return kept;
  }

  /** The comment that follows `offset` on its line, or ''; goes on to the next line if nothing else follows. */
  trailing(offset: number): string {
    const end = this.lineEnd(offset);
    const rest = this.source.slice(offset, end).trim();
    this.done = offset;
    if (rest !== '' && !rest.startsWith('#')) return '';
    this.done = Math.min(this.to, this.source.startsWith('\r\n', end) ? end + 2 : end + 1);
    return rest;
  }

  /** Comments and blank lines up to the last indented comment before anything at the left edge. */
  indentedTail(): string[] {
    const tail = this.source.slice(this.done, this.to);
    const edge = tail.search(/^[^\s]/m);
    const block = edge < 0 ? tail : tail.slice(0, edge);
    const last = block.lastIndexOf('#');
    return last < 0
      ? []
      : this.trivia(this.done + last + 1)
          .slice(0, -1)
          .concat(this.trailing(this.done - 1));
  }

  private lineEnd(offset: number): number {
    let end = offset;
    while (end < this.to && !isBreak(this.source, end)) end++;
    return end;
  }
}

function isBreak(source: string, offset: number): boolean {
  const unit = source.charCodeAt(offset);
  return unit === 10 || unit === 13;
}
