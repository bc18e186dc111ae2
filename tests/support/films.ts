/** Films of small solvers, for tests. */
import { inspectorOf } from '../../src/core/inspection/inspector.ts';
import type { Film, FilmLine, FilmRequest } from '../../src/core/inspection/film-types.ts';
import type { GridRows, Task } from '../../src/core/task/task.ts';
import { newArena } from './arena.ts';

export const inspector = inspectorOf(newArena());

export const FUEL = 1_000_000;

export function grid(...rows: string[]): GridRows {
  return rows.map((row) => [...row].map(Number));
}

export const SMALL: Task = {
  train: [
    { input: grid('0000', '0110', '0003'), output: grid('0003', '0110', '0000') },
    { input: grid('200', '200'), output: grid('200', '200') },
  ],
  test: [{ input: grid('05'), output: null }],
};

export function solver(...lines: string[]): string {
  return ['def solve_a(I):', ...lines.map((line) => `    ${line}`), ''].join('\n');
}

export function filmOf(source: string, changes: Partial<FilmRequest> = {}): Film {
  const answer = inspector.film({ source, solver: null, task: SMALL, fuel: FUEL, ...changes });
  if (!answer.ok) throw new Error(answer.why);
  return structuredClone(answer.film);
}

export function line(film: Film, name: string): FilmLine {
  const found = film.lines.find((each) => each.name === name);
  if (found === undefined) throw new Error(`no line ${name}`);
  return found;
}
