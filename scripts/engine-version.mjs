// What results depend on: the package's version, and a hash of all that computes them. Two programs of one engine
// version give the same result for the same task, seed and limits.
import { readFileSync } from 'node:fs';
import { at, hashOf } from './shared.mjs';

const COMPUTES = [
  ...['src/arena/build/arena.wasm', 'src/core', 'src/host/pool'],
  ...['src/cli/solve-pool.ts', 'src/cli/solve-task.ts'],
];

export function engineVersion() {
  const { version } = JSON.parse(readFileSync(at('package.json'), 'utf8'));
  return `${version}+${hashOf(COMPUTES).slice(0, 12)}`;
}
