/** Running single programs on grids in the arena. */
import { INPUT, APPLY, meaningOf, type Program } from '../lang/program.ts';
import type { GridRows } from '../task/task.ts';
import type { Arena, Handle } from './arena.ts';
import { codeOf } from './codes.ts';

const OP = { input: 0, apply: 1, leaf: 2, call: 3 } as const;
const KIND_GRID = 6;

/** Writes programs as the arena's graph reads them. */
export class ProgramWriter {
  private readonly arena: Arena;
  private readonly leaves = new Map<number, Handle>();

  constructor(arena: Arena) {
    this.arena = arena;
  }

  /** Adds a program to the graph; gives its number. */
  add({ nodes }: Program): number {
    const words: number[] = [];
    for (const { op, args } of nodes) {
      const meaning = meaningOf(op);
      if (op === INPUT) words.push(OP.input, 0);
      else if (op === APPLY) words.push(OP.apply, args.length, ...args);
      else if (meaning.kind === 'call')
        words.push(OP.call + codeOf(meaning.primitive.name), args.length, ...args);
      else words.push(OP.leaf, 1, this.leaf(op));
    }
    const { exports: core } = this.arena;
    const room = core.scratchWords(words.length);
    this.arena.ints().set(words, room >> 2);
    return core.addProgram(room, nodes.length);
  }

  /** A constant or a primitive as a value: they live as long as the instance. */
  private leaf(op: number): Handle {
    const known = this.leaves.get(op);
    if (known !== undefined) return known;
    const meaning = meaningOf(op);
    let handle: Handle = 0;
    if (meaning.kind === 'constant') handle = this.arena.put(meaning.value);
    else if (meaning.kind === 'function')
      handle = this.arena.exports.functionOf(codeOf(meaning.primitive.name));
    this.leaves.set(op, handle);
    return handle;
  }
}

export class ProgramRunner {
  private readonly arena: Arena;
  private readonly writer: ProgramWriter;

  constructor(arena: Arena) {
    this.arena = arena;
    this.writer = new ProgramWriter(arena);
  }

  /** What a program gives for each input: a grid of colours, or null. */
  outputs(program: Program, inputs: readonly GridRows[]): (GridRows | null)[] {
    const { exports: core, raised } = this.arena;
    core.beginGraph();
    core.setLimits(20_000_000, 256 << 20);
    const id = this.writer.add(program);
    return inputs.map((rows) => {
      core.beginInput();
      core.setInput(this.arena.putGrid(rows.length, rows[0].length, rows.flat()));
      for (;;) {
        try {
          core.runProgram(id);
          break;
        } catch (thrown) {
          if (thrown !== raised) throw thrown;
          core.noteFailure(raised.reason, raised.a, raised.b);
        }
      }
      return this.grid(core.result.value);
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
