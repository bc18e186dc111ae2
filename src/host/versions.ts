/** Versions of the page: keeping this one for when the network is gone, and learning of a newer one. */

/** Milliseconds between two looks for a new version by a tab that stays open. */
const LOOK_EVERY = 3_600_000;

/**
 * Registers the service worker, which fetches all of the page in the background. `onnew` is told of each new version
 * that waits, or that another tab has taken; calling what it is given loads this tab anew with it. Without a service
 * worker (an old browser, a private window, the dev server) the page works as before.
 */
export async function keepOffline(onnew: (take: () => void) => void): Promise<void> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  const { Workbox } = await import('workbox-window');
  const worker = new Workbox('./sw.js');
  let asked = false;
  worker.addEventListener('waiting', ({ sw }) =>
    onnew(() => {
      asked = true;
      if (sw?.state === 'installed') worker.messageSkipWaiting();
      else location.reload(); // it has taken over since
    }),
  );
  worker.addEventListener('controlling', ({ isUpdate, isExternal }) => {
    if (asked) location.reload();
    else if (isUpdate || isExternal) onnew(() => location.reload());
  });
  if (!(await worker.register({ immediate: true }))) return;
  let looked = Date.now();
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible' || Date.now() - looked < LOOK_EVERY) return;
    looked = Date.now();
    worker.update().catch(() => undefined); // the network is away: next time
  });
}

/** What Vite tells the window where a part of the page could not be loaded; the page's scripts for workers are such parts. */
export const PART_MISSING = 'vite:preloadError';

/** Tells the window where a worker's script could not be loaded: its error has no message then. Whether it was that. */
export function tellIfMissing(event: ErrorEvent): boolean {
  if (event.message) return false;
  window.dispatchEvent(new Event(PART_MISSING));
  return true;
}

/** The script that the page began with; its name is made of what it holds. */
export function entryOf(page: Document): string | null {
  return page.querySelector('script[type="module"][src]')?.getAttribute('src') ?? null;
}

/** Whether the place that the page came from has another version by now; false where it cannot be asked. */
export async function replaced(entry: string | null): Promise<boolean> {
  try {
    const response = await fetch('./', { cache: 'no-store' });
    return response.ok && entry !== null && !(await response.text()).includes(entry);
  } catch {
    return false;
  }
}
