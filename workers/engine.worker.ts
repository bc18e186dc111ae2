/** A worker of the pool. */
import { expose } from 'comlink';
import { holdLock } from './alive.ts';
import { engineOn } from './engine.ts';
import { later } from './later.ts';
import { arenas } from './tab-arena.ts';

holdLock();
expose(later(arenas.then(engineOn)));
