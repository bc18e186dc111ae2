/** `batt sweep`: the pool's solvers and their mutations over a whole set of tasks, resumable. */
import { dirname, resolve } from 'node:path';
import { DEFAULT_LIMITS } from '../core/values/ends.ts';
import { printSteps } from '../core/lang/print.ts';
import { decodeProgram } from '../core/lang/program-code.ts';
import { Sweep, type SweepPlan, type SweepProgress } from '../core/pipeline/sweep.ts';
import { standingOf, type TaskResult } from '../core/pipeline/sweep-record.ts';
import { poolExecutor, type EnginePool } from '../host/pool/executor.ts';
import { Pool } from '../host/pool/pool.ts';
import { MAX_POOL } from '../host/pool/size.ts';
import { datasetOf } from './dataset.ts';
import { WrongCall } from './faults.ts';
import { readSolvers, readTasks, TASK_OPTIONS } from './files.ts';
import { jobDeadline } from './mutation-work.ts';
import { needed, readOptions, secondsIn, wholeNumber, workersIn } from './options.ts';
import { remark } from './output.ts';
import { planOf } from './plan.ts';
import { shardIn } from './shard.ts';
import { onSignal } from './signals.ts';
import { SweepFolder } from './sweep-folder.ts';
import { submit, tellSummary } from './sweep-output.ts';
import { hireThread } from './threads.ts';
import { checkWritable } from './written.ts';

export const DEFAULTS = { seconds: 10, seed: 42, rounds: 3, perRound: 200 };

export const SWEEP_HELP = `batt sweep --tasks FILE.json --solvers FILE.py --out DIR [options]

Tries every solver of FILE.py, and mutations of them, on every task of FILE.json. DIR/results.jsonl gets a line for
each task as it ends; report.csv and report.json come at the end. The same call again goes on where the last one
ended, however it ended, and does one task again at most; a different call into the same DIR is refused. What a task
gives does not depend on the other tasks or on --workers, unless its time is up.

  --seconds-per-task S   time for a task (default ${DEFAULTS.seconds})
  --workers N            worker threads, 1 to ${MAX_POOL} (default: as many as the machine has, less one from 4 upwards)
  --seed N               another seed, other mutations (default ${DEFAULTS.seed})
  --rounds N             rounds of candidates for a task (default ${DEFAULTS.rounds}); it ends with the round that solves it
  --per-round N          candidates a round (default ${DEFAULTS.perRound}), but never fewer than there are solvers
  --fuel N               steps per candidate and pair (default ${DEFAULT_LIMITS.fuel})
  --leave-own-out        without solve_<id> on task <id>: an honest test
  --solutions FILE       the test outputs in a file of their own, as Kaggle has them
  --shard I/N            only the I-th of N parts of the tasks, in a folder of its own; batt merge joins them
  --submission FILE      also a submission.json with two different attempts for each test input
  --progress             tell about each task on stderr, even where that is no terminal

Ctrl-C ends it with exit code 130; what is done is kept.
`;

/** Milliseconds between two looks at the time limits. */
const TICK = 50;

/** What is to be done with each task, and for how long. */
const PLAN_VALUES = ['seconds-per-task', 'seed', 'rounds', 'per-round', 'fuel'] as const;

