/** A program as people read it: in steps, and as one expression. */
import { describe } from '../lang/describe.ts';
import { printLine, printSteps } from '../lang/print.ts';
import type { Program } from '../lang/program.ts';
import { inlinedLength } from '../pipeline/3-inline.ts';
import type { Printed } from './types.ts';

/** Names in a solver that is still shown as one expression. */
const LINE_NAMES = 2000;

export function printed(program: Program, name: string): Printed {
  return {
    words: describe(program),
    steps: printSteps(program, name),
    line: inlinedLength(program) <= LINE_NAMES ? printLine(program) : null,
  };
}
