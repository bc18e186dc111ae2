/** A worker thread of the pool under Node. */
import { expose } from 'comlink';
import nodeEndpoint from 'comlink/dist/esm/node-adapter.mjs';
import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import { arenaOf } from '../../workers/arena.ts';
import { engineOn } from '../../workers/engine.ts';
import type { ThreadData } from './arena.ts';

const { arena } = workerData as ThreadData;

expose(
  engineOn(() => arenaOf(arena)),
  nodeEndpoint(parentPort as MessagePort),
);
