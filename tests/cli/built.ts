/** Worker threads of the built command line, as users start them. */
import { wrap, type Remote } from 'comlink';
import nodeEndpoint from 'comlink/dist/esm/node-adapter.mjs';
import { Worker } from 'node:worker_threads';
import type { Hire } from '../../src/host/pool/lane.ts';
import type { EngineApi } from '../../src/protocol/engine.ts';

export const hireBuiltThread: Hire<Remote<EngineApi>> = (died) => {
  const worker = new Worker(new URL('../../dist-cli/engine.node-worker.js', import.meta.url));
  worker.on('error', (error) => died(error.message));
  worker.on('exit', () => died('the worker thread ended'));
  return { api: wrap<EngineApi>(nodeEndpoint(worker)), terminate: () => void worker.terminate() };
};
