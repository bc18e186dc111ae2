/** Unfinished text made readable for the grammar: what is open at the end of a statement is closed. */
import { applyEdits, insertion } from './find.ts';
import type { Piece, Statement } from './scan.ts';

export interface Mended {
  readonly text: string;
  /** Back to the offset in the source. */
  toSource(offset: number): number;
}

/** What has to be written at the end of each statement so that its brackets are closed; by offset. */
export function missingClosers({ statements }: Piece): { readonly at: number; readonly text: string }[] {
  return statements.flatMap((statement) => {
    const last = lastToken(statement);
    if (last === undefined) return [];
    const lacksColon =
      statement.tokens[0].text === 'def' && !statement.tokens.some(({ text }) => text === ':');
    const text = ')'.repeat(statement.open) + (lacksColon ? ':' : '');
    return text === '' ? [] : [{ at: last.to, text }];
  });
}

/** The last token but for comments. */
export function lastToken({ tokens }: Statement): Statement['tokens'][number] | undefined {
  return tokens.findLast(({ kind }) => kind !== 'comment');
}

export function mend(source: string, piece: Piece): Mended {
  const added = missingClosers(piece);
  const edits = added.map(({ at, text }) => insertion(at, text));
  return {
    text: applyEdits(source, edits),
    toSource(offset) {
      let from = 0;
      for (const { at, text: closer } of added) {
        if (offset + from <= at) break;
        from -= Math.min(closer.length, offset + from - at);
      }
      return offset + from;
    },
  };
}
