/**
 * A sign of life. A worker that is closed, or whose process is killed, tells nobody; but the browser takes back the locks
 * that it held, whatever it was doing. So each worker holds a lock of its own and tells its name, and the tab waits for it.
 * Where there are no locks (a page without https), only the deadline of a question tells. One that ends before it has said
 * anything is given up after a while.
 */
import type { SignOfLife } from '../src/protocol/outcome.ts';

export function holdLock(): void {
  if (!('locks' in navigator)) return postMessage({ lock: null } satisfies SignOfLife);
  const lock = `batt-${crypto.randomUUID()}`;
  void navigator.locks.request(lock, () => {
    postMessage({ lock } satisfies SignOfLife);
    return new Promise(() => {}); // held until the end
  });
}
