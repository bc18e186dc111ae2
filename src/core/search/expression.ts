/** From states of the bank to programs of the dialect: macros expanded, common parts once. */
import type { Bank, StateId } from './bank.ts';
import type { Frame } from './frames.ts';
import { Nodes } from './nodes.ts';

/** What a macro costs that was used before. */
const AGAIN = 1;

export class Expression extends Nodes {
  private readonly bank: Bank;
  private readonly frame: Frame | null;
  /** The input as it lies in the frame. */
  private framed: number | undefined;
  private readonly states = new Map<StateId, number>();
  private instead: ReadonlyMap<StateId, StateId>;

  /**
   * @param frame the one that the inputs of the bank lie in
   * @param instead states that others are written for, wherever they occur
   */
  constructor(bank: Bank, frame: Frame | null = null, instead: ReadonlyMap<StateId, StateId> = new Map()) {
    super();
    this.bank = bank;
    this.frame = frame;
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

  /** The input, as it lies in the frame. */
  override name(name: string): number {
    if (name !== 'I' || this.frame === null) return super.name(name);
    return (this.framed ??= this.turnedIn(this.frame, super.name('I')));
  }

  /** What was made in the frame, as it lies outside. */
  outside(node: number): number {
    return this.frame === null ? node : this.turnedIn(this.frame, node);
  }

  private turnedIn({ turn, condition }: Frame, node: number): number {
    const holds = this.body(condition, [super.name('I')]);
    return this.call('branch', holds, this.call(turn, node), node);
  }
}
