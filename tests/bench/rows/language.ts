/** Reading a file of solvers: parse, check, canonical form. */
import type { Bench } from '../bench.ts';
import { askFresh } from '../fresh/child.ts';
import { withFiles } from '../fresh/files.ts';
import type { ReadOrder, ReadResult } from '../fresh/read-child.ts';
import { rateRow, type Section } from '../row.ts';

export async function language({ corpus, effort }: Bench): Promise<Section> {
  const results = await withFiles(corpus, async ({ solvers }) => {
    const file = solvers('all', corpus.solvers);
    const found: ReadResult[] = [];
    for (let round = 0; round < effort.rounds; round++)
      found.push(await askFresh<ReadOrder, ReadResult>('bench-read', { solvers: file }));
    return found;
  });
  const count = corpus.solvers.length;
  const yard = results.map((result) => result.yard);
  const row = (name: string, of: 'cold' | 'again') =>
    rateRow(
      name,
      'solvers/s',
      count,
      results.map((result) => result[of]),
      yard,
    );
  return {
    id: 'language',
    title: 'Reading solvers',
    notes: [`A file of ${count} solvers, in a process of its own each time.`],
    rows: [row('a file of solvers, cold', 'cold'), row('the same file again', 'again')],
  };
}
