/** Typed values against general ones, which the slow evaluator of the tests computes with. */
import { scorePrograms } from '../../../src/core/engine/score.ts';
import { inlinedLength } from '../../../src/core/pipeline/3-inline.ts';
import { evaluateNaively } from '../../support/naive/evaluate.ts';
import { NaiveFault } from '../../support/naive/values.ts';
import type { Bench } from '../bench.ts';
import { draw, ownTasks } from '../corpus.ts';
import { alternate, timed } from '../measure.ts';
import { ratioOf, timeRow, type Section } from '../row.ts';

/** The slow evaluator repeats shared parts: only solvers that have few of them tell about values. */
const REPETITION = 1.5;

/** Steps that the slow evaluator may take for one pair here. */
const STEPS = 300_000;

export async function values({ corpus, effort, scale }: Bench): Promise<Section> {
  const plain = ownTasks(corpus).filter(
    ({ solver: { program } }) => inlinedLength(program) <= REPETITION * program.nodes.length,
  );
  const able = plain.filter(({ solver, task }) =>
    task.pairs.every(({ input }) => !(evaluateNaively(solver.program, input, STEPS) instanceof NaiveFault)),
  );
  const units = draw(corpus, 'naive', able, scale.naive);
  const { sides, yard } = await alternate(
    [
      timed(() => {
        for (const { solver, task } of units)
          for (const { input } of task.pairs) evaluateNaively(solver.program, input, STEPS);
      }, effort.least),
      timed(() => units.map(({ solver, task }) => scorePrograms([solver.program], task.pairs)), effort.least),
    ],
    effort,
  );
  const [general, typed] = sides;
  const unit = `ms for ${units.length}`;
  return {
    id: 'values',
    title: 'Typed values against general ones',
    notes: [
      `${units.length} solvers on their own tasks, of those that repeat little when written as one expression.`,
      'General: the slow evaluator of the tests, plain arrays for everything. Typed: the engine, one graph a solver, with comparing.',
    ],
    rows: [
      timeRow('general values', unit, general, yard),
      timeRow('typed values', unit, typed, yard, { ratio: ratioOf('general / typed', general, typed) }),
    ],
  };
}
