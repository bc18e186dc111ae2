/** A worker thread of the pool under Node. */
import { expose } from 'comlink';
import nodeEndpoint from 'comlink/dist/esm/node-adapter.mjs';
import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import { arenaOf } from '../../workers/arena.ts';
import { engine } from '../../workers/engine.ts';
import type { ThreadData } from './arena.ts';

arenaOf((workerData as ThreadData).arena);

expose(engine, nodeEndpoint(parentPort as MessagePort));
