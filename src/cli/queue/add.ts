/** `batt queue add`: a sweep goes into the database, all of it or nothing. */
import type { AnyOptions } from '../../core/pipeline/sweep-record.ts';
import { DEFAULT_LIMITS } from '../../core/values/ends.ts';
import { datasetOf } from '../dataset.ts';
import { ENGINE_VERSION } from '../engine-version.ts';
import { WrongCall } from '../faults.ts';
import { readSolvers, readTasks, TASK_OPTIONS } from '../files.ts';
import { needed, readOptions, wholeNumber } from '../options.ts';
import { print } from '../output.ts';
import { planOf } from '../plan.ts';
import { limitsOf, searchOptions } from '../solve.ts';
import { DEFAULTS, MOST_SECONDS } from '../sweep.ts';
import { addSweep } from './sweeps.ts';
import { DB_OPTION, withQueue } from './verbs.ts';

const NO_SOLVERS = { solvers: [], faulty: false };

export async function add(words: readonly string[]): Promise<number> {
  const options = readOptions(words, {
    ...DB_OPTION,
    ...TASK_OPTIONS,
    name: { type: 'string' },
    solvers: { type: 'string' },
    search: { type: 'boolean' },
    seconds: { type: 'string' },
    fuel: { type: 'string' },
    seed: { type: 'string' },
    rounds: { type: 'string' },
    'per-round': { type: 'string' },
    'leave-own-out': { type: 'boolean' },
  });
  const name = nameIn(options.name);
  const chosen = options.search === true ? searching(options) : sweeping(options);
  const tasks = readTasks(options);
  const { solvers, faulty } =
    options.search === true && options.solvers === undefined
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

type Options = ReturnType<typeof readOptions>;

function searching(options: Options): AnyOptions {
  for (const word of ['rounds', 'per-round', 'leave-own-out'])
    if (options[word] !== undefined) throw new WrongCall(`--${word} does not go with --search`);
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
    leaveOwnOut: options['leave-own-out'] === true,
  };
}

const seedIn = (options: Options): number => wholeNumber('seed', options.seed, 0, DEFAULTS.seed);

function nameIn(text: unknown): string {
  const name = needed('name', text);
  if (name.length > 80 || /\p{C}/u.test(name))
    throw new WrongCall('--name needs up to 80 characters on one line');
  return name;
}
