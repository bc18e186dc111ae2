/** From states of the bank to programs of the dialect: macros expanded, common parts once. */
import { canonicalise } from '../lang/3-canonical.ts';
import { INPUT, opOfCall, opOfConstant, opOfFunction, type Node, type Program } from '../lang/program.ts';
import type { Bank, StateId } from './bank.ts';
import type { MacroBody } from './macro.ts';

/** What a macro costs that was used before. */
const AGAIN = 1;

/** Collects the nodes of a program; each method gives the number of a node. */
export class Expression {
  private readonly bank: Bank;
  private readonly nodes: Node[] = [];
  private readonly states = new Map<StateId, number>();
  private instead: ReadonlyMap<StateId, StateId>;

  /** `instead` has states that others are written for, wherever they occur. */
  constructor(bank: Bank, instead: ReadonlyMap<StateId, StateId> = new Map()) {
    this.bank = bank;
    this.instead = instead;
  }

  /** The states written so far. */
  get written(): readonly StateId[] {
    return [...this.states.keys()];
  }

  state(asked: StateId): number {
    const other = this.instead.get(asked);
    return other === undefined ? this.write(asked) : this.writeInstead(other);
  }

  /** What stands for a state may be made of it: within, nothing is changed. */
  private writeInstead(other: StateId): number {
    const { instead } = this;
    this.instead = new Map();
    const node = this.write(other);
    this.instead = instead;
    return node;
  }

  private write(id: StateId): number {
    const known = this.states.get(id);
    if (known !== undefined) return known;
    const { macro, x, y } = this.bank.derivation(id);
    const holes = [x, y].filter((state) => state >= 0).map((state) => this.state(state));
    const node = this.body(this.bank.macros[macro].body, holes);
    this.states.set(id, node);
    return node;
  }

  /**
   * What it takes to say the states written so far: the costs of their macros, each state once, and little for a macro
   * that is used again with other arguments or colours.
   */
  get length(): number {
    const said = new Set<string>();
    let length = 0;
    for (const id of this.states.keys()) {
      const { text, cost } = this.bank.macros[this.bank.derivation(id).macro];
      length += said.has(text) ? Math.min(cost, AGAIN) : cost;
      said.add(text);
    }
    return length;
  }

  /** The macros of the states written so far, each once, those first whose values others are made of. */
  get macros(): string[] {
    const texts = [...this.states.keys()].map((id) => this.bank.macros[this.bank.derivation(id).macro].text);
    return [...new Set(texts)];
  }

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
