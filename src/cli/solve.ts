/** `batt solve`: looks for solvers of tasks that nobody wrote one for, and writes a submission. */
import type { Remote } from 'comlink';
import { buildSubmission, type Submission } from '../core/formats/submission.ts';
import { printSteps } from '../core/lang/print.ts';
import { decodeProgram } from '../core/lang/program-code.ts';
import { GENERATORS, type GeneratorName } from '../core/search/brought.ts';
import type { SearchOptions } from '../core/pipeline/sweep-record.ts';
import { faultText } from '../core/task/refusal.ts';
import type { Task } from '../core/task/task.ts';
import { TRACKS } from '../core/pipeline/joined.ts';
import { Supervisor } from '../host/pool/supervisor.ts';
import { MAX_POOL } from '../host/pool/size.ts';
import type { SearchLimits } from '../host/pool/search.ts';
import type { EngineApi } from '../protocol/engine.ts';
import { datasetOf } from './dataset.ts';
import { WrongCall } from './faults.ts';
import { readSolvers, readTasks, TASK_OPTIONS, type NamedProgram } from './files.ts';
import { PoolSearch } from './solve-pool.ts';
import { solveReport, type SolveLine } from './solve-report.ts';
import { planOf } from './plan.ts';
import { shardIn } from './shard.ts';
import { solveInto } from './solve-folder.ts';
import { fitsSubmission, outputsOf, searchOne, type Searched } from './solve-task.ts';
import { needed, readOptions, secondsIn, wholeNumber, workersIn } from './options.ts';
import { print, remark } from './output.ts';
import { writeSubmission } from './submission.ts';
import { identityOf } from './sweep-identity.ts';
import { hireThread } from './threads.ts';
import { checkWritable, writeWhole } from './written.ts';

export const SOLVE_HELP = `batt solve --tasks FILE.json (--seconds S | --fuel N) --out submission.json [options]

Searches a solver for every task of FILE.json from nothing and writes the outputs of the two most trusted ones for each
test input, as Kaggle wants them. Outputs of test pairs that are known are only used to tell what was right. Beside
submission.json stands submission.about.json: data set with its version, options, engine and a hash of what was read.

  --seconds S         time for a task; it ends before with an answer that is trusted
  --fuel N            steps for a task instead: gives the same on every machine
  --solvers FILE.py   a pool: its solvers and mutations of them are tried first, for two fifths of the time
  --leave-own-out     without solve_<id> on task <id>: an honest test
  --seed N            another seed, other mutations (default 42)
  --solutions FILE    the test outputs in a file of their own, as Kaggle has them
  --task ID           only this task; may be repeated
  --workers N         worker threads, 1 to ${MAX_POOL}, two on a task (default: as many as the machine has, less one
                      from 4 upwards)
  --shard I/N         only the I-th of N parts of the tasks; --out is then a folder as sweep has one, which the same call
                      goes on with, and batt merge joins them
  --solvers-out FILE  the solvers found, as a file that score reads
  --without NAME      leaves a generator of the search out, to see what it is worth: ${GENERATORS.join(', ')}
  --report FILE.md    a page that tells what was solved, when and by which generator
  --json              one JSON line for each task
`;

/** What is searched with, and what is written. */
const SEARCH_VALUES = ['solvers', 'seed', 'without', 'seconds', 'fuel', 'workers'] as const;
const OUT_VALUES = ['out', 'shard', 'solvers-out', 'report'] as const;

