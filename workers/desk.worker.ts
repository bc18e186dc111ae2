/** The worker behind the editor. */
import { expose } from 'comlink';
import { deskOf } from '../src/core/desk/desk.ts';
import type { DeskWorkerApi } from '../src/protocol/desk.ts';
import { holdLock } from './alive.ts';
import { later } from './later.ts';
import { arena, compiled } from './tab-arena.ts';

holdLock();
const api = Promise.all([arena, compiled]).then(([own, module]): DeskWorkerApi => ({
  ...deskOf(own),
  compiled: () => module,
}));
expose(later(api));
