/** The results of a sweep in counts. */
import { standingOf, type Standing, type TaskResult } from './sweep-record.ts';

export interface SweepSummary extends Readonly<Record<Standing, number>> {
  /** Tasks of the sweep, and those that have a result. */
  readonly tasks: number;
  readonly done: number;
  /** Test pairs whose answer is known, and those that the best candidates have right. */
  readonly testKnown: number;
  readonly testRight: number;
  readonly candidates: number;
  /** Working time over all tasks; several are at work at the same time. */
  readonly seconds: number;
}

export function summaryOf(results: Iterable<TaskResult>, tasks: number): SweepSummary {
  const standing: Record<Standing, number> = { solved: 0, partly: 0, unsolved: 0, error: 0 };
  let [done, testKnown, testRight, candidates, seconds] = [0, 0, 0, 0, 0];
  for (const result of results) {
    standing[standingOf(result)]++;
    done++;
    testKnown += result.test.filter((match) => match !== null).length;
    testRight += result.test.filter((match) => match === true).length;
    candidates += result.candidates;
    seconds += result.seconds;
  }
  return {
    tasks,
    done,
    ...standing,
    testKnown,
    testRight,
    candidates,
    seconds: Number(seconds.toFixed(3)),
  };
}
