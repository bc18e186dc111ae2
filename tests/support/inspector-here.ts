/** The page's inspector workers in this thread, where a test needs to be in the middle of one of their answers. */
import { expose } from 'comlink';
import { vi } from 'vitest';
import { inspectorOf } from '../../src/core/inspection/inspector.ts';
import type { InspectRequest } from '../../src/protocol/inspection.ts';
import { newArena } from './arena.ts';

/**
 * From now on each worker that is started is an inspector of this thread; `vi.unstubAllGlobals` ends that. Before it scores
 * it waits for what `before` gives.
 */
export function inspectHere(before: () => Promise<void>): void {
  const api = inspectorOf(newArena());
  const held = {
    ...api,
    inspect: (request: InspectRequest) => before().then(() => api.inspect(request)),
  };
  vi.stubGlobal(
    'Worker',
    class {
      constructor() {
        const { port1, port2 } = new MessageChannel();
        expose(held, port1);
        port1.postMessage({ lock: null });
        return Object.assign(port2, { terminate: () => port2.close() });
      }
    },
  );
}