export async function sweep(words: readonly string[]): Promise<number> {
  const options = readOptions(words, {
    values: [...TASK_OPTIONS, 'solvers', 'out', 'workers', 'shard', 'submission', ...PLAN_VALUES],
    flags: ['leave-own-out', 'progress'],
  });
  const workers = workersIn(options.workers);
  const seconds = options['seconds-per-task'];
  const chosen = {
    seed: wholeNumber('seed', options.seed, 0, DEFAULTS.seed),
    rounds: wholeNumber('rounds', options.rounds, 1, DEFAULTS.rounds),
    perRound: wholeNumber('per-round', options['per-round'], 1, DEFAULTS.perRound),
    fuel: wholeNumber('fuel', options.fuel, 1, DEFAULT_LIMITS.fuel),
    secondsPerTask: seconds === undefined ? DEFAULTS.seconds : secondsIn('seconds-per-task', seconds),
    leaveOwnOut: options['leave-own-out'],
  };
  const out = needed('out', options.out);
  const { submission } = options;
  const shard = shardIn(options.shard);
  if (shard !== null && submission !== undefined)
    throw new WrongCall('--submission is for all tasks: batt merge writes it when the shards are joined');
  if (submission !== undefined && dirname(resolve(submission)) !== resolve(out))
    checkWritable('submission', submission);
  const solversPath = needed('solvers', options.solvers);
  const tasks = readTasks(options);
  const { solvers, faulty } = readSolvers(solversPath);
  const plan = planOf(tasks, solvers, chosen);
  const folder = new SweepFolder(out, plan, datasetOf(needed('tasks', options.tasks), tasks), shard);
  try {
    const telling = new Telling(options.progress);
    if (folder.torn) telling.note('the last line of results.jsonl was torn; its task is done again');
    const signal = await sweepInto(folder, { ...plan, tasks: folder.tasks }, workers, telling);
    if (signal !== null) {
      const count = `${folder.results.size} of ${folder.tasks.length} tasks`;
      remark(`batt: stopped; ${count} are kept in ${out}, and the same call goes on\n`);
      return signal;
    }
    folder.writeReport();
    tellSummary(folder, out);
    if (submission !== undefined) submit(folder.ordered, tasks, submission, folder.about);
  } finally {
    folder.close();
  }
  return faulty ? 1 : 0;
}

/** Null where all is done, else the exit code of the signal that ended it. */
async function sweepInto(
  folder: SweepFolder,
  plan: SweepPlan,
  workers: number,
  telling: Telling,
): Promise<number | null> {
  const pool: EnginePool = new Pool({ size: workers, hire: hireThread, deadline: jobDeadline(plan.options) });
  const work = new Sweep(
    plan,
    {
      executor: poolExecutor(pool),
      now: () => performance.now(),
      print: async (code, name) => printSteps(decodeProgram(code), name),
      onResult(result) {
        folder.add(result);
        telling.result(result, work.progress);
      },
    },
    new Set(folder.results.keys()),
  );
  let code: number | null = null;
  const off = onSignal((signal) => {
    code = signal;
    work.stop();
    pool.close();
  });
  const ticking = setInterval(() => {
    work.tick();
    telling.progress(work.progress);
  }, TICK);
  try {
    const end = await work.start();
    if (end === 'failed') throw new Error('the solvers could not be read by the workers');
  } finally {
    clearInterval(ticking);
    off();
    telling.end();
    pool.close();
  }
  return code;
}

/** Progress on stderr: on a terminal one line that changes, else a line a task where that is asked for. */
class Telling {
  private readonly terminal = process.stderr.isTTY === true;
  private readonly lines: boolean;
  private told = 0;

  constructor(lines: boolean) {
    this.lines = lines;
  }

  note(text: string): void {
    if (this.terminal || this.lines) remark(`${text}\n`);
  }

  result(result: TaskResult, progress: SweepProgress): void {
    if (this.terminal || !this.lines) return;
    const matched = `${result.matched} of ${result.train} train pairs`;
    const what = `${result.task} ${standingOf(result)}, ${matched}, ${result.seconds} s`;
    remark(`${stateText(progress)}: ${what}\n`);
  }

  progress(progress: SweepProgress): void {
    if (!this.terminal || ++this.told % 4 !== 1) return;
    remark(`\r\u001b[K${stateText(progress)}: ${progress.running ?? ''}`.slice(0, 110));
  }

  end(): void {
    if (this.terminal) remark('\r\u001b[K');
  }
}

function stateText({ done, total, left }: SweepProgress): string {
  return `${done}/${total}${left === null ? '' : `, ${Math.ceil(left / 1000)} s left`}`;
}
