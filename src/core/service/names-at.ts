/** What the name at a place stands for, and everywhere that it stands. */
import { PRIMITIVES } from '../dsl/catalogue.ts';
import { CONSTANTS } from '../dsl/constants.ts';
import type { Analysis } from './analysis.ts';
import { calleeOf } from './context.ts';
import type { Piece, Token } from './scan.ts';
import { headerOf, type Scope, type Variable } from './scope.ts';

export type NameKind = 'variable' | 'parameter' | 'argument' | 'solver' | 'primitive' | 'constant' | 'type' | 'unknown';

/** A name of the source and what it is. */
export interface Named {
  readonly token: Token;
  readonly kind: NameKind;
  /** The function whose argument it names. */
  readonly callee: Token | null;
}

/** The names of a piece in their order. */
export function namesIn(analysis: Analysis, piece: Piece): Named[] {
  const scope = analysis.scope(piece);
  const names: Named[] = [];
  for (const statement of piece.statements) {
    const { tokens } = statement;
    if (tokens[0]?.text === 'from' || tokens[0]?.text === 'import') continue;
    const header = headerOf(statement);
    /** The functions of the brackets that are open; undefined for other brackets. */
    const open: (Token | null | undefined)[] = [];
    let previous: Token | null = null;
    tokens.forEach((token, i) => {
      if (token.kind === 'open') open.push(previous?.kind === 'name' ? previous : previous?.kind === 'close' ? null : undefined);
      if (token.kind === 'close') open.pop();
      if (token.kind === 'name') {
        const next = tokens[i + 1] as Token | undefined;
        const callee = next?.kind === 'equals' ? open.at(-1) : undefined;
        const kind = header === null ? (callee === undefined ? kindOf(scope, token) : 'argument') : headerKind(header, token);
        const isAnnotation = header === null && previous?.text === ':' && i === 2;
        names.push({ token, kind: isAnnotation ? 'type' : kind, callee: callee ?? null });
      }
      if (token.kind !== 'comment') previous = token;
    });
  }
  return names;
}

function headerKind({ name, param }: NonNullable<ReturnType<typeof headerOf>>, token: Token): NameKind {
  return token === name ? 'solver' : token === param ? 'parameter' : 'type';
}

function kindOf(scope: Scope, token: Token): NameKind {
  const variable = scope.find(token.text, token.from);
  if (variable !== undefined) return variable.isParam ? 'parameter' : 'variable';
  if (PRIMITIVES.has(token.text)) return 'primitive';
  return Object.hasOwn(CONSTANTS, token.text) ? 'constant' : 'unknown';
}

/** The name that the offset is in or at the end of. */
export function nameAt(analysis: Analysis, offset: number): (Named & { readonly piece: Piece; readonly scope: Scope }) | null {
  const piece = analysis.pieceAt(offset);
  const named = namesIn(analysis, piece).find(({ token }) => token.from <= offset && offset <= token.to);
  return named === undefined ? null : { ...named, piece, scope: analysis.scope(piece) };
}

/** The variable or parameter of the name. */
export function variableOf({ token, kind, scope }: Named & { readonly scope: Scope }): Variable | undefined {
  return kind === 'variable' || kind === 'parameter' ? scope.find(token.text, token.from) : undefined;
}

/** All places of the variable, parameter or solver; of another name only those in the same piece. */
export function placesOf(analysis: Analysis, { token, kind, piece }: Named & { readonly piece: Piece }): Token[] {
  const isSame = (named: Named): boolean => {
    if (named.token.text !== token.text) return false;
    const { kind: other } = named;
    return other === kind || (isVariable(kind) && isVariable(other));
  };
  const pieces = kind === 'solver' ? analysis.allPieces() : [piece];
  return pieces.flatMap((each) => namesIn(analysis, each).filter(isSame).map((named) => named.token));
}

function isVariable(kind: NameKind): boolean {
  return kind === 'variable' || kind === 'parameter';
}

/** The primitive that the callee of an argument is. */
export function primitiveOf({ callee, scope }: Named & { readonly scope: Scope }) {
  return calleeOf(scope, callee)?.primitive ?? null;
}
