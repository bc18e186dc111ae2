/**
 * The evaluation context: programs as one graph in the arena, run on one input after the other. It is owned by its
 * caller, as the arena is, which may serve several contexts by turns: each finds out whether the graph is its own.
 */
import type { Program } from '../lang/program.ts';
import type { GridRows } from '../task/task.ts';
import { DEFAULT_LIMITS, type Limits } from '../values/ends.ts';
import type { Value } from '../values/value.ts';
import type { Arena, Handle } from './arena.ts';
import { failureOf, type Failure } from './failure.ts';
import { ProgramWriter } from './program-writer.ts';

/** Bytes that the nodes of one program may take on one input, as if it ran alone. */
export const MOST_BYTES = 256 << 20;

/** How a program ended on an input, and the node that decided. */
export interface Ending {
  /** 0 where there is none; it is there until the program is ended. */
  readonly value: Handle;
  /** Why there is no value. */
  readonly failure: Failure | null;
  /** Index in the program of the node that gave the value or the failure. */
  readonly at: number;
  /** Steps of the program's own nodes, as if nothing had been shared with other programs. */
  readonly fuel: number;
}

/** Asked where canonical order alone decides between `tied` (two or more, first = default); returns an index. */
export type TieWatch = (tied: readonly Handle[]) => number;

export class Evaluation {
  readonly arena: Arena;
  /** Told of ties while it is set; a choice then replaces the first in canonical order. */
  watch: TieWatch | null = null;
  private readonly writer: ProgramWriter;
  private programs: readonly Program[] = [];
  /** The number of the graph that the programs are in. */
  private graph = -1;
  private limits = DEFAULT_LIMITS;

  constructor(arena: Arena) {
    this.arena = arena;
    this.writer = new ProgramWriter(arena);
  }

  /** Does some work with a watch. Whoever computes in the same arena afterwards is asked about no tie any longer. */
  watched<T>(watch: TieWatch, work: () => T): T {
    this.watch = watch;
    try {
      return work();
    } finally {
      this.watch = null;
      this.arena.exports.setWatching(0);
      this.arena.choose = () => 0;
    }
  }

  /** Makes these programs the graph. Where they are it already, as the same list, that takes no time. */
  load(programs: readonly Program[], limits: Limits = DEFAULT_LIMITS): void {
    const { exports: core } = this.arena;
    this.limits = limits;
    if (programs === this.programs && this.graph === core.graphs.value) return;
    core.beginGraph();
    this.graph = core.graphs.value;
    this.programs = programs;
    for (const program of programs) this.writer.add(program);
  }

  /** Sets the input of the programs, and forgets the values that they had. */
  begin(input: GridRows): void {
    this.beginWith(() => this.arena.putRows(input));
  }

  /** As `begin`; `put` puts the input, and whatever is wanted beside it, into the arena. */
  beginWith(put: () => Handle): void {
    const { arena, limits, watch } = this;
    const { exports: core } = arena;
    core.setLimits(limits.fuel, MOST_BYTES);
    core.setCap(BigInt(limits.cap));
    core.setWatching(watch === null ? 0 : 1);
    arena.choose = watch ?? (() => 0);
    core.beginInput();
    core.setInput(put());
  }

  /** Runs program number `program` on the input. Its values are there until `end` of it. */
  run(program: number): Ending {
    const { exports: core } = this.arena;
    let at = 0;
    this.persist(() => (at = core.runProgram(program)));
    return this.ending(at);
  }

  /** Calls into the core until nothing fails any more: what failed is noted, and not done again. */
  persist(call: () => void): void {
    const { arena } = this;
    for (;;) {
      try {
        call();
        return;
      } catch (thrown) {
        const reason = arena.reasonOf(thrown);
        if (arena.exports.noteFailure(reason, arena.raised.a, arena.raised.b) === 0) throw thrown;
      }
    }
  }

  private ending(at: number): Ending {
    const { exports: core } = this.arena;
    const reason = core.resultReason.value;
    return {
      value: core.result.value,
      failure:
        reason === 0
          ? null
          : failureOf(
              this.arena,
              reason,
              core.resultAtWork.value,
              core.resultA.value,
              core.resultB.value,
              this.limits.cap,
            ),
      at,
      fuel: core.usedFuel.value,
    };
  }

  /** The value of node `at` of a program that was run and not ended; 0 where it has none. */
  valueAt(program: number, at: number): Handle {
    return this.arena.exports.valueAt(program, at);
  }

  /** Copies a value out of the arena. */
  read(handle: Handle): Value {
    return this.arena.get(handle);
  }

  /** Gives up what only this program, of those that are not ended, has. */
  end(program: number): void {
    this.arena.exports.endProgram(program);
  }
}
