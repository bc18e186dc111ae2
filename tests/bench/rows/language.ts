/** The stages of the language, in solvers per second. */
import { parse } from '../../../src/core/lang/1-parse.ts';
import { check } from '../../../src/core/lang/2-check.ts';
import { inline } from '../../../src/core/lang/3-inline.ts';
import { bodyHash } from '../../../src/core/lang/body-hash.ts';
import { canonicalise, toProgram } from '../../../src/core/lang/4-canonical.ts';
import { compile } from '../../../src/core/lang/compile.ts';
import type { Bench } from '../bench.ts';
import { alternate, timed } from '../measure.ts';
import { rateRow, ratioOf, type Section } from '../row.ts';

export async function language({ corpus, effort }: Bench): Promise<Section> {
  const { source } = corpus;
  const readable = new Set(corpus.solvers.map(({ name }) => name));
  const solvers = parse(source).solvers.filter(({ name }) => readable.has(name));
  const programs = solvers.map(toProgram);
  const stages: readonly (readonly [string, () => unknown])[] = [
    ['parse', () => parse(source)],
    ['check', () => solvers.map((solver) => check(solver))],
    ['inline', () => solvers.map((solver) => inline(solver))],
    ['canonical form', () => solvers.map(toProgram)],
    ['hash of a candidate', () => programs.map((program) => bodyHash(canonicalise(program)))],
    ['parse, check, canonical form', () => compile(source)],
  ];
  const { sides, yard } = await alternate(
    stages.map(([, work]) => timed(work, effort.least)),
    effort,
  );
  const whole = sides[sides.length - 1];
  return {
    id: 'language',
    title: 'Reading solvers',
    notes: [`${solvers.length} solvers, ${source.length} characters.`],
    rows: stages.map(([name], i) =>
      rateRow(
        name,
        'solvers/s',
        solvers.length,
        sides[i],
        yard,
        i < stages.length - 1 ? { ratio: ratioOf('part of reading a file', sides[i], whole, null) } : {},
      ),
    ),
  };
}
