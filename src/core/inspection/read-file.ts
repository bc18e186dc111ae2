/** A file of solvers, as the pool takes it. */
import { compile, lastOfEach } from '../lang/compile.ts';
import type { FileReport } from './types.ts';

/** Of several with one name the last counts, as in Python. */
export function readFile(source: string): FileReport {
  const { solvers, diagnostics } = compile(source);
  const named = lastOfEach(solvers).map(({ name, span, program }) => ({
    name: name || 'solve',
    source: source.slice(span.from, span.to),
    ok: program !== null,
  }));
  return { solvers: named, diagnostics };
}
