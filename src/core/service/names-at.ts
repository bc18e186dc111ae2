/** What the name at a place stands for, and everywhere that it stands. */
import { PRIMITIVES } from '../dsl/catalogue.ts';
import { CONSTANTS } from '../dsl/constants.ts';
import type { Primitive } from '../dsl/primitive.ts';
import type { Span } from '../lang/diagnostics.ts';
import { analyseAll, moveSpan, type Analysis, type Placed } from './analysis.ts';
import { calleeOf } from './callee.ts';
import type { Token } from './scan.ts';
import { headerOf, type Scope, type Variable } from './scope.ts';

export type NameKind =
  'variable' | 'parameter' | 'argument' | 'solver' | 'primitive' | 'constant' | 'type' | 'unknown';

/** A name of the source and what it is. */
export interface Named {
  readonly token: Token;
  readonly kind: NameKind;
  /** The function whose argument it names. */
  readonly callee: Token | null;
}

/** The names of a piece in their order. */
export function namesIn({ piece, scope }: Analysis): Named[] {
  const names: Named[] = [];
  for (const statement of piece.statements) {
    const { tokens } = statement;
    if (tokens[0]?.text === 'from' || tokens[0]?.text === 'import') continue;
    const header = headerOf(statement);
    /** The functions of the brackets that are open; undefined for other brackets. */
    const open: (Token | null | undefined)[] = [];
    let previous: Token | null = null;
    tokens.forEach((token, i) => {
      if (token.kind === 'open')
        open.push(previous?.kind === 'name' ? previous : previous?.kind === 'close' ? null : undefined);
      if (token.kind === 'close') open.pop();
      if (token.kind === 'name') {
        const next = tokens[i + 1] as Token | undefined;
        const callee = next?.kind === 'equals' ? open.at(-1) : undefined;
        const kind =
          header === null
            ? callee === undefined
              ? kindOf(scope, token)
              : 'argument'
            : headerKind(header, token);
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
export function nameAt(analysis: Analysis, offset: number): Named | undefined {
  return namesIn(analysis).find(({ token }) => token.from <= offset && offset <= token.to);
}

/** The variable or parameter of the name. */
export function variableOf({ scope }: Analysis, { token, kind }: Named): Variable | undefined {
  return kind === 'variable' || kind === 'parameter' ? scope.find(token.text, token.from) : undefined;
}

/** All places of the name: of a solver in the whole source, of another name in the solver at hand. */
export function placesOf(source: string, { analysis, from }: Placed, { token, kind }: Named): Span[] {
  const pieces = kind === 'solver' ? analyseAll(source) : [{ analysis, from }];
  return pieces.flatMap((piece) => {
    const same = namesIn(piece.analysis).filter((named) => {
      return (
        named.token.text === token.text &&
        (named.kind === kind || (isVariable(kind) && isVariable(named.kind)))
      );
    });
    return same.map((named) => moveSpan(named.token, piece.from));
  });
}

function isVariable(kind: NameKind): boolean {
  return kind === 'variable' || kind === 'parameter';
}

/** The primitive that the callee of an argument is. */
export function primitiveOf({ scope }: Analysis, { callee }: Named): Primitive | null {
  return calleeOf(scope, callee)?.primitive ?? null;
}
