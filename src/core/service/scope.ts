/** The variables of one piece of the source and their types, finished or not. */
import { PRIMITIVES } from '../dsl/catalogue.ts';
import { groupBy } from '../group.ts';
import { check, type Checked } from '../lang/2-check.ts';
import { parse } from '../lang/1-parse.ts';
import type { Span } from '../lang/diagnostics.ts';
import { constantType, functionType, returnType } from '../lang/infer.ts';
import type { Expression, Solver } from '../lang/syntax.ts';
import { ANY, GRID, type Type } from '../lang/types.ts';
import type { Analysis } from './analysis.ts';
import { mend } from './mend.ts';
import type { Statement, Token } from './scan.ts';

export interface Variable {
  readonly name: string;
  /** Where it gets its value. */
  readonly span: Span;
  readonly type: Type;
  readonly isParam: boolean;
  /** Where its statement ends: from there on it can be used. */
  readonly end: number;
}

export class Scope {
  /** In the order of the source, the parameter first; a name that is given twice stands there twice. */
  readonly variables: readonly Variable[];
  private readonly source: string;
  private readonly named: ReadonlyMap<string, readonly Variable[]>;
  /** By `from:to` of the expression. */
  private readonly types: ReadonlyMap<string, Type>;

  constructor(source: string, variables: readonly Variable[], types: ReadonlyMap<string, Type>) {
    this.source = source;
    this.variables = variables;
    this.types = types;
    this.named = groupBy(variables, ({ name }) => name);
  }

  /** The variable of that name that counts at `offset`; further down than its use if need be. */
  find(name: string, offset: number): Variable | undefined {
    const named = this.named.get(name) ?? [];
    return (
      named.findLast(({ span, end }) => end <= offset || (span.from <= offset && offset <= span.to)) ??
      named.at(0)
    );
  }

  /** The type of the expression that fills the span; of a name also where the grammar has lost its way. */
  typeAt({ from, to }: Span): Type {
    const known = this.types.get(`${from}:${to}`);
    if (known !== undefined) return known;
    const name = this.source.slice(from, to);
    const primitive = PRIMITIVES.get(name);
    return (
      this.find(name, from)?.type ?? (primitive === undefined ? constantType(name) : functionType(primitive))
    );
  }

  /** `x7`, where x6 is the last of its kind. */
  freshName(count = 1): string[] {
    const taken = new Set(this.variables.map(({ name }) => name));
    const numbers = this.variables.map(({ name }) => Number(/^x(\d{1,6})$/.exec(name)?.[1] ?? 0));
    let next = Math.max(0, ...numbers);
    return Array.from({ length: count }, () => {
      do next++;
      while (taken.has(`x${next}`));
      return `x${next}`;
    });
  }
}

/** The target of `name = …` or `name: Type = …`. */
export function targetOf({ tokens }: Statement): Token | null {
  const [first, second, third] = tokens as readonly (Token | undefined)[];
  if (first?.kind !== 'name') return null;
  if (second?.kind === 'equals') return first;
  if (second?.text !== ':' || third === undefined) return null;
  const isBare = third.kind === 'name' && tokens.length === 3;
  return isBare || tokens.some(({ kind }) => kind === 'equals') ? first : null;
}

/** Name and parameter in a def line, as far as they are there. */
export function headerOf({
  tokens,
}: Statement): { readonly name: Token | null; readonly param: Token | null } | null {
  const at = tokens.findIndex(({ text }) => text === 'def');
  if (at < 0 || at > 1) return null;
  const [name, open, param] = tokens.slice(at + 1) as readonly (Token | undefined)[];
  if (name?.kind !== 'name') return { name: null, param: null };
  return { name, param: open?.kind === 'open' && param?.kind === 'name' ? param : null };
}

export function scopeOf(analysis: Analysis): Scope {
  const { solver, checked, toSource } = readable(analysis);
  const types = new Map<string, Type>();
  const targets = new Map<number, Type>();
  if (solver !== undefined && checked !== null) {
    for (const [{ span }, type] of checked.types)
      types.set(`${toSource(span.from)}:${toSource(span.to)}`, type);
    for (const { targetSpan, value } of solver.lines) {
      targets.set(toSource(targetSpan.from), valueType(value, checked.types.get(value) ?? ANY));
    }
  }
  const variables: Variable[] = [];
  for (const statement of analysis.piece.statements) {
    const param = headerOf(statement)?.param;
    if (param)
      variables.push({ name: param.text, span: spanOf(param), type: GRID, isParam: true, end: statement.to });
    const target = targetOf(statement);
    if (target === null) continue;
    const type = targets.get(target.from) ?? ANY;
    variables.push({ name: target.text, span: spanOf(target), type, isParam: false, end: statement.to });
  }
  return new Scope(analysis.source, variables, types);
}

/** The solver of a piece; where it is broken, what can be read of it with its brackets closed. */
function readable(analysis: Analysis): {
  readonly solver: Solver | undefined;
  readonly checked: Checked | null;
  toSource(offset: number): number;
} {
  const { solver } = analysis;
  if (solver !== undefined && !solver.broken) {
    return { solver, checked: analysis.checked, toSource: (offset) => offset };
  }
  const { text, toSource } = mend(analysis.source, analysis.piece);
  const [mended] = parse(text).solvers as readonly (Solver | undefined)[];
  return { solver: mended, checked: mended === undefined ? null : check(mended), toSource };
}

/** A call that lacks arguments still tells something by its function. */
function valueType(value: Expression, type: Type): Type {
  if (type.kind !== 'any' || value.kind !== 'call' || value.callee.kind !== 'name') return type;
  const primitive = PRIMITIVES.get(value.callee.name);
  return primitive === undefined ? type : returnType(primitive);
}

function spanOf({ from, to }: Span): Span {
  return { from, to };
}
