// Measures the search for a line by what it is to give: takes one line of each of some solvers, draws its value on some
// pairs, and looks for an expression that gives it.
//
//     node scripts/draw-lines.mjs --solvers FILE.py --tasks FILE.json --out DIR [--count 20] [--seed 1] [--pairs 0,1]
//         [--seconds 5] [--least 1]
//
// Lines whose value is a function are not taken: nobody can draw one. --least is the number of calls that a line has. A
// line counts as found where something told gives the same as the line on all pairs, those that were not drawn included.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chance, shuffledSolvers } from './published.mjs';
import { at, fail } from './shared.mjs';

const { values: options } = parseArgs({
  options: {
    solvers: { type: 'string' },
    tasks: { type: 'string' },
    out: { type: 'string' },
    count: { type: 'string', default: '20' },
    seed: { type: 'string', default: '1' },
    pairs: { type: 'string', default: '0,1' },
    seconds: { type: 'string', default: '5' },
    least: { type: 'string', default: '1' },
  },
});
const { solvers: solverFile, tasks: taskFile, out, pairs, seconds } = options;
if (!solverFile || !taskFile || !out) fail('--solvers, --tasks and --out are needed.');
const [count, seed, least] = ['count', 'seed', 'least'].map((name) => Number(options[name]));

/** Calls that give functions. */
const MAKERS = /^(compose|chain|fork|matcher|lbind|rbind|power)\(/;

const tasks = JSON.parse(readFileSync(taskFile, 'utf8'));
// Every fifth task is kept out of all tuning.
const kept = Object.fromEntries(
  Object.keys(tasks)
    .sort()
    .flatMap((id, i) => (i % 5 === 4 ? [] : [[id, tasks[id]]])),
);
const random = chance(seed);
mkdirSync(out, { recursive: true });

let [tried, listed, first] = [0, 0, 0];
for (const text of shuffledSolvers(solverFile, kept, random)) {
  if (tried === count) break;
  const name = /^def solve_(\w+)/.exec(text)[1];
  const lines = [...text.matchAll(/^ +(\w+) = (.+)$/gm)].filter(
    ([, , value]) => !MAKERS.test(value) && value.split('(').length > least,
  );
  if (lines.length === 0) continue;
  const [, line, value] = lines[Math.floor(random() * lines.length)];
  const file = join(out, `${name}.py`);
  writeFileSync(file, `${text}\n`);
  const words = ['fill', '--solver', file, '--task', taskFile, '--line', line, '--pairs', pairs];
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [at('dist-cli/main.js'), ...words, '--seconds', seconds, '--json'],
    { encoding: 'utf8' },
  );
  if (stdout === '') {
    process.stdout.write(`${name} ${line} left out: ${stderr}`);
    continue;
  }
  tried++;
  const told = stdout
    .trim()
    .split('\n')
    .map((each) => JSON.parse(each));
  const { summary } = told.pop();
  const place = told.findIndex(({ same }) => same);
  if (place === 0) first++;
  if (place >= 0) listed++;
  const what = place === 0 ? 'first' : place > 0 ? `number ${place + 1}` : told.length > 0 ? 'other' : 'none';
  process.stdout.write(
    `${name} ${what}: ${line} = ${value} -> ${told[0]?.line ?? '-'}, ${summary.tried} tried, ${summary.seconds} s\n`,
  );
}
process.stdout.write(`${listed} of ${tried} found, ${first} of them first\n`);
