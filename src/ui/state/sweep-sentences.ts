/** What the sweep says. */
import type { Submitted } from '../../host/submission.ts';
import type { Standing, TaskResult } from '../../host/sweep/results.ts';
import { number, percent, plural } from './sentences.ts';

export const STANDINGS: readonly (readonly [Standing, string])[] = [
  ['solved', 'Solved'],
  ['partly', 'Partly'],
  ['unsolved', 'Not solved'],
  ['error', 'Errors'],
];

/** Names of the colours that stand for them. */
export const STANDING_COLOURS = { solved: 'ok', partly: 'warn', unsolved: 'mark', error: 'bad' } as const;

export function standingText(standing: Standing): string {
  return (
    STANDINGS.find(([key]) => key === standing)?.[1].replace(/s$/, standing === 'error' ? '' : 's') ?? ''
  );
}

/** 40 s, 12 min, 3 h: of times that are guessed. */
export function roughTime(ms: number): string {
  const seconds = Math.max(1, Math.ceil(ms / 1000));
  if (seconds < 90) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? `${minutes} min` : `${(minutes / 60).toFixed(1)} h`;
}

/** What the best solver does on the test pairs: shown, never used. */
export function testText({ test, solver }: TaskResult): string {
  if (test.every((match) => match === null)) return 'test not known';
  if (solver === '') return 'test wrong';
  const right = test.filter((match) => match === true).length;
  if (right === test.length) return 'test right';
  return right === 0 ? 'test wrong' : `${right} of ${test.length} tests right`;
}

export function trainText({ matched, train, accuracy }: TaskResult): string {
  return `${matched} of ${train} · ${percent(accuracy)}`;
}

/** The calls of a solver in their order, shortly. */
export function callsText({ solver }: TaskResult): string {
  return [...solver.matchAll(/^ +\w+ = (\w+)/gm)].map(([, name]) => name).join(' · ');
}

/** Why the work ended, where that is not plain. */
export function endText({ ended, error }: TaskResult): string {
  if (error !== undefined) return error;
  return ended === 'time' ? 'time was up' : '';
}

/** What a submission holds. `open` tasks have no result so far. */
export function submissionText(
  file: string,
  { inputs, answered, twice, score }: Submitted,
  open: number,
): string {
  const counts = `${plural(inputs, 'test input')}, ${number(answered)} answered, ${number(twice)} with two different answers`;
  const right = score.known > 0 ? `; ${number(score.right)} of ${number(score.known)} right` : '';
  const rest = open > 0 ? ` ${plural(open, 'task')} not done yet.` : '';
  return `${file}: ${counts}${right}.${rest}`;
}
