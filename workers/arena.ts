/** The arena core from its compiled module, in a tab and under Node alike. */
import type { ArenaExports } from '../src/core/engine/arena-exports.ts';
import { Arena } from '../src/core/engine/arena.ts';

export function arenaOf(module: WebAssembly.Module): Arena {
  return new Arena(
    (imports) => new WebAssembly.Instance(module, { ...imports }).exports as unknown as ArenaExports,
  );
}
