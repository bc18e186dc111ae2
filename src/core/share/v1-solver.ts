/**
 * The solver of a link of version 1. A source in the plain layout (one function, one space here and there, no comments)
 * is its tree in prefix order, a byte a token; any other source is its text. Either way it comes back to the letter.
 *
 * Form: 0 text. 1 + bits for a tree: 2 the variables have names of their own, 4 the result is no `O = …` of its own,
 * 8 there is no line feed at the end, 16 the name of the function is the id of the task.
 */
import { readText } from '../lang/read-text.ts';
import type { Solver } from '../lang/syntax.ts';
import { ByteReader, ByteWriter } from './bytes.ts';
import { MAX_LINK_SOURCE } from './content.ts';
import { damaged, tooLong, TreeReader, TreeWriter } from './v1-tree.ts';

const TREE = 1;
const OWN_NAMES = 2;
const DIRECT = 4;
const NO_FEED = 8;
const TASK_NAME = 16;

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
  const { items, solvers } = readText(source).module;
  if (items.length !== 1 || solvers.length !== 1 || solvers[0].broken || solvers[0].name === '') return null;
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

function readTree(input: ByteReader, form: number, taskId: string): string {
  if ((form & TREE) === 0 || form >= 2 * TASK_NAME) return damaged();
  const isDirect = (form & DIRECT) !== 0;
  const name = (form & TASK_NAME) !== 0 ? taskId : input.name();
  const count = input.count();
  if (count > input.left) damaged();
  const names: string[] = [];
  for (let i = 0; i <= count; i++)
    names.push((form & OWN_NAMES) !== 0 ? input.text() : plainName(i, count, isDirect));
  const reader = new TreeReader(input, names);
  const lines = [`def solve_${name}(${names[0]}):`];
  for (let i = 1; i <= count; i++) lines.push(`    ${names[i]} = ${reader.line(i)}`);
  lines.push(`    return ${isDirect ? reader.line(count + 1) : names[count]}`);
  return lines.join('\n') + ((form & NO_FEED) === 0 ? '\n' : '');
}
