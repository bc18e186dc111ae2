/** The programs of a batt as one graph. */
import type { Arena } from '../engine/arena.ts';
import type { ProgramWriter } from '../engine/program-writer.ts';
import { decodeProgram } from '../lang/program-code.ts';
import { APPLY, meaningOf, type Node, type Program } from '../lang/program.ts';
import type { Groups } from './film-run.ts';

export interface Joined {
  readonly nodes: readonly Node[];
  /** By candidate its nodes in order; null for what is no program. */
  readonly added: readonly (Int32Array | null)[];
  /** Each node belongs to the first candidate that has it. */
  readonly groups: Groups;
}

/** All programs as one graph, the core's. */
export function join({ exports: core }: Arena, writer: ProgramWriter, codes: readonly Int32Array[]): Joined {
  const nodes: Node[] = [];
  const first: number[] = [];
  const last: number[] = [];
  core.beginGraph();
  const added = codes.map((code, candidate) => {
    const program = readProgram(code);
    if (program === null) return null;
    const number = writer.add(program);
    const ids = Int32Array.from(program.nodes, (_, at) => core.nodeOf(number, at));
    program.nodes.forEach(({ op, args }, at) => {
      const id = ids[at];
      if (id === nodes.length) {
        nodes.push({ op, args: args.map((arg) => ids[arg]) });
        first.push(candidate);
      }
      last[id] = candidate;
    });
    return ids;
  });
  return { nodes, added, groups: { of: Int32Array.from(first), last: Int32Array.from(last) } };
}

function readProgram(code: Int32Array): Program | null {
  try {
    return decodeProgram(code);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** The call that a node makes; other calls are named by their number, b1 for 0. */
export function textOf(nodes: readonly Node[], node: number, numbers: Int32Array): string {
  const { op, args } = nodes[node];
  const given = args.map((arg) => (numbers[arg] >= 0 ? `b${numbers[arg] + 1}` : leafText(nodes[arg].op)));
  const meaning = meaningOf(op);
  if (op === APPLY) return `${given[0]}(${given.slice(1).join(', ')})`;
  return meaning.kind === 'call' ? `${meaning.primitive.name}(${given.join(', ')})` : leafText(op);
}

function leafText(op: number): string {
  const meaning = meaningOf(op);
  if (meaning.kind === 'constant') return meaning.name;
  return meaning.kind === 'function' ? meaning.primitive.name : 'I';
}
