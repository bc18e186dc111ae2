/** Stage 4: what cannot be a solver goes before it costs anything: calls that certainly fail, results that are no grid. */
import { fits, judge } from '../lang/fits.ts';
import { inferProgram } from '../lang/infer.ts';
import { INPUT, meaningOf, type Program } from '../lang/program.ts';
import { GRID } from '../lang/types.ts';

/** Why the program cannot solve anything, or null. */
export function validationFault(program: Program): string | null {
  const { nodes } = program;
  const types = inferProgram(program);
  for (const { op, args } of nodes) {
    const meaning = meaningOf(op);
    if (meaning.kind !== 'call') continue;
    const { primitive } = meaning;
    const wrong = args.findIndex((arg, i) => judge(primitive, i, types[arg]) === 'fails');
    if (wrong >= 0) return `argument ${wrong + 1} of ${primitive.name} is of a wrong type`;
  }
  if (!fits(types[nodes.length - 1], GRID)) return 'its result is no grid';
  return nodes.some(({ op }) => op === INPUT) ? null : 'it does not look at the input';
}
