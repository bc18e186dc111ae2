/**
 * Deadlines that a sleep does not use up. Where the machine slept or the browser froze the page, the workers stood still
 * as well, but the clock went on: the first timer after it comes at once. So a deadline is waited for in parts, a part
 * counts no more than itself however late it comes, and where the last one came late, one more is waited for.
 */

const PARTS = 4;
/** A timer of a page at work comes sooner than so many milliseconds after its time. */
const LATE_MS = 1000;

/** Calls `passed` after so many milliseconds; gives what calls that off. */
export function onDeadline(
  ms: number,
  passed: () => void,
  now: () => number = () => performance.now(),
): () => void {
  const part = ms / PARTS;
  let left = PARTS;
  let spared = false;
  let timer: ReturnType<typeof setTimeout>;
  const wait = (): void => {
    const began = now();
    timer = setTimeout(() => {
      const late = now() - began > part + LATE_MS;
      left--;
      if (left === 0 && late && !spared) {
        spared = true;
        left = 1;
      }
      if (left > 0) wait();
      else passed();
    }, part);
  };
  wait();
  return () => clearTimeout(timer);
}
