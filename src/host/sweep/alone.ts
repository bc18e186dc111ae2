/** Only one tab sweeps at a time: two would do the same tasks. */

const NAME = 'batt-sweep';

/** Milliseconds that a claim waits: a tab that has just been closed is held to be there for some tenths of a second more. */
const PATIENCE = 1500;

/** What ends the claim, or null where another tab has it. Where the browser has no locks, every tab may. */
export function claimSweep(
  locks: LockManager | undefined = navigator.locks,
  patience = PATIENCE,
): Promise<(() => void) | null> {
  if (locks === undefined) return Promise.resolve(() => {});
  const signal = AbortSignal.timeout(patience);
  return new Promise((resolve) => {
    const held = locks.request(NAME, { signal }, () => new Promise<void>((release) => resolve(release)));
    held.catch(() => resolve(signal.aborted ? null : () => {}));
  });
}
