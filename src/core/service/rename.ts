/** A new name for a variable, a parameter or a solver, everywhere that it stands. */
import { isReserved } from '../lang/names.ts';
import { analyseAll, locate, moveSpan, type Analysis } from './analysis.ts';
import { nameAt, placesOf, type Named } from './names-at.ts';
import { isIdentifier, isKeyword } from './scan.ts';
import { headerOf } from './scope.ts';
import type { Change, RefusalCode, Span } from './types.ts';

/** What could be renamed at the offset. */
export function renameTarget(
  source: string,
  offset: number,
): { readonly span: Span; readonly name: string } | null {
  const { analysis, from, at } = locate(source, offset);
  const named = nameAt(analysis, at);
  if (named === undefined || refusalOf(named) !== null) return null;
  return { span: moveSpan(named.token, from), name: named.token.text };
}

export function rename(source: string, offset: number, newName: string): Change {
  const located = locate(source, offset);
  const { analysis } = located;
  const named = nameAt(analysis, located.at);
  if (named === undefined) return refuse('no-name', 'There is no name here: put the cursor on one.');
  const refusal = refusalOf(named) ?? newNameRefusal(source, analysis, named, newName.trim());
  if (refusal !== null) return refusal;
  const text = newName.trim();
  if (text === named.token.text) return { kind: 'edits', edits: [] };
  return { kind: 'edits', edits: placesOf(source, located, named).map((span) => ({ span, text })) };
}

function refuse(code: RefusalCode, message: string): Change {
  return { kind: 'refused', code, message };
}

/** Why the name has to stay as it is. */
function refusalOf({ kind, token }: Named): Change | null {
  switch (kind) {
    case 'primitive':
    case 'constant':
      return refuse('fixed-name', `${token.text} is a ${kind} of the dialect: it cannot be renamed.`);
    case 'argument':
    case 'type':
      return refuse('fixed-name', `${token.text} is a name of the dialect: it cannot be renamed.`);
    case 'unknown':
      return refuse('no-name', `${token.text} is no variable: give it a value first.`);
    default:
      return null;
  }
}

function newNameRefusal(
  source: string,
  { scope }: Analysis,
  { kind, token }: Named,
  name: string,
): Change | null {
  if (!isIdentifier(name))
    return refuse('not-a-name', 'A name has letters, digits and _, and begins with no digit.');
  if (isKeyword(name)) return refuse('keyword', `${name} is a keyword of Python: choose another name.`);
  if (name === token.text) return null;
  if (kind === 'solver') {
    if (!/^solve_./.test(name))
      return refuse('not-a-name', `The name of a solver is solve_<id>: write solve_${name}.`);
    return solverNames(source).has(name)
      ? refuse('taken', `The file has another ${name}: choose another name.`)
      : null;
  }
  if (isReserved(name)) return refuse('reserved', `${name} belongs to the dialect: choose another name.`);
  const isTaken = scope.variables.some((variable) => variable.name === name);
  return isTaken ? refuse('taken', `The solver has another ${name}: choose another name.`) : null;
}

function solverNames(source: string): Set<string> {
  const statements = analyseAll(source).flatMap(({ analysis }) => analysis.piece.statements);
  return new Set(statements.map((statement) => headerOf(statement)?.name?.text ?? ''));
}
