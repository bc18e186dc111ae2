// The long form of tests/soak, with its figures. Takes an hour or two.
//   npm run soak                       everything, and the random programs of tests/unit against the slow evaluator
//   npm run soak -- importers          what has "importers" in its path
//   npm run soak -- --seed 2           other cases (BATT_SOAK_SEED)
//   npm run soak -- --peer DIR         programs also under CPython, with a checkout of arc-dsl
import { parseArgs } from 'node:util';
import { ensureBuilt, ensureInstalled, fail, run } from './shared.mjs';

const { values, positionals } = parseArgs({
  options: { seed: { type: 'string', default: '1' }, peer: { type: 'string' } },
  allowPositionals: true,
});
ensureInstalled();
for (const name of ['arena', 'arena-debug', 'cli']) ensureBuilt(name);
const env = {
  BATT_RANDOM_ROUNDS: '4000',
  BATT_RANDOM_SEED: values.seed,
  ...process.env,
  BATT_SOAK: '1',
  BATT_SOAK_SEED: values.seed,
  ...(values.peer === undefined ? {} : { BATT_PEER: values.peer }),
};
const paths =
  positionals.length > 0
    ? positionals.map((name) => `tests/soak/${name}`)
    : ['tests/soak/', 'tests/unit/random-'];
const began = Date.now();
const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--project', 'unit', '--silent=false'];
if (!run(process.execPath, [...vitest, ...paths], { env })) fail(`Faults were found (seed ${values.seed}).`);
process.stderr.write(
  `soak: no fault in ${((Date.now() - began) / 60_000).toFixed(1)} minutes, seed ${values.seed}\n`,
);
