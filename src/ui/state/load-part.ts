/** Parts of the page that are loaded when they are first needed. */
import type { Notices } from './notices.svelte.ts';

/** The part; null where it could not be loaded, which is said. The next time it is asked for anew. */
export async function loadPart<Part>(
  loading: Promise<Part>,
  notices: Pick<Notices, 'tell'>,
  what = 'This part of the page',
): Promise<Part | null> {
  try {
    return await loading;
  } catch {
    notices.tell('bad', `${what} could not be loaded. Is the network there?`);
    return null;
  }
}
