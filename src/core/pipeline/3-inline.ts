/** Stage 3: every variable replaced by its expression. What grows beyond bounds when shared values are spelled out goes. */
import type { Program } from '../lang/program.ts';

/** Calls and names of a candidate written as one expression; the longest published solver has about 3,000. */
const MAX_INLINED = 20_000;

/** Length of the program as one expression, in names; Infinity beyond any use. */
export function inlinedLength({ nodes }: Program): number {
  const lengths = new Float64Array(nodes.length);
  nodes.forEach(({ args }, i) => {
    let length = 1;
    for (const arg of args) length += lengths[arg];
    lengths[i] = length;
  });
  return lengths[nodes.length - 1];
}

/** Why the program cannot stand as one expression, or null. */
export function inlineFault(program: Program): string | null {
  const length = inlinedLength(program);
  return length > MAX_INLINED ? `as one expression it would have more than ${MAX_INLINED} names` : null;
}
