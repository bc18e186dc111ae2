/** A worker thread of the pool under Node. */
import { expose } from 'comlink';
import nodeEndpoint from 'comlink/dist/esm/node-adapter.mjs';
import { parentPort, type MessagePort } from 'node:worker_threads';
import { engine } from '../../workers/engine.ts';

expose(engine, nodeEndpoint(parentPort as MessagePort));
