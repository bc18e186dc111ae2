/**
 * The arena core of a worker of the tab. Each worker compiles the module for itself: that takes milliseconds, nobody
 * waits for another worker, and the page is given the compiled module.
 */
import url from '../src/arena/build/arena.wasm?url&no-inline';
import type { Arena } from '../src/core/engine/arena.ts';
import { arenaOf } from './arena.ts';

/** Rejects with a reason for people. */
export const compiled: Promise<WebAssembly.Module> = load();

/** Makes arenas. */
export const arenas: Promise<() => Arena> = compiled.then((module) => () => arenaOf(module));

export const arena: Promise<Arena> = arenas.then((another) => another());

async function load(): Promise<WebAssembly.Module> {
  const answer = await fetch(url).catch((error: unknown) => {
    throw new Error(`arena.wasm could not be loaded (${String(error)})`, { cause: error });
  });
  if (!answer.ok) throw new Error(`arena.wasm answered ${answer.status}`);
  try {
    return await compile(answer);
  } catch (error) {
    console.error(String(error));
    const why = 'Batt computes with WebAssembly, which this browser or the policy of this site refuses';
    throw new Error(why, { cause: error });
  }
}

/** A host that does not know the type of the file is no reason to stop. */
async function compile(answer: Response): Promise<WebAssembly.Module> {
  const streams = answer.headers.get('content-type') === 'application/wasm';
  return streams ? WebAssembly.compileStreaming(answer) : WebAssembly.compile(await answer.arrayBuffer());
}
