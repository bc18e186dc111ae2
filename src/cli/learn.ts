/**
 * `npm run learn`: solves training tasks from nothing, counts of which macros the right answers are made, and writes
 * that down for the search. Every fifth task is not looked at.
 */
import { writeFileSync } from 'node:fs';
import type { Arena } from '../core/engine/arena.ts';
import { TRACKS } from '../core/pipeline/joined.ts';
import { LEARNED, type Uses } from '../core/search/learned.ts';
import { Track, type Find } from '../core/search/track.ts';
import { elected } from '../core/search/votes.ts';
import { blind, type Task } from '../core/task/task.ts';
import { arenaOf } from '../../workers/arena.ts';
import { compiledBeside } from './arena.ts';
import { readOptions, wholeNumber } from './options.ts';
import { readTasks } from './files.ts';

const HELP = `npm run learn -- --tasks training.json [--fuel N] [--halves]

Writes src/core/search/learned.json: how often each macro was part of a right answer. Takes a quarter of an hour for 400
tasks with the default of 100000000 steps a track. With --halves it writes nothing, but solves one half of the tasks
without what it knows and with what the other half taught, to show what that is worth.
`;
const FILE = 'src/core/search/learned.json';
const KEPT_OUT = 5;

const right = (task: Task, { outputs }: Find): boolean =>
  task.test.every(({ output }, i) => JSON.stringify(output) === JSON.stringify(outputs[i]));

/** All answers of all tracks, the most trusted first. */
function answersTo(arenas: readonly Arena[], task: Task, fuel: number, uses: Uses): Find[] {
  return elected(
    arenas.flatMap((arena, number) => {
      const track = new Track(arena, blind(task), number, { uses });
      for (const _ of track.slices()) if (track.fuel >= fuel) break;
      return track.answers;
    }),
  );
}

/** How many tasks are solved with two attempts, and of which macros the best right answers are made. */
function solve(tasks: readonly Task[], fuel: number, uses: Uses): { solved: number; uses: Uses } {
  const module = compiledBeside(import.meta.url);
  const arenas = Array.from({ length: TRACKS }, () => arenaOf(module));
  const counts = new Map<string, number>();
  let solved = 0;
  for (const [i, task] of tasks.entries()) {
    const answers = answersTo(arenas, task, fuel, uses);
    if (answers.slice(0, 2).some((answer) => right(task, answer))) solved++;
    const best = answers.find((answer) => right(task, answer));
    for (const macro of best?.macros ?? []) counts.set(macro, (counts.get(macro) ?? 0) + 1);
    process.stderr.write(`\r${i + 1} of ${tasks.length}, ${solved} solved `);
  }
  process.stderr.write('\n');
  const ordered = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return { solved, uses: Object.fromEntries(ordered) };
}

function learn(words: readonly string[]): void {
  if (words.includes('--help')) return void process.stdout.write(HELP);
  const options = readOptions(words, { values: ['tasks', 'fuel'], flags: ['halves'] });
  const fuel = wholeNumber('fuel', options.fuel, 1, 100_000_000);
  const all = readTasks(options);
  const ids = [...all.keys()].sort().filter((_, i) => i % KEPT_OUT !== KEPT_OUT - 1);
  const tasks = ids.map((id) => all.get(id) as Task);
  if (options.halves) return compareHalves(tasks, fuel);
  const { uses } = solve(tasks, fuel, LEARNED);
  writeFileSync(FILE, `${JSON.stringify({ version: 1, uses }, null, 2)}\n`);
}

function compareHalves(tasks: readonly Task[], fuel: number): void {
  const half = tasks.filter((_, i) => i % 2 === 0);
  const other = tasks.filter((_, i) => i % 2 === 1);
  const taught = solve(half, fuel, {});
  const without = solve(other, fuel, {});
  const withIt = solve(other, fuel, taught.uses);
  process.stdout.write(`Of ${other.length} tasks: ${without.solved} without, ${withIt.solved} with it\n`);
}

learn(process.argv.slice(2));
