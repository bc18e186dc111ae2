/** Running single programs on grids in the arena. */
import { rowsOf } from '../values/container.ts';
import type { Program } from '../lang/program.ts';
import type { GridRows } from '../task/task.ts';
import type { Arena, Handle } from './arena.ts';
import { Evaluation } from './evaluation.ts';
import { Reader } from './reader.ts';

export class ProgramRunner {
  private readonly reader: Reader;
  private readonly evaluation: Evaluation;

  constructor(arena: Arena) {
    this.reader = new Reader(arena);
    this.evaluation = new Evaluation(arena);
  }

  /** What a program gives for each input: a grid of colours, or null. */
  outputs(program: Program, inputs: readonly GridRows[]): (GridRows | null)[] {
    this.evaluation.load([program]);
    return inputs.map((rows) => {
      this.evaluation.begin(rows);
      return this.grid(this.evaluation.run(0).value);
    });
  }

  /** Whether the outputs would be others if, of values that canonical order alone tells apart, the last were taken. */
  restsOnOrder(
    program: Program,
    inputs: readonly GridRows[],
    outputs: readonly (GridRows | null)[],
  ): boolean {
    let ties = 0;
    const last = (tied: readonly Handle[]): number => {
      ties++;
      return tied.length - 1;
    };
    const others = this.evaluation.watched(last, () => this.outputs(program, inputs));
    return ties > 0 && JSON.stringify(others) !== JSON.stringify(outputs);
  }

  /** The rows of a grid of colours; null for any other value, and for none. */
  grid(handle: Handle): GridRows | null {
    const view = this.reader.colourGrid(handle);
    return view === null ? null : rowsOf(view);
  }
}
