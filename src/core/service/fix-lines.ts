/** Quick fixes that concern whole lines. */
import { asComments } from '../lang/idle.ts';
import type { Analysis } from './analysis.ts';
import { indentOf, insertion, lineBreak, statementAt } from './find.ts';
import { lastToken, missingClosers } from './mend.ts';
import { namesIn } from './names-at.ts';
import type { Offer } from './fixes.ts';
import type { Statement } from './scan.ts';
import { headerOf, targetOf } from './scope.ts';
import type { Diagnostic, Edit, Span } from './types.ts';

const DEFAULT_INDENT = '    ';

/** Faults of one line. */
export function mendStatement(analysis: Analysis, { code, span }: Diagnostic, offer: Offer): void {
  const { source, piece, scope } = analysis;
  const statement = statementAt(piece, span.from);
  const { from, to } = statement;
  const name = source.slice(span.from, span.to);
  const [fresh] = scope.freshName();
  switch (code) {
    case 'unused':
      offer(`Delete the line of ${name}`, [{ span: { from, to }, text: '' }]);
      break;
    case 'undefined': {
      const line = piece.statements.find((each) => each.from > from && targetOf(each)?.text === name);
      if (line === undefined) break;
      const text = source.slice(line.from, line.to);
      const moved = /[\r\n]$/.test(text) ? text : text + lineBreak(source);
      offer(`Move the line of ${name} up`, [
        insertion(from, moved),
        { span: { from: line.from, to: line.to }, text: '' },
      ]);
      break;
    }
    case 'reassigned':
      offer(`Call it ${fresh} from here on`, renamed(analysis, name, fresh, statement));
      break;
    case 'shadows':
      offer(`Rename it to ${fresh}`, renamed(analysis, name, fresh, null));
      break;
    case 'syntax': {
      const closers = missingClosers(piece).filter(({ at }) => at >= from && at <= to);
      const isBracket = closers.some(({ text }) => text.includes(')'));
      const edits = closers.map(({ at, text }) => insertion(at, text));
      offer(isBracket ? 'Close the bracket' : 'Write the colon', edits);
      break;
    }
    case 'no-effect':
      offer('Make it a comment', [{ span: ownText(statement), text: commented(analysis, statement) }]);
      offer('Delete it', [{ span: { from, to }, text: '' }]);
      break;
    case 'indentation': {
      const first = piece.statements.find((each) => headerOf(each) === null && lastToken(each) !== undefined);
      const indent = first === undefined ? '' : indentOf(source, first);
      const at = statement.tokens[0]?.from ?? span.from;
      offer('Indent it like the others', [
        { span: { from: at - indentOf(source, statement).length, to: at }, text: indent || DEFAULT_INDENT },
      ]);
      offer('Delete it', edgeDeleted(analysis, statement));
      break;
    }
    case 'not-in-subset': {
      offer('Delete it', edgeDeleted(analysis, statement));
      const [first, second] = statement.tokens as readonly (Statement['tokens'][number] | undefined)[];
      const isValue =
        first?.kind === 'name' &&
        first.from === span.from &&
        (second === undefined || second.kind === 'open');
      if (isValue) offer(`Give it the name ${fresh}`, [insertion(span.from, `${fresh} = `)]);
      break;
    }
  }
}

/** Without white space and line breaks around it. */
function ownText({ tokens }: Statement): Span {
  return { from: tokens[0].from, to: tokens[tokens.length - 1].to };
}

/** The statement as remarks, a line each. */
function commented({ source }: Analysis, statement: Statement): string {
  const { from, to } = ownText(statement);
  return asComments(source.slice(from, to)).join(lineBreak(source) + indentOf(source, statement));
}

/** A statement at the left edge that is no function, with what is indented below it; null for any other. */
function edgeDeleted({ source, piece }: Analysis, statement: Statement): Edit[] | null {
  if (statement.tokens.length === 0 || indentOf(source, statement) !== '' || headerOf(statement) !== null)
    return null;
  const after = piece.statements.slice(piece.statements.indexOf(statement) + 1);
  const next = after.find((each) => each.tokens.length > 0 && indentOf(source, each) === '');
  return [{ span: { from: statement.from, to: next?.from ?? after.at(-1)?.to ?? statement.to }, text: '' }];
}

/** The name from the statement on, its own right side left out; in the whole piece where that is null. */
function renamed(analysis: Analysis, name: string, text: string, since: Statement | null): Edit[] {
  const target = since === null ? null : targetOf(since);
  return namesIn(analysis).flatMap(({ token, kind }) => {
    const isHere = since === null || token === target || token.from >= since.to;
    const isIt = token.text === name && (kind === 'variable' || kind === 'parameter') && isHere;
    return isIt ? [{ span: { from: token.from, to: token.to }, text }] : [];
  });
}
