/** The nodes of a program as it is put together; each method gives the number of a node. */
import { canonicalise } from '../lang/3-canonical.ts';
import { INPUT, opOfCall, opOfConstant, opOfFunction, type Node, type Program } from '../lang/program.ts';
import type { MacroBody } from './macro.ts';

export class Nodes {
  private readonly nodes: Node[] = [];

  /** A macro with nodes in its holes. */
  body(body: MacroBody, holes: readonly number[]): number {
    const placed: number[] = [];
    for (const node of body) {
      if (node.kind === 'hole') placed.push(holes[node.hole]);
      else if (node.kind === 'name') placed.push(this.name(node.name));
      else placed.push(this.call(node.name, ...node.args.map((arg) => placed[arg])));
    }
    return placed[placed.length - 1];
  }

  name(name: string): number {
    if (name === 'I') return this.nodes.push({ op: INPUT, args: [] }) - 1;
    const op = opOfConstant(name) ?? opOfFunction(name);
    if (op === undefined) throw new Error(`no name ${name}`);
    return this.nodes.push({ op, args: [] }) - 1;
  }

  call(name: string, ...args: number[]): number {
    return this.nodes.push({ op: opOfCall(name)!, args }) - 1;
  }

  /** The program whose result is `node`. */
  program(node: number): Program {
    const nodes = this.nodes.slice(0, node + 1);
    return canonicalise({ nodes });
  }
}
