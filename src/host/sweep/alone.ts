/** Only one tab sweeps at a time: two would do the same tasks. */

const NAME = 'batt-sweep';

/** What ends the claim, or null where another tab has it. Where the browser has no locks, every tab may. */
export function claimSweep(locks: LockManager | undefined = navigator.locks): Promise<(() => void) | null> {
  if (locks === undefined) return Promise.resolve(() => {});
  return new Promise((resolve) => {
    const held = locks.request(NAME, { ifAvailable: true }, (lock) => {
      if (lock === null) return resolve(null);
      return new Promise<void>((release) => resolve(release));
    });
    held.catch(() => resolve(() => {}));
  });
}
