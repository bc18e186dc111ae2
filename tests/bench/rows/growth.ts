/** Time and memory for ten and a hundred times as many candidates on one task. */
import { availableParallelism } from 'node:os';
import { defaultPoolSize } from '../../../src/host/pool/size.ts';
import type { Bench } from '../bench.ts';
import { planOf, poolOf } from '../candidates.ts';
import { askFresh } from '../fresh/child.ts';
import type { RunOrder, RunResult } from '../fresh/run-child.ts';
import type { Sample } from '../measure.ts';
import { plainRow, timeRow, type Row, type Section } from '../row.ts';
import { statOf, type Stat } from '../stats.ts';

export async function growth({ corpus, scale }: Bench): Promise<Section> {
  const { id, task } = corpus.chosen[0];
  const workers = defaultPoolSize(availableParallelism());
  const steps: Step[] = [];
  for (const { candidates, runs } of scale.growth) {
    const results: GrowthResult[] = [];
    for (let run = 0; run < runs; run++) {
      const plan = planOf(task, poolOf(corpus), candidates, corpus.seed + run);
      results.push(growthOf(await askFresh<RunOrder, RunResult>('bench-run', { plans: [plan], workers })));
    }
    steps.push({ candidates, results });
  }
  return {
    id: 'growth',
    title: 'Growth',
    notes: [
      `One round on ${id} with ${workers} worker${workers === 1 ? '' : 's'}, each run cold, in a process of its own. Per candidate that was scored: making the duplicates counts, too.`,
      `Scored: ${steps.map(({ candidates, results }) => `${results[0].scored} of ${candidates}`).join(', ')}.`,
      'CPU is the time of the busiest thread. Memory is the peak of the whole process, per candidate less what it had before.',
    ],
    rows: steps.flatMap((step, i) => rowsOf(step, i === 0 ? null : steps[i - 1], i === steps.length - 1)),
  };
}

/** The one run of a process. */
interface GrowthResult extends Sample, Pick<RunResult, 'yard' | 'before' | 'peak'> {
  readonly scored: number;
}

function growthOf({ samples, scored, yard, before, peak }: RunResult): GrowthResult {
  return { ...samples[0], scored: scored[0], yard, before, peak };
}

interface Step {
  readonly candidates: number;
  readonly results: readonly GrowthResult[];
}

/** The ratio is that to the step before: 1 is growth in proportion. */
function rowsOf({ candidates, results }: Step, before: Step | null, last: boolean): Row[] {
  const bar = before === null ? null : ({ of: 'ratio', at: 'most', value: 1.3 } as const);
  const ratio = (of: (result: GrowthResult) => number | null): Stat | null => {
    const figures = results.map(of);
    const base = before?.results.map(of) ?? [null];
    if (figures.includes(null) || base.includes(null)) return null;
    const { median } = statOf(base as number[]);
    return statOf((figures as number[]).map((figure) => figure / median));
  };
  const compared = (
    of: (result: GrowthResult) => number,
    cpu: (result: GrowthResult) => number | null = () => null,
  ): Pick<Row, 'bar' | 'ratio'> => {
    const wall = ratio(of);
    return {
      bar,
      ratio: wall === null ? null : { of: 'to the step before', better: 'less', wall, cpu: ratio(cpu) },
    };
  };
  const kilobytes = ({ peak, before: had, scored }: GrowthResult): number =>
    (1024 * Math.max(0, peak - had)) / scored;
  const samples = results.map(({ wall, cpu, scored }): Sample => ({
    wall: wall / scored,
    cpu: cpu === null ? null : cpu / scored,
  }));
  const yard = results.map((result) => result.yard);
  const time = compared(
    ({ wall, scored }) => wall / scored,
    ({ cpu, scored }) => (cpu === null ? null : cpu / scored),
  );
  const rows = [
    timeRow(`${candidates}, cold: time`, 'µs a candidate', samples, yard, time, 1 / 1000),
    plainRow(`${candidates}, cold: memory`, 'KB a candidate', results.map(kilobytes), compared(kilobytes)),
  ];
  if (!last) return rows;
  const most = { of: 'figure', at: 'most', value: 1024 } as const;
  return [
    ...rows,
    timeRow(`${candidates}, cold: total time`, 'ms', results, yard),
    plainRow(
      `${candidates}, cold: peak`,
      'MB',
      results.map(({ peak }) => peak),
      { bar: most },
    ),
  ];
}
