/** The module of the arena core under Node: compiled once a process, and handed to its threads. */
import { readFileSync } from 'node:fs';

/** What a worker thread is given when it starts. */
export interface ThreadData {
  readonly arena: WebAssembly.Module;
}

/** The build leaves the module beside the program. */
export const compiledBeside = (program: string | URL): WebAssembly.Module =>
  new WebAssembly.Module(readFileSync(new URL('./arena.wasm', program)));
