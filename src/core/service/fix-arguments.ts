/** Quick fixes for the arguments of a call. */
import type { Primitive } from '../dsl/primitive.ts';
import type { Call } from '../lang/syntax.ts';
import type { Analysis } from './analysis.ts';
import { argumentRemoved, argumentSpan, missingFilled, primitiveCalled, swapped } from './arguments.ts';
import { callAround, callWith, covers, insertion } from './find.ts';
import type { Offer } from './fixes.ts';
import type { Diagnostic, Span } from './types.ts';

export function mendArguments(
  { source, solver, scope }: Analysis,
  { code, span }: Diagnostic,
  offer: Offer,
): void {
  if (solver === undefined) return;
  if (code === 'type-mismatch' || code === 'type-doubtful') {
    const call = callWith(solver, span);
    const primitive = call === undefined ? undefined : primitiveCalled(call, scope);
    if (call !== undefined && primitive !== undefined)
      offer('Swap the arguments', swapped(source, primitive, call, scope, span));
    return;
  }
  const call = callAround(solver, span)?.expression;
  if (call === undefined) return;
  const primitive = primitiveCalled(call, scope);
  const at = call.args.findIndex((arg) => covers(argumentSpan(arg), span));
  if (code === 'wrong-arity' && primitive !== undefined) {
    const lacking = primitive.params.length - call.args.length;
    const plural = Math.abs(lacking) === 1 ? '' : 's';
    if (lacking > 0)
      offer(`Insert the missing argument${plural}`, missingFilled(source, primitive, call, scope));
    if (lacking < 0)
      offer(`Delete the surplus argument${plural}`, [{ span: surplus(primitive, call), text: '' }]);
  } else if (code === 'repeated-argument' && at >= 0) {
    offer('Delete this argument', [argumentRemoved(call, at)]);
  } else if (code === 'positional-after-keyword' && primitive !== undefined && at >= 0) {
    const given = new Set(
      call.args.map(({ keyword }, i) => keyword ?? (i < at ? primitive.params[i]?.name : '')),
    );
    const free = primitive.params.find(({ name }) => !given.has(name));
    if (free !== undefined)
      offer(`Name the argument ${free.name}`, [insertion(call.args[at].value.span.from, `${free.name}=`)]);
  } else if (code === 'computed-keyword' && at >= 0) {
    const { keywordSpan, value } = call.args[at];
    if (keywordSpan === undefined) return;
    offer('Delete the name of the argument', [
      { span: { from: keywordSpan.from, to: value.span.from }, text: '' },
    ]);
  }
}

/** Behind the last argument that has a parameter. */
function surplus({ params }: Primitive, { args }: Call): Span {
  return { from: argumentSpan(args[params.length - 1]).to, to: argumentSpan(args[args.length - 1]).to };
}
