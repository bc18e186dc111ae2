// The long form of tests/soak, with its figures. Takes an hour or two.
//   npm run soak                       everything: also the random programs of tests/unit against the slow evaluator, the
//                                      threads of tests/cli, and the tab (smooth, same, row, killed) in a Chromium
//   npm run soak -- importers          the file of tests/soak of that name
//   npm run soak -- row.spec           a file of tests/e2e; BATT_ROW=FILE.json has it run on published tasks
//   npm run soak -- --seed 2           other cases (BATT_SOAK_SEED)
//   npm run soak -- --peer DIR         programs also under CPython, with a checkout of arc-dsl
import { parseArgs } from 'node:util';
import { ensureBuilt, ensureInstalled, fail, run } from './shared.mjs';

const { values, positionals } = parseArgs({
  options: { seed: { type: 'string', default: '1' }, peer: { type: 'string' } },
  allowPositionals: true,
});
ensureInstalled();
const IN_THE_TAB = ['smooth.spec', 'same.spec', 'row.spec', 'killed.spec'];
const isSpec = (name) => name.includes('.spec');
const all = positionals.length === 0;
const specs = all ? IN_THE_TAB : positionals.filter(isSpec);
const paths = all
  ? ['tests/soak/', 'tests/unit/random-', 'tests/cli/kills']
  : positionals
      .filter((name) => !isSpec(name))
      .map((name) => (name === 'kills' ? 'tests/cli/kills' : `tests/soak/${name}`));
for (const name of ['arena', 'arena-debug', 'cli', ...(specs.length > 0 ? ['page'] : [])]) ensureBuilt(name);
if (specs.length > 0 && !run(process.execPath, ['scripts/setup.mjs', 'browser']))
  fail('There is no browser.');
const env = {
  BATT_RANDOM_ROUNDS: '4000',
  BATT_RANDOM_SEED: values.seed,
  ...process.env,
  BATT_SOAK: '1',
  BATT_SOAK_SEED: values.seed,
  ...(values.peer === undefined ? {} : { BATT_PEER: values.peer }),
};
const began = Date.now();
const vitest = [
  'node_modules/vitest/vitest.mjs',
  'run',
  '--project',
  'unit',
  '--project',
  'cli',
  '--silent=false',
];
const playwright = ['node_modules/@playwright/test/cli.js', 'test'];
const whole = [
  ...(paths.length > 0 ? [[...vitest, ...paths]] : []),
  ...(specs.length > 0 ? [[...playwright, ...specs]] : []),
].map((command) => run(process.execPath, command, { env }));
if (whole.includes(false)) fail(`Faults were found (seed ${values.seed}).`);
process.stderr.write(
  `soak: no fault in ${((Date.now() - began) / 60_000).toFixed(1)} minutes, seed ${values.seed}\n`,
);
