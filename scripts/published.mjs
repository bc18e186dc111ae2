// Published solvers for measurements: drawn in an order that a seed decides.
import { readFileSync } from 'node:fs';

/** Numbers from 0 to below 1, the same for the same seed. */
export function chance(state) {
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The texts of the solvers of a file whose task is there. */
export function shuffledSolvers(file, tasks, random) {
  return readFileSync(file, 'utf8')
    .split(/\n(?=def )/)
    .filter((text) => /^def solve_/.test(text) && tasks[/^def solve_(\w+)/.exec(text)[1]])
    .map((text) => ({ text, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ text }) => text.trimEnd());
}
