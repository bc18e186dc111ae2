/** Writing programs as the arena's graph reads them (src/arena/graph.ts). */
import { APPLY, INPUT, meaningOf, OP_COUNT, type Program } from '../lang/program.ts';
import type { Arena, Handle } from './arena.ts';
import { codeOf } from './codes.ts';

/** What a node does, there: one of these, or `call` + the code of a primitive. */
const OP = { input: 0, apply: 1, leaf: 2, call: 3 } as const;

/** By op here. */
const OPS: readonly number[] = Array.from({ length: OP_COUNT }, (_, op) => {
  const meaning = meaningOf(op);
  if (meaning.kind === 'call') return OP.call + codeOf(meaning.primitive.name);
  return op === INPUT ? OP.input : op === APPLY ? OP.apply : OP.leaf;
});

export class ProgramWriter {
  private readonly arena: Arena;
  /** Constants and primitives as values, by op; they live as long as the instance. 0 while nobody asked. */
  private readonly leaves: Handle[] = new Array<Handle>(OP_COUNT).fill(0);

  constructor(arena: Arena) {
    this.arena = arena;
  }

  /** Adds a program to the graph; gives its number. */
  add({ nodes }: Program): number {
    const { exports: core } = this.arena;
    const words: number[] = [];
    for (const { op, args } of nodes) {
      words.push(OPS[op]);
      if (OPS[op] === OP.leaf) words.push(1, this.leaf(op));
      else words.push(args.length, ...args);
    }
    const room = core.scratchWords(words.length);
    this.arena.ints().set(words, room >> 2);
    return core.addProgram(room, nodes.length);
  }

  private leaf(op: number): Handle {
    let handle = this.leaves[op];
    if (handle !== 0) return handle;
    const meaning = meaningOf(op);
    // Constants are integers, booleans and vectors: in handles, whatever the active region.
    if (meaning.kind === 'constant') handle = this.arena.put(meaning.value);
    else if (meaning.kind === 'function')
      handle = this.arena.exports.functionOf(codeOf(meaning.primitive.name));
    return (this.leaves[op] = handle);
  }
}
