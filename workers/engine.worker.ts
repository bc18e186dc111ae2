/** A worker of the pool. */
import { expose } from 'comlink';
import { engineOn } from './engine.ts';
import { later } from './later.ts';
import { arenas } from './tab-arena.ts';

expose(later(arenas.then(engineOn)));
