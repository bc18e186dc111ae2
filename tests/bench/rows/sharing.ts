/** One graph for all candidates against a graph for each. */
import { scorePrograms } from '../../../src/core/engine/score.ts';
import type { Bench } from '../bench.ts';
import { candidatesFor, poolOf } from '../candidates.ts';
import { alternate, timed } from '../measure.ts';
import { ratioOf, timeRow, type Section } from '../row.ts';

export async function sharing({ corpus, effort, scale }: Bench): Promise<Section> {
  const { id, task, pairs } = corpus.chosen[0];
  const programs = candidatesFor(task, poolOf(corpus), scale.shared, corpus.seed);
  const { sides, yard } = await alternate(
    [
      timed(() => programs.map((program) => scorePrograms([program], pairs)), effort.least),
      timed(() => scorePrograms(programs, pairs), effort.least),
    ],
    effort,
  );
  const [alone, together] = sides;
  const unit = `ms for ${programs.length}`;
  return {
    id: 'sharing',
    title: 'One graph of shared parts against each candidate alone',
    notes: [`${programs.length} different candidates on the ${pairs.length} pairs of ${id}.`],
    rows: [
      timeRow('each candidate alone', unit, alone, yard),
      timeRow('all in one graph', unit, together, yard, {
        ratio: ratioOf('alone / together', alone, together),
      }),
    ],
  };
}
