/**
 * Scores in the tab's own thread what takes less than a frame. A browser holds back what a worker answers after a key
 * until the frame that shows the key; what is computed here is in that very frame. All else is the worker's.
 */
import { pairsOf, type AskedTask, type GridRows } from '../core/task/task.ts';
import type { Inspection, InspectRequest } from '../protocol/inspection.ts';

export type Inspect = (request: InspectRequest) => Inspection;

/** Steps of all pairs together: a few milliseconds; one of 400 published solvers needs more on its own task. */
export const NEAR_FUEL = 500_000;
/** UTF-16 units of a text that is read within a millisecond or two. */
const MOST_TEXT = 6000;
/** Cells of all grids, to be handed over, compared and drawn: more than any task of the public sets has. */
export const NEAR_CELLS = 10_000;

export class Near {
  private ask: Inspect | null = null;
  /** What was inspected last takes longer than there is time for here. */
  private costly = false;

  /** From now on this is asked; it is called once, since code is slow the first time. */
  begin(ask: Inspect): void {
    this.ask = ask;
    this.inspect(WARMING);
  }

  /** The answer, equal to a worker's; null where a worker had better be asked. */
  inspect(request: InspectRequest): Inspection | null {
    const { task, fuel } = request;
    if (this.ask === null || this.costly || request.source.length > MOST_TEXT) return null;
    if (cellsOf(task) > NEAR_CELLS) return null;
    const share = Math.min(fuel, Math.floor(NEAR_FUEL / pairsOf(task).length));
    try {
      const answer = this.ask({ ...request, fuel: share });
      if (share < fuel && answer.result?.pairs.some(({ end }) => end === 'fuel') === true) this.costly = true;
      return this.costly ? null : answer;
    } catch {
      this.ask = null; // a worker that breaks down is replaced; this thread has to last
      return null;
    }
  }

  /** What a worker answered tells whether the next text may be inspected here. */
  learn({ result }: Inspection): void {
    if (result === null) return;
    const fuel = result.pairs.reduce((sum, pair) => sum + pair.fuel, 0);
    this.costly = fuel > NEAR_FUEL;
  }
}

const cellsOf = (task: AskedTask): number =>
  pairsOf(task).reduce((sum, { input, output }) => sum + sizeOf(input) + (output ? sizeOf(output) : 0), 0);

const sizeOf = (rows: GridRows): number => rows.length * rows[0].length;

const PAIR = { input: [[1, 2]], output: [[2, 1]] };
const WARMING: InspectRequest = {
  source: 'def solve(I):\n    O = vmirror(I)\n    return O\n',
  solver: null,
  task: { train: [PAIR], test: [PAIR] },
  fuel: 1000,
};
