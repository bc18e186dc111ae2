/** A worker of the pool. */
import { expose } from 'comlink';
import { engineOn } from './engine.ts';
import { later } from './later.ts';
import { arena } from './tab-arena.ts';

expose(later(arena.then(engineOn)));
