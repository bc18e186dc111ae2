/** Starting the workers of the tab. Vite finds a worker only where its URL is written out in `new Worker(...)`. */
import { wrap, type Remote } from 'comlink';
import type { DeskApi } from '../../protocol/desk.ts';
import type { EngineApi } from '../../protocol/engine.ts';
import type { Hire } from './lane.ts';

function supervised<Api>(
  worker: Worker,
  died: (why: string) => void,
): { api: Remote<Api>; terminate: () => void } {
  worker.addEventListener('error', (event) =>
    died(event.message || 'the worker could not be loaded or broke down'),
  );
  worker.addEventListener('messageerror', () => died('an answer of the worker could not be read'));
  return { api: wrap<Api>(worker), terminate: () => worker.terminate() };
}

export const hireEngine: Hire<Remote<EngineApi>> = (died) =>
  supervised<EngineApi>(
    new Worker(new URL('../../../workers/engine.worker.ts', import.meta.url), {
      type: 'module',
      name: 'engine',
    }),
    died,
  );

export const hireDesk: Hire<Remote<DeskApi>> = (died) =>
  supervised<DeskApi>(
    new Worker(new URL('../../../workers/desk.worker.ts', import.meta.url), { type: 'module', name: 'desk' }),
    died,
  );
