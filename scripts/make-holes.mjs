// Makes holes in solvers, to measure the search for fillings: takes one random part out of each of some solvers.
//
//     node scripts/make-holes.mjs --solvers FILE.py --tasks FILE.json --out DIR [--nodes 3] [--least 1] [--count 40]
//         [--seed 1] [--calls] [--run SECONDS] [--workers 2]
//
// DIR gets one solver file for each, and holes.json, which tells what was taken out. A part has up to --nodes names and
// calls, a primitive that is called counting with its call; with --calls only calls count. --run fills them all and
// says how many then give all outputs, those of the test pairs included.
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
    nodes: { type: 'string', default: '3' },
    least: { type: 'string', default: '1' },
    count: { type: 'string', default: '40' },
    seed: { type: 'string', default: '1' },
    calls: { type: 'boolean', default: false },
    run: { type: 'string' },
    workers: { type: 'string', default: '2' },
  },
});
const { solvers: solverFile, tasks: taskFile, out, calls } = options;
if (!solverFile || !taskFile || !out) fail('--solvers, --tasks and --out are needed.');
const [nodes, least, count, seed] = ['nodes', 'least', 'count', 'seed'].map((name) => Number(options[name]));

/** All expressions on the right side of a line, with their places and sizes. */
function partsOf(text, offset) {
  const parts = [];
  const tokens = [...text.matchAll(/[A-Za-z_]\w*|[(),]/g)];
  let next = 0;
  const expression = () => {
    const first = tokens[next++];
    let size = calls ? 0 : 1;
    let end = first.index + first[0].length;
    if (tokens[next]?.[0] === '(') {
      if (calls) size = 1;
      do {
        next++;
        size += expression();
      } while (tokens[next][0] === ',');
      end = tokens[next++].index + 1;
    }
    parts.push({ from: offset + first.index, to: offset + end, size });
    return size;
  };
  expression();
  return parts;
}

const tasks = JSON.parse(readFileSync(taskFile, 'utf8'));
const random = chance(seed);
const shuffled = shuffledSolvers(solverFile, tasks, random);

mkdirSync(out, { recursive: true });
const holes = [];
for (const text of shuffled) {
  if (holes.length === count) break;
  const name = /^def solve_(\w+)/.exec(text)[1];
  const parts = [...text.matchAll(/^ +\w+ = (.+)$/gm)]
    .flatMap((line) => partsOf(line[1], line.index + line[0].length - line[1].length))
    .filter(({ size }) => size >= least && size <= nodes);
  if (parts.length === 0) continue;
  const { from, to, size } = parts[Math.floor(random() * parts.length)];
  const file = join(out, `${name}.py`);
  writeFileSync(file, `${text.slice(0, from)}??${text.slice(to)}\n`);
  holes.push({ name, file, size, removed: text.slice(from, to) });
}
writeFileSync(join(out, 'holes.json'), `${JSON.stringify(holes, null, 1)}\n`);
process.stdout.write(`${holes.length} solvers with a hole in ${out}\n`);

/** Whether a solver gives all outputs of its task. */
function solves(solver, name) {
  const file = join(out, 'filled.py');
  writeFileSync(file, solver);
  const words = [
    'score',
    '--solvers',
    file,
    '--tasks',
    taskFile,
    '--task',
    name,
    '--own',
    '--json',
    '--workers',
    '1',
  ];
  const { stdout } = spawnSync(process.execPath, [at('dist-cli/main.js'), ...words], { encoding: 'utf8' });
  return JSON.parse(stdout.trim().split('\n').at(-1)).summary.solved === 1;
}

if (options.run) {
  let solved = 0;
  let listed = 0;
  for (const { name, file, size, removed } of holes) {
    const words = ['fill', '--solver', file, '--task', taskFile, '--seconds', options.run, '--json'];
    const { stdout, stderr } = spawnSync(
      process.execPath,
      [at('dist-cli/main.js'), ...words, '--workers', options.workers],
      { encoding: 'utf8' },
    );
    const lines = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    const { summary } = lines.pop() ?? { summary: { tried: 0, found: 0, seconds: 0 } };
    const perfect = lines.filter(({ matched, pairs }) => matched === pairs);
    const place = perfect.findIndex(({ solver }) => solves(solver, name));
    if (place === 0) solved++;
    if (place >= 0) listed++;
    const what =
      place === 0 ? 'solved' : place > 0 ? `number ${place + 1}` : perfect.length > 0 ? 'wrong' : 'none';
    process.stdout.write(
      `${name} ${what}: ${removed} (${size}) -> ${perfect[0]?.fillings[0] ?? '-'}, ${summary.tried} tried, ${summary.seconds} s ${stderr}\n`,
    );
  }
  process.stdout.write(
    `${solved} of ${holes.length} solved by the first filling, ${listed} by one of those told\n`,
  );
}
