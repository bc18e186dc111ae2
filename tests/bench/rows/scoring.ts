/** Scoring from the command line: each solver on its own task, and all solvers on every tenth task. */
import type { Bench } from '../bench.ts';
import { BARS } from '../bars.ts';
import { withFiles } from '../fresh/files.ts';
import { scoreFresh, type ScoreCall } from '../fresh/command.ts';
import { takeTurns, type Sample, type Side } from '../measure.ts';
import { ratioOf, timeRow, type Section } from '../row.ts';

export function scoring({ corpus, effort }: Bench): Promise<Section> {
  return withFiles(corpus, async (files) => {
    const solvers = files.solvers('all', corpus.solvers);
    const ids = corpus.spread.map(({ id }) => id);
    const whole: Sample[] = [];
    const side =
      (on: ScoreCall['on'], workers: number): Side =>
      async () => {
        const result = await scoreFresh({ solvers, tasks: files.tasks, on, workers });
        if (on !== 'own' && workers === 1) whole.push({ wall: result.whole, cpu: null });
        return result.scoring;
      };
    const own = corpus.solvers.filter(({ name }) => corpus.tasks.has(name)).length;
    const sides = [side(ids, 1), side(ids, 2), ...(own > 0 ? [side('own', 1)] : [])];
    const { sides: samples, yard } = await takeTurns(sides, effort);
    const [one, two, alone] = samples;
    const pairs = corpus.spread.reduce((sum, task) => sum + task.pairs.length, 0);
    const bar = { of: 'ratio', at: 'least', value: BARS.twoWorkers } as const;
    return {
      id: 'scoring',
      title: 'Scoring from the command line, a process of its own each time',
      notes: [
        `All: ${corpus.solvers.length} solvers once on each pair (${pairs}) of ${ids.length} tasks (those named, else every tenth by id). Own: ${own} solvers on their own tasks.`,
        'Scoring as the command tells it: what comes before, starting and reading the files, is in the row of the whole command only. CPU is that of the whole process.',
      ],
      rows: [
        timeRow('all solvers, cold, one worker', 'ms', one, yard),
        timeRow('the whole command, one worker', 'ms', whole, yard),
        timeRow('all solvers, cold, two workers', 'ms', two, yard, {
          ratio: { ...ratioOf('one worker / two', one, two), cpu: null },
          bar,
        }),
        ...(alone === undefined ? [] : [timeRow('own tasks, cold, one worker', 'ms', alone, yard)]),
      ],
    };
  });
}