export async function solve(words: readonly string[]): Promise<number> {
  const options = readOptions(words, {
    values: [...TASK_OPTIONS, ...SEARCH_VALUES, ...OUT_VALUES],
    lists: ['task'],
    flags: ['json', 'leave-own-out'],
  });
  const limits = limitsOf(options.seconds, options.fuel);
  const workers = workersIn(options.workers);
  const out = needed('out', options.out);
  const shard = shardIn(options.shard);
  const file = options['solvers-out'];
  const page = options.report;
  const leaveOwnOut = options['leave-own-out'];
  const told = [file, page, options.without].some((each) => each !== undefined);
  if (shard !== null && (options.json || leaveOwnOut || told))
    throw new WrongCall(
      '--shard writes a folder with a report: --solvers-out, --report, --leave-own-out, --without and --json do not go with it',
    );
  for (const [name, path] of Object.entries({ out, 'solvers-out': file, report: page }))
    if (shard === null && path !== undefined) checkWritable(name, path);
  const all = readTasks(options);
  const chosen = options.task;
  for (const id of chosen) if (!all.has(id)) throw new WrongCall(`the file holds no task '${id}'`);
  const tasks = new Map([...all].filter(([id]) => chosen.length === 0 || chosen.includes(id)));
  const seed = wholeNumber('seed', options.seed, 0, 42);
  const without = generatorIn(options.without);
  const { solvers, faulty } =
    options.solvers === undefined ? NO_POOL : readSolvers(needed('solvers', options.solvers));
  const plan = planOf(tasks, solvers, {
    ...searchOptions(seed, limits),
    ...(leaveOwnOut ? { leaveOwnOut } : {}),
    ...(without === undefined ? {} : { without }),
  });
  const dataset = datasetOf(needed('tasks', options.tasks), tasks);
  if (shard !== null) {
    const code = await solveInto(out, plan, dataset, shard, workers);
    return code === 0 && faulty ? 1 : code;
  }
  const found = new Map<string, Searched>();
  const lines: SolveLine[] = [];
  const began = performance.now();
  await searchAll(tasks, { limits, workers, solvers, leaveOwnOut, seed, without }, (id, task, searched) => {
    found.set(id, searched);
    const line = lineOf(id, task, searched);
    lines.push(line);
    print(options.json ? `${JSON.stringify(line)}\n` : `${sentence(line)}\n`);
  });
  const about = { ...identityOf(plan, dataset, null), dataset, count: tasks.size };
  writeSubmission(out, submissionOf(tasks, found), about);
  if (file !== undefined) writeWhole(file, `${solversOf(tasks, found)}\n`);
  if (page !== undefined) {
    const limit = limits.ms === undefined ? `${String(limits.fuel)} steps` : `${limits.ms / 1000} s`;
    writeWhole(page, solveReport(lines, limit, workers, (performance.now() - began) / 1000));
  }
  if (!options.json) print(`${totalText(lines)}\n`);
  return faulty ? 1 : 0;
}

/** Seed and limits as they are kept with results. */
export function searchOptions(seed: number, { ms, fuel }: SearchLimits): SearchOptions {
  return fuel === undefined ? { seed, searchSeconds: (ms ?? 0) / 1000 } : { seed, searchFuel: fuel };
}

/** Time or fuel for a task, of the options that say so. */
export function limitsOf(seconds: string | undefined, fuel: string | undefined): SearchLimits {
  if (seconds !== undefined && fuel === undefined) return { ms: secondsIn('seconds', seconds) * 1000 };
  if (seconds === undefined && fuel !== undefined) return { fuel: wholeNumber('fuel', fuel, 1, 0) };
  throw new WrongCall('--seconds or --fuel is needed, one of the two');
}

function generatorIn(option: string | undefined): GeneratorName | undefined {
  const name = GENERATORS.find((each) => each === option);
  if (option !== undefined && name === undefined)
    throw new WrongCall(`--without needs one of ${GENERATORS.join(', ')}, not '${option}'`);
  return name;
}

interface Plan {
  readonly limits: SearchLimits;
  readonly workers: number;
  /** The pool; none where the search begins with nothing. */
  readonly solvers: readonly NamedProgram[];
  /** Whether a task is searched without the solver that is called after it. */
  readonly leaveOwnOut: boolean;
  readonly seed: number;
  /** A generator of the search that is left out. */
  readonly without: GeneratorName | undefined;
}

const NO_POOL = { solvers: [], faulty: false };

