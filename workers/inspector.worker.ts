/** The worker behind the editor. */
import { expose } from 'comlink';
import { inspectorOf } from '../src/core/inspection/inspector.ts';
import type { InspectorWorkerApi } from '../src/protocol/inspection.ts';
import { holdLock } from './alive.ts';
import { later } from './later.ts';
import { arena, compiled } from './tab-arena.ts';

holdLock();
const api = Promise.all([arena, compiled]).then(([own, module]): InspectorWorkerApi => ({
  ...inspectorOf(own),
  compiled: () => module,
}));
expose(later(api));
