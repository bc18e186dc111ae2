/** Starting worker threads for the pool. */
import { wrap, type Remote } from 'comlink';
import nodeEndpoint from 'comlink/dist/esm/node-adapter.mjs';
import { Worker } from 'node:worker_threads';
import type { Hire } from '../host/pool/supervisor.ts';
import type { EngineApi } from '../protocol/engine.ts';
import { compiledBeside, type ThreadData } from './arena.ts';

/**
 * Megabytes for what was made last, twice what Node gives: with less, the collector of a busy thread takes a third
 * more processor time, and other threads' share of it.
 */
const YOUNG = 96;
/**
 * Megabytes for what lasts, three times what a search was seen to need: with what Node gives (gigabytes, by the
 * machine's memory) a thread keeps twice as much that nobody needs any more before its collector looks.
 */
const OLD = 224;

/** Hires threads that run the built worker at `url`. */
export function hireFrom(url: URL): Hire<Remote<EngineApi>> {
  let workerData: ThreadData | null = null;
  return (died) => {
    workerData ??= { arena: compiledBeside(url) };
    const resourceLimits = { maxYoungGenerationSizeMb: YOUNG, maxOldGenerationSizeMb: OLD };
    const worker = new Worker(url, { workerData, resourceLimits });
    worker.on('error', (error) => died(error.message));
    worker.on('exit', () => died('the worker thread ended'));
    return {
      api: wrap<EngineApi>(nodeEndpoint(worker)),
      terminate: () => void worker.terminate(),
    };
  };
}

/** The worker is a file beside the bundled program: the build does not rewrite this URL. */
export const hireThread = hireFrom(new URL('./engine.node-worker.js', import.meta.url));
