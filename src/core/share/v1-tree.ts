/** The expressions of a solver in a link of version 1: in prefix order, a byte a token. Part of v1-solver.ts. */
import type { Expression } from '../lang/syntax.ts';
import type { ByteReader, ByteWriter } from './bytes.ts';
import { MAX_LINK_SOURCE, refuseLink } from './content.ts';
import { V1_CONSTANTS, V1_PRIMITIVES } from './v1-words.ts';

// Tokens. 0 is the parameter, 1 to 24 the variable so many lines up.
const NEAR = 24;
const CONSTANT_BASE = NEAR + 1;
/** A call of a primitive as an argument: its token and arguments follow. At the head of a line that goes without saying. */
const CALL = CONSTANT_BASE + V1_CONSTANTS.length;
/** A call of something computed: callee, number of arguments, arguments. */
const APPLY = CALL + 1;
/** A name alone at the head of a line. */
const NAME = CALL + 2;
/** A variable further up: how many lines. */
const FAR = CALL + 3;
const PRIMITIVE_BASE = CALL + 4;

const CONSTANT_TOKENS = new Map(V1_CONSTANTS.map((name, i) => [name, CONSTANT_BASE + i]));
const PRIMITIVE_TOKENS = new Map(V1_PRIMITIVES.map(([name], i) => [name, PRIMITIVE_BASE + i]));

/** Nesting beyond which a tree is neither written nor read; the language has the same bound. */
const DEPTH = 200;

export class TreeWriter {
  private readonly out: ByteWriter;
  /** 0 is the parameter, n the target of line n. */
  private readonly places = new Map<string, number>();
  private next = 1;

  constructor(out: ByteWriter, param: string) {
    this.out = out;
    this.places.set(param, 0);
  }

  define(target: string): void {
    this.places.set(target, this.next++);
  }

  /** An expression at the head of a line; false where it has no tokens. */
  head(expression: Expression): boolean {
    if (expression.kind === 'hole') return false;
    if (expression.kind === 'name') {
      this.out.byte(NAME);
      return this.argument(expression, 0);
    }
    return this.call(expression, 0, false);
  }

  private argument(expression: Expression, depth: number): boolean {
    if (expression.kind === 'hole') return false;
    if (expression.kind === 'call') return this.call(expression, depth + 1, true);
    const place = this.places.get(expression.name);
    if (place === undefined) {
      const token = CONSTANT_TOKENS.get(expression.name) ?? PRIMITIVE_TOKENS.get(expression.name);
      if (token === undefined) return false;
      this.out.byte(token);
      return true;
    }
    const back = place === 0 ? 0 : this.next - place;
    if (back > NEAR) this.out.byte(FAR);
    if (back > NEAR) this.out.count(back);
    else this.out.byte(back);
    return true;
  }

  private call(expression: Expression, depth: number, isNested: boolean): boolean {
    if (expression.kind !== 'call' || depth > DEPTH) return false;
    const { callee, args } = expression;
    if (args.some(({ keyword }) => keyword !== undefined)) return false;
    const named =
      callee.kind === 'name' && !this.places.has(callee.name) ? PRIMITIVE_TOKENS.get(callee.name) : undefined;
    if (named !== undefined && V1_PRIMITIVES[named - PRIMITIVE_BASE][1] === args.length) {
      if (isNested) this.out.byte(CALL);
      this.out.byte(named);
    } else {
      this.out.byte(APPLY);
      if (!this.argument(callee, depth)) return false;
      this.out.count(args.length);
    }
    return args.every(({ value }) => this.argument(value, depth));
  }
}

export class TreeReader {
  private readonly input: ByteReader;
  private readonly names: readonly string[];
  private row = 0;
  /** Characters so far: names may be long and tokens many. */
  private length = 0;

  constructor(input: ByteReader, names: readonly string[]) {
    this.input = input;
    this.names = names;
    for (const name of names) this.take(name);
  }

  /** The expression of line `line`, the first of which is 1. */
  line(line: number): string {
    this.row = line;
    const token = this.input.byte();
    if (token === NAME) return this.argument(this.input.byte(), 0);
    return token === APPLY ? this.apply(0) : this.call(token, 0);
  }

  private argument(token: number, depth: number): string {
    if (token === 0) return this.take(this.names[0]);
    if (token <= NEAR) return this.variable(token);
    if (token < CALL) return this.take(V1_CONSTANTS[token - CONSTANT_BASE]);
    if (token === CALL) return this.call(this.input.byte(), depth + 1);
    if (token === APPLY) return this.apply(depth + 1);
    if (token === FAR) return this.variable(this.input.count());
    return this.take(V1_PRIMITIVES[token - PRIMITIVE_BASE]?.[0] ?? damaged());
  }

  private variable(back: number): string {
    const place = this.row - back;
    return place >= 1 && back >= 1 ? this.take(this.names[place]) : damaged();
  }

  private call(token: number, depth: number): string {
    const [name, arity] = V1_PRIMITIVES[token - PRIMITIVE_BASE] ?? damaged();
    return this.take(name) + this.rest(arity, depth);
  }

  private apply(depth: number): string {
    if (depth > DEPTH) damaged();
    const callee = this.argument(this.input.byte(), depth);
    const count = this.input.count();
    return callee + (count > this.input.left ? damaged() : this.rest(count, depth));
  }

  private rest(count: number, depth: number): string {
    if (depth > DEPTH) damaged();
    const args = Array.from({ length: count }, () => this.take(this.argument(this.input.byte(), depth), 2));
    return `(${args.join(', ')})`;
  }

  /** Counts a text, or only the `extra` characters around it. */
  private take(text: string, extra?: number): string {
    this.length += extra ?? text.length;
    if (this.length > MAX_LINK_SOURCE) tooLong();
    return text;
  }
}

export function tooLong(): never {
  return refuseLink(
    'too-large',
    'solver',
    `The solver is over ${MAX_LINK_SOURCE} characters long: send it as a file.`,
  );
}

export function damaged(): never {
  return refuseLink('damaged', 'solver', 'The link is damaged: the solver in it makes no sense.');
}
