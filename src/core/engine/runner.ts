/** Running single programs on grids in the arena. */
import type { Program } from '../lang/program.ts';
import type { GridRows } from '../task/task.ts';
import type { Arena, Handle } from './arena.ts';
import { Evaluation } from './evaluation.ts';

const KIND_GRID = 6;

export class ProgramRunner {
  private readonly arena: Arena;
  private readonly evaluation: Evaluation;

  constructor(arena: Arena) {
    this.arena = arena;
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

  /** The rows of a grid of colours; null for any other value, and for none. */
  grid(handle: Handle): GridRows | null {
    const ints = this.arena.ints();
    if ((handle & 7) !== 0 || handle === 0 || ints[handle >> 2] !== KIND_GRID) return null;
    const height = ints[(handle >> 2) + 2];
    const width = ints[(handle >> 2) + 3];
    const start = (handle + 24) >> 1;
    const cells = this.arena.shorts().subarray(start, start + height * width);
    if (!cells.every((cell) => cell >= 0 && cell <= 9)) return null;
    return Array.from({ length: height }, (_, row) =>
      Array.from(cells.subarray(row * width, (row + 1) * width)),
    );
  }
}
