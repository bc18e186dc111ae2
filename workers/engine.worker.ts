/** A worker of the pool. */
import { expose } from 'comlink';
import { engine } from './engine.ts';
import { later } from './later.ts';
import { arena } from './tab-arena.ts';

expose(later(arena.then(() => engine)));
