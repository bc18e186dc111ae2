/** The arena core for tests: compiled once a thread from the file that `npm run build:arena` makes. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Arena, type ArenaExports } from '../../src/core/engine/arena.ts';

const FILE =
  process.env.BATT_ARENA ?? fileURLToPath(new URL('../../src/arena/build/arena.wasm', import.meta.url));

let compiled: WebAssembly.Module | null = null;

/** A new instance. */
export function newArena(): Arena {
  compiled ??= new WebAssembly.Module(readFileSync(FILE));
  const module = compiled;
  return new Arena(
    (imports) =>
      new WebAssembly.Instance(module, imports as unknown as WebAssembly.Imports)
        .exports as unknown as ArenaExports,
  );
}
