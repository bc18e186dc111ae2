/**
 * Many programs as one directed acyclic graph: equal operations on equal arguments are one node (hash-consing),
 * so a subexpression that thirty candidates share is computed once per pair.
 */
import { INPUT, type Op, type Program } from '../lang/program.ts';

/** Index of a node of a Graph; arguments have smaller ids than their users. */
export type NodeId = number & { readonly __node: unique symbol };

const NONE = -1;

/** Flat storage that grows by doubling. */
function grown(array: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(Math.max(length, array.length * 2));
  larger.set(array);
  return larger;
}

export class Graph {
  /** Nodes so far. */
  size = 0;
  /** Op of each node. */
  private ops = new Int32Array(128);
  /** Where the arguments of each node start in `args`; they end where those of the next one start. */
  private starts = new Int32Array(129);
  private args = new Int32Array(256);
  /** 1 where the value of a node depends on the input grid, by node. */
  private inputBound = new Uint8Array(128);
  /** Open addressing: node ids at the place of their hash, NONE where free. At most half full. */
  private table = new Int32Array(256).fill(NONE);

  opOf(node: NodeId): Op {
    return this.ops[node];
  }

  argCount(node: NodeId): number {
    return this.starts[node + 1] - this.starts[node];
  }

  arg(node: NodeId, position: number): NodeId {
    return this.args[this.starts[node] + position] as NodeId;
  }

  dependsOnInput(node: NodeId): boolean {
    return this.inputBound[node] === 1;
  }

  /** The nodes of `program` in its own order; the last one is its result. */
  add(program: Program): Int32Array {
    const ids = new Int32Array(program.nodes.length);
    program.nodes.forEach((node, i) => (ids[i] = this.intern(node.op, node.args, ids)));
    return ids;
  }

  /** The node for `op` on the nodes that `local` maps the arguments to: an old one if there is one. */
  private intern(op: Op, args: readonly number[], local: Int32Array): NodeId {
    let hash = Math.imul(op + 1, 0x9e3779b1);
    for (const arg of args) hash = Math.imul((hash ^ local[arg]) + 0x7f4a7c15, 0x85ebca6b) ^ (hash >>> 15);
    const mask = this.table.length - 1;
    let place = (hash ^ (hash >>> 13)) & mask;
    while (this.table[place] !== NONE) {
      if (this.is(this.table[place], op, args, local)) return this.table[place] as NodeId;
      place = (place + 1) & mask;
    }
    this.table[place] = this.size;
    const node = this.append(op, args, local);
    if (this.size * 2 > this.table.length) this.rehash();
    return node;
  }

  private is(node: number, op: Op, args: readonly number[], local: Int32Array): boolean {
    if (this.ops[node] !== op) return false;
    const start = this.starts[node];
    if (this.starts[node + 1] - start !== args.length) return false;
    for (let i = 0; i < args.length; i++) if (this.args[start + i] !== local[args[i]]) return false;
    return true;
  }

  private append(op: Op, args: readonly number[], local: Int32Array): NodeId {
    const node = this.size++;
    if (node >= this.ops.length) this.grow();
    let end = this.starts[node];
    if (end + args.length > this.args.length) this.args = grown(this.args, end + args.length);
    let bound = op === INPUT ? 1 : 0;
    for (const arg of args) {
      this.args[end++] = local[arg];
      bound |= this.inputBound[local[arg]];
    }
    this.ops[node] = op;
    this.starts[node + 1] = end;
    this.inputBound[node] = bound;
    return node as NodeId;
  }

  private grow(): void {
    this.ops = grown(this.ops, this.size);
    this.starts = grown(this.starts, this.ops.length + 1);
    const bound = new Uint8Array(this.ops.length);
    bound.set(this.inputBound);
    this.inputBound = bound;
  }

  private rehash(): void {
    const table = new Int32Array(this.table.length * 2).fill(NONE);
    const mask = table.length - 1;
    for (let node = 0; node < this.size; node++) {
      let hash = Math.imul(this.ops[node] + 1, 0x9e3779b1);
      for (let i = this.starts[node]; i < this.starts[node + 1]; i++)
        hash = Math.imul((hash ^ this.args[i]) + 0x7f4a7c15, 0x85ebca6b) ^ (hash >>> 15);
      let place = (hash ^ (hash >>> 13)) & mask;
      while (table[place] !== NONE) place = (place + 1) & mask;
      table[place] = node;
    }
    this.table = table;
  }

  /** Throws where an invariant does not hold; for tests. */
  checkInvariants(): void {
    const seen = new Set<string>();
    for (let node = 0; node < this.size; node++) {
      const args = Array.from(this.args.subarray(this.starts[node], this.starts[node + 1]));
      if (args.some((arg) => arg >= node)) throw new Error(`node ${node} uses a later one`);
      const key = `${this.ops[node]}(${args.join()})`;
      if (seen.has(key)) throw new Error(`node ${node} repeats ${key}`);
      seen.add(key);
      const bound = this.ops[node] === INPUT || args.some((arg) => this.inputBound[arg] === 1);
      if (bound !== (this.inputBound[node] === 1)) throw new Error(`node ${node} has a wrong input bound`);
    }
  }
}
