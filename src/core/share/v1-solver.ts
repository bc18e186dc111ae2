/**
 * The solver of a link of version 1. A source in the plain layout (one function, one space here and there, no comments)
 * is its tree in prefix order, a byte a token; any other source is its text. Either way it comes back to the letter.
 *
 * Form: 0 text. 1 + bits for a tree: 2 the variables have names of their own, 4 the result is no `O = …` of its own,
 * 8 there is no line feed at the end, 16 the name of the function is the id of the task.
 */
import { parse } from '../lang/1-parse.ts';
import type { Expression, Solver } from '../lang/syntax.ts';
import { ByteReader, ByteWriter } from './bytes.ts';
import { MAX_LINK_SOURCE, refuseLink } from './content.ts';
import { V1_CONSTANTS, V1_PRIMITIVES } from './v1-words.ts';

const TREE = 1;
const OWN_NAMES = 2;
const DIRECT = 4;
const NO_FEED = 8;
const TASK_NAME = 16;

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

export function writeSolver(out: ByteWriter, source: string, taskId: string): void {
  const tree = treeOf(source, taskId);
  if (tree !== null) {
    out.raw(tree);
    return;
  }
  out.byte(0);
  out.text(source);
}

export function readSolver(input: ByteReader, taskId: string): string {
  const form = input.byte();
  const source = form === 0 ? input.text() : readTree(input, form, taskId);
  if (source.length > MAX_LINK_SOURCE) tooLong();
  return source;
}

/** The bytes of a source in plain layout, null for any other. */
function treeOf(source: string, taskId: string): Uint8Array | null {
  const { items, solvers } = parse(source);
  if (items.length !== 1 || solvers.length !== 1 || solvers[0].broken) return null;
  const out = new ByteWriter();
  if (!writeTree(out, solvers[0], source, taskId)) return null;
  const bytes = out.done();
  const reader = new ByteReader(bytes);
  return readTree(reader, reader.byte(), taskId) === source ? bytes : null;
}

function writeTree(out: ByteWriter, solver: Solver, source: string, taskId: string): boolean {
  const { name, param, lines, result } = solver;
  const targets = lines.map(({ target }) => target);
  const isDirect = !(result.kind === 'name' && lines.length > 0 && result.name === targets.at(-1));
  const names = [param, ...targets];
  const hasOwn = names.some((own, i) => own !== plainName(i, lines.length, isDirect));
  const isTask = name === taskId;
  const feed = source.endsWith('\n') ? 0 : NO_FEED;
  out.byte(TREE | (hasOwn ? OWN_NAMES : 0) | (isDirect ? DIRECT : 0) | feed | (isTask ? TASK_NAME : 0));
  if (!isTask) out.name(name);
  out.count(lines.length);
  if (hasOwn) names.forEach((own) => out.text(own));
  const writer = new TreeWriter(out, param);
  for (const { target, value } of lines) {
    if (!writer.head(value)) return false;
    writer.define(target);
  }
  return !isDirect || writer.head(result);
}

/** Name `i` (0: the parameter) of a solver of so many lines whose names are the usual ones. */
function plainName(i: number, lines: number, isDirect: boolean): string {
  if (i === 0) return 'I';
  return i === lines && !isDirect ? 'O' : `x${i}`;
}

class TreeWriter {
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
    const named = callee.kind === 'name' && !this.places.has(callee.name) ? PRIMITIVE_TOKENS.get(callee.name) : undefined;
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

function readTree(input: ByteReader, form: number, taskId: string): string {
  if ((form & TREE) === 0 || form >= 2 * TASK_NAME) return damaged();
  const isDirect = (form & DIRECT) !== 0;
  const name = (form & TASK_NAME) !== 0 ? taskId : input.name();
  const count = input.count();
  if (count > input.left) damaged();
  const names: string[] = [];
  for (let i = 0; i <= count; i++) names.push((form & OWN_NAMES) !== 0 ? input.text() : plainName(i, count, isDirect));
  const reader = new TreeReader(input, names);
  const lines = [`def solve_${name}(${names[0]}):`];
  for (let i = 1; i <= count; i++) lines.push(`    ${names[i]} = ${reader.line(i)}`);
  lines.push(`    return ${isDirect ? reader.line(count + 1) : names[count]}`);
  return lines.join('\n') + ((form & NO_FEED) === 0 ? '\n' : '');
}

class TreeReader {
  private readonly input: ByteReader;
  private readonly names: readonly string[];
  private line_ = 0;
  /** Characters so far: names may be long and tokens many. */
  private length = 0;

  constructor(input: ByteReader, names: readonly string[]) {
    this.input = input;
    this.names = names;
    for (const name of names) this.take(name);
  }

  /** The expression of line `line`, the first of which is 1. */
  line(line: number): string {
    this.line_ = line;
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
    const place = this.line_ - back;
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

function tooLong(): never {
  return refuseLink('too-large', 'solver', `The solver is over ${MAX_LINK_SOURCE} characters long: send it as a file.`);
}

function damaged(): never {
  return refuseLink('damaged', 'solver', 'The link is damaged: the solver in it makes no sense.');
}
