/** What the places of open holes ask for. */
import { PRIMITIVES } from '../dsl/catalogue.ts';
import { wantedName } from './fits.ts';
import { placeArguments } from './names.ts';
import type { Expression, Hole, Solver } from './syntax.ts';

/** For each open hole the type that its place asks for, `Any` where nothing is asked. */
export function wantedTypes(solver: Solver): Map<Hole, string> {
  const wanted = new Map<Hole, string>();
  if (solver.holes.length === 0) return wanted;
  /** Of variables, the first type that a place asks of them. */
  const asked = new Map<string, string>();
  const note = (expression: Expression, type: string): void => {
    if (expression.kind === 'name' && !asked.has(expression.name)) asked.set(expression.name, type);
    if (expression.kind === 'hole' && expression.open === true) wanted.set(expression, type);
  };
  const read = (expression: Expression): void => {
    if (expression.kind !== 'call') return;
    const { callee, args } = expression;
    const primitive = callee.kind === 'name' ? PRIMITIVES.get(callee.name) : undefined;
    if (primitive === undefined) note(callee, 'Function');
    const placed = primitive === undefined ? [] : placeArguments(primitive, args);
    for (const { value } of args) {
      const at = placed.indexOf(value);
      note(value, at < 0 || primitive === undefined ? 'Any' : nameOf(wantedName(primitive, at)));
      read(value);
    }
    read(callee);
  };
  read(solver.result);
  note(solver.result, 'Grid');
  // From the end: what a line is used for stands below it.
  for (const { target, value } of solver.lines.toReversed()) {
    read(value);
    note(value, asked.get(target) ?? 'Any');
  }
  return wanted;
}

/** As types are written elsewhere. */
function nameOf(declared: string): string {
  return NAMES[declared] ?? declared;
}

const NAMES: Readonly<Record<string, string>> = {
  Callable: 'Function',
  Integer: 'Int',
  Boolean: 'Bool',
  IntegerTuple: 'Vec',
  Objects: 'Set Object',
};
