/** `npm run bench`: measures, and prints one table or one object. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { WrongCall } from '../../src/cli/faults.ts';
import { needed, readOptions, wholeNumber } from '../../src/cli/options.ts';
import { FULL, FULL_EFFORT, QUICK, QUICK_EFFORT, type Bench } from './bench.ts';
import { readCorpus } from './corpus.ts';
import { changes, changesText, kept, keptFile, save } from './kept.ts';
import { PROJECT } from './project.ts';
import { reportOf, reportText } from './report.ts';
import type { Section } from './row.ts';
import { fleet } from './rows/fleet.ts';
import { growth } from './rows/growth.ts';
import { language } from './rows/language.ts';
import { page } from './rows/page.ts';
import { peer } from './rows/peer.ts';
import { pipeline } from './rows/pipeline.ts';
import { primitives } from './rows/primitives.ts';
import { queue } from './rows/queue.ts';
import { scoring } from './rows/scoring.ts';
import { search } from './rows/search.ts';
import { workers } from './rows/workers.ts';

type Measuring = (bench: Bench, peerFolder: string | null) => Promise<Section>;

/** In order of execution. All but the primitives work in processes of their own. */
const SECTIONS: Readonly<Record<string, Measuring>> = {
  language,
  pipeline,
  scoring,
  workers,
  growth,
  search,
  queue,
  fleet,
  page,
  peer,
  primitives,
};

const HELP = `npm run bench -- [options]

Measures the command line, the pipeline and the page, and prints one table: medians over rounds with their spread,
ratios within one run, and what each figure has to reach. Each row is of fresh work, which nothing is remembered of from
before, unless its name says 'again'; 'cold' rows start a process for every sample.

  --solvers FILE.py   solvers, and
  --tasks FILE.json   their tasks (default: the starter solvers and tasks); with --peer only --tasks
  --task ID           measure on this task; may be repeated (default: for scoring every tenth task by id, for runs ${FULL.drawnTasks}
                      small tasks drawn by the seed)
  --seed N            what is drawn (default 1)
  --peer DIR          also run the Python DSL of DIR, a checkout of arc-dsl, with python3 on the same solvers and tasks
  --only SECTION      ${Object.keys(SECTIONS).join(', ')}; may be repeated
  --rounds N          rounds that count (default ${FULL_EFFORT.rounds})
  --quick             little of everything, to see whether it works: the figures mean nothing
  --save NAME         keep the results in .bench/NAME.json
  --compare NAME      compare with results that were kept, row by row
  --json              one object instead of the table
  --help              this text

A wrong call exits with 2 and one line.
`;

async function main(words: readonly string[]): Promise<void> {
  if (words.includes('--help') || words.includes('-h')) return print(HELP);
  const options = readOptions(words, {
    values: ['solvers', 'tasks', 'peer', 'seed', 'rounds', 'save', 'compare'],
    lists: ['task', 'only'],
    flags: ['quick', 'json'],
  });
  const { quick } = options;
  const scale = quick ? QUICK : FULL;
  const effort = quick ? QUICK_EFFORT : FULL_EFFORT;
  const rounds = wholeNumber('rounds', options.rounds, 1, effort.rounds, 1000);
  const peerFolder = options.peer === undefined ? null : needed('peer', options.peer);
  const corpus = readCorpus({
    ...filesOf(options.solvers, options.tasks, peerFolder),
    ids: options.task,
    count: scale.drawnTasks,
    seed: wholeNumber('seed', options.seed, 0, 1),
  });
  const chosen = sectionsOf(options.only);
  const before = options.compare === undefined ? null : kept(needed('compare', options.compare));
  if (options.save !== undefined) keptFile(needed('save', options.save));

  const bench: Bench = { corpus, scale, effort: { ...effort, rounds } };
  const sections: Section[] = [];
  for (const name of chosen) {
    process.stderr.write(`measuring: ${name}\n`);
    sections.push(await SECTIONS[name](bench, peerFolder));
  }
  const key = createHash('sha256')
    .update(JSON.stringify([corpus.key, scale]))
    .digest('hex')
    .slice(0, 16);
  const report = reportOf(corpus.about, key, sections);
  if (options.save !== undefined) save(needed('save', options.save), report);
  if (options.json)
    return print(
      `${JSON.stringify(before === null ? report : { ...report, changes: changes(before, report) })}\n`,
    );
  print(reportText(report));
  if (before !== null) print(`\n${changesText(needed('compare', options.compare), before, report)}`);
}

function filesOf(
  solvers: string | undefined,
  tasks: string | undefined,
  peerFolder: string | null,
): { solvers: string; tasks: string } {
  if (peerFolder !== null) {
    if (solvers !== undefined)
      throw new WrongCall('--solvers and --peer exclude each other: the solvers are those of DIR');
    if (tasks === undefined) throw new WrongCall('--peer needs --tasks, the tasks that its solvers are for');
    return { solvers: join(peerFolder, 'solvers.py'), tasks };
  }
  if ((solvers === undefined) !== (tasks === undefined))
    throw new WrongCall('--solvers and --tasks go together');
  return {
    solvers: solvers ?? join(PROJECT, 'public/tasks/starter.py'),
    tasks: tasks ?? join(PROJECT, 'public/tasks/starter.json'),
  };
}

function sectionsOf(names: readonly string[]): string[] {
  const all = Object.keys(SECTIONS);
  const unknown = names.find((name) => !all.includes(name));
  if (unknown !== undefined)
    throw new WrongCall(`there is no section '${unknown}'; there is: ${all.join(', ')}`);
  return names.length === 0 ? all : all.filter((name) => names.includes(name));
}

function print(text: string): void {
  process.stdout.write(text);
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof WrongCall)) throw error;
  process.stderr.write(`bench: ${error.message}\n`);
  process.exitCode = 2;
}
