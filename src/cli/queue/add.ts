/** `batt queue add`: a sweep goes into the database, all of it or nothing. */
import type { AnyOptions } from '../../core/pipeline/sweep-record.ts';
import { DEFAULT_LIMITS } from '../../core/values/ends.ts';
import { datasetOf } from '../dataset.ts';
import { ENGINE_VERSION } from '../engine-version.ts';
import { WrongCall } from '../faults.ts';
import { readSolvers, readTasks, TASK_OPTIONS } from '../files.ts';
import { MOST_SECONDS, needed, readOptions, wholeNumber } from '../options.ts';
import { print } from '../output.ts';
import { planOf } from '../plan.ts';
import { limitsOf, searchOptions } from '../solve.ts';
import { DEFAULTS } from '../sweep.ts';
import { addSweep } from './sweeps.ts';
import { withQueue } from './verbs.ts';

/** What is to be done with the tasks, and for how long. */
const PLAN_VALUES = ['seconds', 'fuel', 'seed', 'rounds', 'per-round'] as const;
const NO_SOLVERS = { solvers: [], faulty: false };

export async function add(words: readonly string[]): Promise<number> {
  const options = readOptions(words, {
    values: ['db', ...TASK_OPTIONS, 'name', 'solvers', ...PLAN_VALUES],
    flags: ['search', 'leave-own-out'],
  });
  const name = nameIn(options.name);
  const chosen = options.search ? searching(options) : sweeping(options);
  const tasks = readTasks(options);
  const { solvers, faulty } =
    options.search && options.solvers === undefined
      ? NO_SOLVERS
      : readSolvers(needed('solvers', options.solvers));
  const plan = planOf(tasks, solvers, chosen);
  const tasksFrom = datasetOf(needed('tasks', options.tasks), tasks);
  const added = await withQueue(options.db, { make: true }, async ({ database, jobs }) => {
    await jobs.createQueue(ENGINE_VERSION);
    return database.transaction(async (db) => {
      const sweep = await addSweep(db, name, plan, tasksFrom);
      if (sweep !== null) await jobs.put(db, ENGINE_VERSION, sweep, [...plan.tasks.keys()]);
      return sweep !== null;
    });
  });
  const what = `${tasks.size} tasks, engine version ${ENGINE_VERSION}`;
  print(added ? `${name}: ${what}\n` : `${name}: is there already, the very same; nothing was added\n`);
  return faulty ? 1 : 0;
}

type Options = Record<(typeof PLAN_VALUES)[number], string | undefined> & { 'leave-own-out': boolean };

function searching(options: Options): AnyOptions {
  for (const word of ['rounds', 'per-round', 'leave-own-out'] as const)
    if (options[word] !== undefined && options[word] !== false)
      throw new WrongCall(`--${word} does not go with --search`);
  return searchOptions(seedIn(options), limitsOf(options.seconds, options.fuel));
}

/** As `batt sweep` has them. With fuel alone the time limit is too far away to matter. */
function sweeping(options: Options): AnyOptions {
  const { ms } = limitsOf(options.seconds, options.fuel);
  return {
    seed: seedIn(options),
    rounds: wholeNumber('rounds', options.rounds, 1, DEFAULTS.rounds),
    perRound: wholeNumber('per-round', options['per-round'], 1, DEFAULTS.perRound),
    fuel: wholeNumber('fuel', options.fuel, 1, DEFAULT_LIMITS.fuel),
    secondsPerTask: ms === undefined ? MOST_SECONDS : ms / 1000,
    leaveOwnOut: options['leave-own-out'],
  };
}

const seedIn = (options: Options): number => wholeNumber('seed', options.seed, 0, DEFAULTS.seed);

function nameIn(text: string | undefined): string {
  const name = needed('name', text);
  if (name.length > 80 || /\p{C}/u.test(name))
    throw new WrongCall('--name needs up to 80 characters on one line');
  return name;
}
