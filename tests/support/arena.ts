/** The arena core for tests: compiled once a thread from the files that `npm run build:arena` makes. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ArenaExports } from '../../src/core/engine/arena-exports.ts';
import { Arena, type Handle } from '../../src/core/engine/arena.ts';

/** What the debug build exports besides (src/arena/debug.ts). */
export interface GuardedExports extends ArenaExports {
  /** Traps where a value is not in its one representation, or what is remembered of it is wrong. */
  checkValue(value: Handle): void;
  /** The same for all values of the graph, and for all memory. */
  checkInvariants(): void;
  clear(): void;
  equal(a: Handle, b: Handle): number;
  hashOf(value: Handle): number;
  /** Gives shared values up beyond so many bytes. */
  setMostShared(bytes: number): void;
}

export type GuardedArena = Arena & { readonly exports: GuardedExports };

const fileOf = (name: string): string =>
  fileURLToPath(new URL(`../../src/arena/build/${name}.wasm`, import.meta.url));

/** Modules by their files. */
const compiled = new Map<string, WebAssembly.Module>();

/** A new instance, of the release build unless BATT_ARENA names another file. */
export function newArena(): Arena {
  return instanceOf(process.env.BATT_ARENA ?? fileOf('arena'));
}

/** A new instance of the debug build, which finds out who writes or reads where nothing of his is. */
export function newGuardedArena(): GuardedArena {
  return instanceOf(fileOf('arena.debug')) as GuardedArena;
}

function instanceOf(file: string): Arena {
  let module = compiled.get(file);
  if (module === undefined) compiled.set(file, (module = new WebAssembly.Module(readFileSync(file))));
  const known = module;
  return new Arena(
    (imports) =>
      new WebAssembly.Instance(known, imports as unknown as WebAssembly.Imports)
        .exports as unknown as ArenaExports,
  );
}
