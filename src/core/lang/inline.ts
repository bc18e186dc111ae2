/** A solver as one expression of its parameter, and an expression as steps again. */
import { NONE_BOUND } from './bound-names.ts';
import { PRIMITIVES } from '../dsl/catalogue.ts';
import { CODES, type Diagnostic } from './diagnostics.ts';
import { isReserved } from './names.ts';
import { MAX_DEPTH, MAX_NODES, type Expression, type Line, type Solver } from './syntax.ts';

export type Inlined =
  | { readonly kind: 'inlined'; readonly expression: Expression }
  /** The expression would be too large: values that are used more than once are repeated. */
  | { readonly kind: 'too-long'; readonly diagnostic: Diagnostic };

interface Measured {
  readonly expression: Expression;
  /** Names and calls, were it written out. */
  readonly size: number;
  readonly depth: number;
}

/**
 * The result of a checked solver with every variable replaced by its value. Equal parts are one object, so that the
 * expression takes no more room than the solver; only writing it out can be long.
 */
export function inline(solver: Solver, maxNodes: number = MAX_NODES): Inlined {
  const variables = new Map<string, Measured>();
  const replace = (expression: Expression): Measured => {
    if (expression.kind === 'hole') return { expression, size: 1, depth: 0 };
    if (expression.kind === 'name')
      return variables.get(expression.name) ?? { expression, size: 1, depth: 0 };
    const callee = replace(expression.callee);
    const args = expression.args.map(({ value }) => replace(value));
    const parts = [callee, ...args];
    // The name of a primitive counts as part of its call.
    const isName = callee.expression.kind === 'name';
    const size = parts.reduce((sum, part) => sum + part.size, isName ? 0 : 1);
    const depth = Math.max(...parts.map((part) => part.depth)) + 1;
    const replaced = expression.args.map((arg, i) => ({ ...arg, value: args[i].expression }));
    return { expression: { ...expression, callee: callee.expression, args: replaced }, size, depth };
  };
  for (const { target, value } of solver.lines) variables.set(target, replace(value));
  const { expression, size, depth } = replace(solver.result);
  if (size <= maxNodes && depth <= MAX_DEPTH) return { kind: 'inlined', expression };
  const what =
    size > maxNodes
      ? `${size} names and calls, over the ${maxNodes} that are allowed`
      : `calls nested over ${MAX_DEPTH} deep`;
  const message = `As one expression this solver has ${what}: keep it as steps.`;
  const diagnostic = {
    code: 'too-long',
    severity: CODES['too-long'],
    span: solver.nameSpan,
    message,
  } as const;
  return { kind: 'too-long', diagnostic };
}

/**
 * The expression as a solver of steps: every call a line x1, x2 …, equal calls one line, the outermost one O. Spans
 * are those of the expressions that the lines come from.
 */
export function expand(expression: Expression, name: string, param = 'I'): Solver {
  const lines: Line[] = [];
  const known = new Map<string, string>();
  const step = (part: Expression, isResult: boolean): Expression => {
    if (part.kind !== 'call') return part;
    const { callee, span } = part;
    const isPrimitive = callee.kind === 'name' && PRIMITIVES.has(callee.name);
    const call: Expression = {
      kind: 'call',
      callee: isPrimitive ? callee : step(callee, false),
      args: part.args.map((arg) => ({ ...arg, value: step(arg.value, false) })),
      span,
    };
    const key = keyOf(call);
    let target = known.get(key);
    if (target === undefined) {
      target = isResult ? 'O' : freeName(lines.length + 1, param);
      known.set(key, target);
      lines.push({ target, targetSpan: span, type: '', value: call, span, before: [], comment: '' });
    }
    return { kind: 'name', name: target, span };
  };
  const { span } = expression;
  const result = step(expression, true);
  if (result.kind === 'name' && result.name !== 'O' && param !== 'O') {
    lines.push({ target: 'O', targetSpan: span, type: '', value: result, span, before: [], comment: '' });
  }
  return {
    kind: 'solver',
    name,
    nameSpan: span,
    param,
    paramSpan: span,
    paramType: '',
    returnType: '',
    lines,
    result: lines.length === 0 ? result : { kind: 'name', name: lines[lines.length - 1].target, span },
    span,
    before: [],
    comment: '',
    beforeReturn: [],
    returnComment: '',
    after: [],
    holes: [],
    broken: false,
    unread: NONE_BOUND,
  };
}

function keyOf(call: Expression): string {
  if (call.kind === 'name') return call.name;
  if (call.kind === 'hole') return `…${call.span.from}`;
  return `${keyOf(call.callee)}(${call.args.map(({ keyword, value }) => `${keyword ?? ''}=${keyOf(value)}`).join()})`;
}

function freeName(n: number, param: string): string {
  const name = `x${n}`;
  return name === param || isReserved(name) ? `${name}_` : name;
}
