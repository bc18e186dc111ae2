/** Finding the line that gives what somebody drew, block by block; whoever asks keeps the worker for himself meanwhile. */
import type { Arena } from '../engine/arena.ts';
import { Evaluation } from '../engine/evaluation.ts';
import { Reader } from '../engine/reader.ts';
import { scorePrograms } from '../engine/score.ts';
import { compile } from '../lang/compile.ts';
import { printExpression } from '../lang/print.ts';
import { readText } from '../lang/read-text.ts';
import type { Program } from '../lang/program.ts';
import { LineSearch, type FoundLine } from '../search/line.ts';
import { openLine, type LineRead } from '../search/line-sketch.ts';
import { pairsOf, type GridRows } from '../task/task.ts';
import { decode, encode, type Encoded } from '../values/codec.ts';
import { draw } from './drawing.ts';
import type { LineAnswer, LineApi, LinePlan, ToldLine } from './line-types.ts';
import type { Picture } from './picture.ts';

/** Cells that the pictures of one expression may have together. */
const CELLS = 20_000;

interface Running {
  readonly key: string;
  readonly read: Extract<LineRead, { ok: true }>;
  readonly search: LineSearch;
  block: number;
}

export function lineFinderOf(arena: Arena): LineApi {
  const evaluation = new Evaluation(arena);
  const reader = new Reader(arena);
  let running: Running | null = null;
  return {
    findLine({ plan, block }): LineAnswer {
      if (running?.key !== plan.key || running.block !== block) {
        const read = openLine(plan.source, plan.solver, plan.line);
        if (!read.ok) return read;
        if (plan.drawn.length === 0) return { ok: false, why: 'Nothing is drawn that the line is to give.' };
        const drawn = new Map(plan.drawn.map(([pair, value]) => [pair, decoded(value)]));
        running = {
          key: plan.key,
          read,
          search: new LineSearch(arena, read.sketch, plan.task, drawn),
          block: 0,
        };
      }
      // One that comes late passes by what was done before.
      const { search, read } = running;
      let found: FoundLine[] = [];
      for (; running.block <= block; running.block++) found = search.next();
      const { tried, cost, done } = search;
      const told = found.map((each) => toldOf(evaluation, reader, read, plan, each));
      return { ok: true, tried, cost, done, found: told, span: read.span };
    },
  };
}

function toldOf(
  evaluation: Evaluation,
  reader: Reader,
  { sketch }: Running['read'],
  { task }: LinePlan,
  { expression, cost, type }: FoundLine,
): ToldLine {
  const text = printExpression(expression);
  const [hole] = sketch.holes;
  const room = { cells: CELLS };
  evaluation.load([sketch.program(hole.node, [expression])]);
  const values = pairsOf(task).map(({ input }): Picture | null => {
    evaluation.begin(input);
    const { value } = evaluation.run(0);
    const picture = value === 0 ? null : draw(reader, value, type, room);
    evaluation.end(0);
    return picture;
  });
  const train = pairsOf(task).slice(0, task.train.length);
  const table = scorePrograms(evaluation, [sketch.program(sketch.result, [expression])], train);
  const marks = train.map((_, pair) => table.match[pair] === 1);
  return { text, cost, solver: sketch.text([text]), values, marks, matched: marks.filter(Boolean).length };
}

function decoded(value: Encoded): ReturnType<typeof decode> {
  const refuse = (): never => {
    throw new RangeError('a function cannot be drawn');
  };
  return decode(value, refuse, refuse);
}

/** What a line of a solver gives on each input, undefined where it fails; null where the solver cannot be read. */
export function lineValues(
  arena: Arena,
  source: string,
  solver: string,
  line: string,
  inputs: readonly GridRows[],
): (Encoded | undefined)[] | null {
  const program = programOfLine(source, solver, line);
  if (program === null) return null;
  const evaluation = new Evaluation(arena);
  evaluation.load([program]);
  return inputs.map((input) => {
    evaluation.begin(input);
    const { value } = evaluation.run(0);
    const told = value === 0 ? undefined : encode(evaluation.read(value));
    evaluation.end(0);
    return told;
  });
}

/** The solver as if the line were what it returns. */
function programOfLine(source: string, name: string, line: string): Program | null {
  const compiled = (text: string): Program | null =>
    compile(text).solvers.findLast((each) => each.name === name)?.program ?? null;
  const span = readText(source).module.solvers.findLast((each) => each.name === name)?.result.span;
  if (line === 'return' || span === undefined) return compiled(source);
  return compiled(source.slice(0, span.from) + line + source.slice(span.to));
}
