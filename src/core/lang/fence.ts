/**
 * Answers of language models: code between the fences of Markdown, with words around it. What stands outside of the
 * fences is blanked out for the grammar, so that every offset stays what it is.
 */
import type { Span } from './diagnostics.ts';

const FENCE = /^[ \t]*(?:```|~~~)[^\r\n]*/gm;

/** The functions and classes at the left edge; Python allows form feeds before them. */
const BEGIN = /^\f*(?:def|class|async)\b/;
const BEGINS = new RegExp(BEGIN.source, 'gm');

/** Where the pieces of a source begin, one at each function; the first begins at 0. */
export function pieceStarts(source: string): number[] {
  const starts = [0];
  for (const { index } of source.matchAll(BEGINS)) if (index > 0) starts.push(index);
  return starts;
}

/**
 * What of a piece stands outside of fences, they included. A piece that begins with a function begins inside, any
 * other outside, if there is a fence at all.
 */
export function outsideFences(piece: string): Span[] {
  if (!piece.includes('```') && !piece.includes('~~~')) return [];
  const spans: Span[] = [];
  let outside = BEGIN.test(piece) ? -1 : 0;
  for (const { index, 0: text } of piece.matchAll(FENCE)) {
    if (outside < 0) outside = index;
    else {
      spans.push({ from: outside, to: index + text.length });
      outside = -1;
    }
  }
  if (outside > 0 || (outside === 0 && spans.length > 0)) spans.push({ from: outside, to: piece.length });
  return spans;
}

/** The text with all that is in the spans made blank, line breaks left as they are. */
export function blanked(text: string, spans: readonly Span[]): string {
  let result = '';
  let done = 0;
  for (const { from, to } of spans) {
    result += text.slice(done, from) + text.slice(from, to).replace(/[^\r\n]/g, ' ');
    done = to;
  }
  return result + text.slice(done);
}
