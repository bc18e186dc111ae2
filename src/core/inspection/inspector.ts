/** The inspector: reads one solver text, runs it on every pair and tells all that there is to tell. */
import type { Arena } from '../engine/arena.ts';
import { Evaluation } from '../engine/evaluation.ts';
import { Reader } from '../engine/reader.ts';
import { decodeProgram } from '../lang/program-code.ts';
import { ANY } from '../lang/types.ts';
import type { GridRows } from '../task/task.ts';
import { DEFAULT_CAP } from '../values/ends.ts';
import { editing } from './editing.ts';
import { filmingOf } from './film.ts';
import { cornerOf, draw } from './drawing.ts';
import { inspectOf } from './inspect.ts';
import { lineFinderOf } from './line.ts';
import type { Picture } from './picture.ts';
import { printed } from './printed.ts';
import { readFile } from './read-file.ts';
import { sharing } from './sharing.ts';
import type { InspectorApi, OutputsRequest, Printed, PrintRequest } from './types.ts';

/** An inspector that computes in the arena. */
export function inspectorOf(arena: Arena): InspectorApi {
  const evaluation = new Evaluation(arena);
  const reader = new Reader(arena);
  return {
    inspect: inspectOf(arena),
    outputs: (request) => outputs(evaluation, reader, request),
    pictures: (request) => pictures(evaluation, reader, request),
    print,
    readFile,
    ...editing,
    ...sharing,
    ...filmingOf(arena),
    ...lineFinderOf(arena),
  };
}

function print({ code, name }: PrintRequest): Printed {
  return printed(decodeProgram(code), name);
}

/** The output of each program on one input, null where it gives no grid of colours. All share one graph. */
function outputs(
  evaluation: Evaluation,
  reader: Reader,
  { programs, input, fuel }: OutputsRequest,
): (GridRows | null)[] {
  evaluation.load(programs.map(decodeProgram), { fuel, cap: DEFAULT_CAP });
  evaluation.begin(input);
  return programs.map((_, number) => {
    const output = reader.colourGrid(evaluation.run(number).value);
    const corner = output === null ? null : cornerOf(output);
    evaluation.end(number);
    return corner;
  });
}

/** Cells that the pictures of one program may have. */
const PICTURE_CELLS = 2000;

/** As `outputs`, whatever kind of value it is. */
function pictures(
  evaluation: Evaluation,
  reader: Reader,
  { programs, input, fuel }: OutputsRequest,
): (Picture | null)[] {
  evaluation.load(programs.map(decodeProgram), { fuel, cap: DEFAULT_CAP });
  evaluation.begin(input);
  return programs.map((_, number) => {
    const { value } = evaluation.run(number);
    const picture = value === 0 ? null : draw(reader, value, ANY, { cells: PICTURE_CELLS });
    evaluation.end(number);
    return picture;
  });
}
