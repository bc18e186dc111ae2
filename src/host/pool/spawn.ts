/** Starting the workers of the tab. Vite finds a worker only where its URL is written out in `new Worker(...)`. */
import { releaseProxy, wrap, type Remote } from 'comlink';
import type { InspectorWorkerApi, Inspection, InspectRequest } from '../../protocol/inspection.ts';
import type { EngineApi } from '../../protocol/engine.ts';
import type { SignOfLife } from '../../protocol/outcome.ts';
import type { ReaderApi } from '../tasks/reader.ts';
import { tellIfMissing } from '../versions.ts';
import { onDeadline } from './deadline.ts';
import type { Hire } from './supervisor.ts';

/** A worker begins within a fraction of a second; on a machine with much else to do, within some. */
const START_MS = 20_000;

function supervised<Api>(
  worker: Worker,
  died: (why: string) => void,
): { api: Remote<Api>; terminate: () => void } {
  const watch = new AbortController();
  worker.addEventListener('error', (event) => {
    tellIfMissing(event);
    died(event.message || 'the worker could not be loaded or broke down');
  });
  worker.addEventListener('messageerror', () => died('an answer of the worker could not be read'));
  const begun = onDeadline(START_MS, () => died('the worker did not begin'));
  worker.addEventListener('message', ({ data }: MessageEvent<Partial<SignOfLife> | null>) => {
    if (data?.lock === undefined) return;
    begun();
    if (data.lock !== null) whenFree(data.lock, watch.signal, () => died('the worker ended without a word'));
  });
  const api = wrap<Api>(worker);
  const terminate = (): void => {
    begun();
    watch.abort();
    worker.terminate();
    // comlink's registry holds the worker until its proxy is collected, and the worker's listeners hold the proxy: without
    // this neither ever is.
    api[releaseProxy]();
  };
  return { api, terminate };
}

/** Calls `free` when the holder of the lock is gone. */
function whenFree(lock: string, signal: AbortSignal, free: () => void): void {
  navigator.locks.request(lock, { signal }, free).catch(() => {}); // nobody waits any longer
}

export const hireEngine: Hire<Remote<EngineApi>> = (died) =>
  supervised<EngineApi>(
    new Worker(new URL('../../../workers/engine.worker.ts', import.meta.url), {
      type: 'module',
      name: 'engine',
    }),
    died,
  );

export const hireReader: Hire<Remote<ReaderApi>> = (died) =>
  supervised<ReaderApi>(
    new Worker(new URL('../../../workers/reader.worker.ts', import.meta.url), {
      type: 'module',
      name: 'reader',
    }),
    died,
  );

export const hireInspector: Hire<Remote<InspectorWorkerApi>> = (died) =>
  supervised<InspectorWorkerApi>(
    new Worker(new URL('../../../workers/inspector.worker.ts', import.meta.url), {
      type: 'module',
      name: 'inspector',
    }),
    died,
  );

/** What scores a text in this very thread. `compiled` comes from a worker. */
export async function inspectHere(
  compiled: WebAssembly.Module,
): Promise<(request: InspectRequest) => Inspection> {
  const { inspectorOn } = await import('../../../workers/near.ts');
  return inspectorOn(compiled);
}
