/** Source -> programs: the stages of this folder one after the other. */
import { check } from './2-check.ts';
import { toProgram } from './3-canonical.ts';
import type { Diagnostic, Span } from './diagnostics.ts';
import type { Program } from './program.ts';
import { readText } from './read-text.ts';

/** One solver of a file. */
export interface Compiled {
  /** What follows `solve_`. */
  readonly name: string;
  readonly span: Span;
  /** In canonical form; null where the solver has an error or a hole. */
  readonly program: Program | null;
  /** Those inside of the solver. */
  readonly diagnostics: readonly Diagnostic[];
}

/** A file of solvers. */
export interface CompiledFile {
  readonly solvers: readonly Compiled[];
  /** All of the file, those of its solvers included. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Parses, checks and brings to canonical form every solver of a source. Never throws. */
export function compile(source: string): CompiledFile {
  const { module, report } = readText(source);
  const compiled = module.solvers.map((solver) => {
    const before = report.errors;
    check(solver, report);
    const isSound = !solver.broken && solver.holes.length === 0 && report.errors === before;
    return { name: solver.name, span: solver.span, program: isSound ? toProgram(solver) : null };
  });
  const diagnostics = report.diagnostics();
  const solvers = compiled.map((solver): Compiled => {
    const { from, to } = solver.span;
    return { ...solver, diagnostics: diagnostics.filter(({ span }) => span.from >= from && span.from <= to) };
  });
  return { solvers, diagnostics };
}

/** The last of each name, in their order: as in Python it takes the place of those before. */
export function lastOfEach<T extends { readonly name: string }>(solvers: readonly T[]): T[] {
  const last = new Map(solvers.map((solver) => [solver.name, solver]));
  return solvers.filter((solver) => last.get(solver.name) === solver);
}
