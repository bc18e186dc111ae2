/** The worker behind the editor. */
import { expose } from 'comlink';
import { deskOf } from '../src/core/desk/desk.ts';
import { holdLock } from './alive.ts';
import { later } from './later.ts';
import { arena } from './tab-arena.ts';

holdLock();
expose(later(arena.then(deskOf)));
