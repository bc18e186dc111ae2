/** The charts of a sweep: all that they need is in its results, also in those of another day. */
import type { TaskResult } from '../../host/sweep/results.ts';
import { halved, MOST_PLACES, timesAcross, type Chart } from './chart.ts';
import { duration, number, plural } from './sentences.ts';

interface Point {
  readonly ms: number;
  readonly done: number;
  readonly solved: number;
}

/** `results` in the order in which they came, of so many `tasks`. */
export function sweepCharts(results: readonly TaskResult[], tasks: number): readonly Chart[] {
  return [progressChart(results, tasks), solvedChart(results)];
}

function progressChart(results: readonly TaskResult[], tasks: number): Chart {
  let point: Point = { ms: 0, done: 0, solved: 0 };
  const all = [point];
  for (const { seconds, solved } of results) {
    point = {
      ms: point.ms + 1000 * seconds,
      done: point.done + 1,
      solved: point.solved + Number(solved),
    };
    all.push(point);
  }
  const points = thinned(all);
  return {
    title: 'Progress',
    form: 'steps',
    across: timesAcross(points.map(({ ms }) => ms)),
    up: { most: null, text: number },
    lines: [
      { name: 'Done', look: 0, values: points.map(({ done }) => done) },
      { name: 'Solved', look: 1, values: points.map(({ solved }) => solved) },
    ],
    summary: `${number(point.done)} of ${plural(tasks, 'task')} done in ${duration(point.ms)} of work, ${number(point.solved)} solved.`,
  };
}

/** How many tasks would be solved if each had so much time and no more. */
function solvedChart(results: readonly TaskResult[]): Chart {
  const times = results
    .filter(({ solved }) => solved)
    .map(({ seconds }) => 1000 * seconds)
    .sort((a, b) => a - b);
  const longest = Math.max(0, ...results.map(({ seconds }) => 1000 * seconds));
  const all = [{ ms: 0, solved: 0 }, ...times.map((ms, i) => ({ ms, solved: i + 1 }))];
  const points = thinned([...all, { ms: longest, solved: times.length }]);
  const half = times[Math.ceil(times.length / 2) - 1];
  return {
    title: 'Solved by time',
    form: 'steps',
    across: timesAcross(points.map(({ ms }) => ms)),
    up: { most: null, text: number },
    lines: [{ name: 'Solved', look: 1, values: points.map(({ solved }) => solved) }],
    summary:
      times.length === 0
        ? 'No task is solved so far.'
        : `Half of the ${plural(times.length, 'solved task')} took at most ${duration(half)} each, the longest ${duration(times[times.length - 1])}.`,
  };
}

function thinned<T>(points: readonly T[]): readonly T[] {
  return points.length > MOST_PLACES ? thinned(halved(points)) : points;
}