/** As many workers as a search has tracks work on a task together, and take the next one when they are done with it. */
async function searchAll(
  tasks: ReadonlyMap<string, Task>,
  { limits, workers, solvers, leaveOwnOut, seed, without }: Plan,
  done: (id: string, task: Task, searched: Searched) => void,
): Promise<void> {
  const waiting = [...tasks];
  const supervisors = Array.from(
    { length: Math.min(workers, waiting.length * TRACKS) },
    () => new Supervisor<Remote<EngineApi>>(hireThread),
  );
  const groups = Array.from({ length: Math.ceil(supervisors.length / TRACKS) }, (_, i) =>
    supervisors.slice(i * TRACKS, (i + 1) * TRACKS),
  );
  try {
    await Promise.all(
      groups.map(async (group) => {
        const pool = solvers.length === 0 ? null : new PoolSearch(group[0], solvers, seed, leaveOwnOut);
        for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
          const [id, task] = next;
          const searched = await searchOne(group, pool, { id, key: id, task }, limits, () => false, without);
          if (searched.why !== null) remark(`batt: ${id}: ${searched.why}\n`);
          done(id, task, searched);
        }
      }),
    );
  } finally {
    for (const supervisor of supervisors) supervisor.close();
  }
}

function lineOf(id: string, task: Task, searched: Searched): SolveLine {
  const { report, solutions, seconds, foundAfter } = searched;
  const attempts = task.test.map((_, i) => {
    const texts = outputsOf(solutions, i).flatMap((rows) => (rows === null ? [] : [JSON.stringify(rows)]));
    return [...new Set(texts)].slice(0, 2);
  });
  const known = task.test.every(({ output }) => output !== null);
  const right = task.test.every(({ output }, i) => attempts[i]?.includes(JSON.stringify(output)));
  const first = solutions[0] ?? null;
  return {
    task: id,
    solved: known ? right : null,
    first: known ? attempts.every(([text], i) => text === JSON.stringify(task.test[i]?.output)) : null,
    attempts: attempts.map((texts) => texts.length),
    seconds: Number(seconds.toFixed(3)),
    foundAfter,
    fuel: report.fuel,
    candidates: report.applied,
    distinct: report.distinct,
    matched: first?.matched ?? 0,
    pairs: task.train.length,
    generator: first?.generator ?? null,
    words: first?.words ?? null,
    steps: first?.steps ?? [],
    brought: report.brought,
    rank: first?.rank ?? null,
    solver: first === null ? null : printSteps(decodeProgram(first.code), id),
  };
}

function sentence({ task, solved, matched, pairs, seconds }: SolveLine): string {
  const fit = `${matched} of ${pairs} train pairs`;
  const truth = solved === null ? 'test outputs not known' : solved ? 'solved' : 'not solved';
  return `${task}: ${truth}, ${fit}, ${seconds} s`;
}

/** How many tasks are solved; where the test outputs are not known, how many fit by their train pairs. */
function totalText(lines: readonly SolveLine[]): string {
  const known = lines.filter(({ solved }) => solved !== null);
  const others = lines.filter(({ solved }) => solved === null);
  const right = known.filter(({ solved }) => solved === true).length;
  const fit = others.filter(({ matched, pairs }) => matched === pairs).length;
  const byTrain = `${fit} of ${others.length} tasks solved by train pairs alone: test outputs are not known`;
  if (known.length === 0) return byTrain;
  return `${right} of ${known.length} tasks solved${others.length === 0 ? '' : `; ${byTrain}`}`;
}

function submissionOf(tasks: ReadonlyMap<string, Task>, found: ReadonlyMap<string, Searched>): Submission {
  const answers = new Map(
    [...tasks].map(([id, { test }]) => {
      const solutions = found.get(id)?.solutions ?? [];
      return [id, test.map((_, i) => outputsOf(solutions, i).filter(fitsSubmission))] as const;
    }),
  );
  const built = buildSubmission(tasks, answers);
  if (!built.ok) throw new Error(faultText(built.fault));
  return built.value.submission;
}

/** What gives all train pairs, as functions called after their tasks. */
function solversOf(tasks: ReadonlyMap<string, Task>, found: ReadonlyMap<string, Searched>): string {
  return [...tasks.keys()]
    .flatMap((id) => {
      const first = found.get(id)?.solutions[0];
      const fits = first?.matched === tasks.get(id)?.train.length;
      return first === undefined || !fits ? [] : [printSteps(decodeProgram(first.code), id)];
    })
    .join('\n\n');
}
