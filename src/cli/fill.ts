/** `batt fill`: looks for what may stand in the holes of a solver. */
import type { Remote } from 'comlink';
import { parse } from '../core/lang/1-parse.ts';
import type { ToldFilling } from '../core/search/filler.ts';
import { ranked } from '../host/pool/fill-rank.ts';
import { blind, type Task } from '../core/task/task.ts';
import { fillSolver } from '../host/pool/fill.ts';
import { Supervisor } from '../host/pool/supervisor.ts';
import { MAX_POOL } from '../host/pool/size.ts';
import type { EngineApi } from '../protocol/engine.ts';
import { WrongCall } from './faults.ts';
import { readText, readTasks } from './files.ts';
import { fillLine } from './fill-line.ts';
import { needed, readOptions, secondsIn, wholeNumber, workersIn } from './options.ts';
import { print } from './output.ts';
import { hireThread } from './threads.ts';

export const FILL_HELP = `batt fill --solver FILE.py --task FILE.json --seconds S [options]

Looks for what may stand in the holes ?? (up to three) of a solver, so that most train pairs come out right; what costs
least is tried first. FILE.json is one task, or an object of tasks of which the solver's name picks one. Exits with 0 if
something makes all train pairs right, else with 1.

  --seconds S    time to search for
  --workers N    worker threads, 1 to ${MAX_POOL} (default: as many as the machine has, less one from 4 upwards)
  --seed K       taken for the sake of scripts: nothing is left to chance
  --json         one JSON line a filling, best first, then one with the summary
  --line NAME    instead looks for what may stand in that line, so that it gives the values of --value FILE
                 ({"0": value, …} by number of the pair, from 0), or those that it gives now on --pairs 0,1 (default:
                 the train pairs); a value is a number, true or false, rows [[0, 1], …], {"t": [tuple]}, {"s": [set]}
`;

/** Fillings that are told. */
const MOST = 50;

export async function fill(words: readonly string[]): Promise<number> {
  const options = readOptions(words, {
    values: ['solver', 'task', 'seconds', 'workers', 'seed', 'line', 'value', 'pairs'],
    flags: ['json'],
  });
  const { line, value: values, pairs: wanted, json } = options;
  const path = needed('solver', options.solver);
  const ms = secondsIn('seconds', needed('seconds', options.seconds)) * 1000;
  const workers = workersIn(options.workers);
  wholeNumber('seed', options.seed, 0, 0);
  const source = readText(path);
  if (line !== undefined) {
    const solver = lastIn(source, path);
    const task = taskFor(solver, needed('task', options.task));
    return fillLine({ source, solver, line, task, ms, values, pairs: wanted, json });
  }
  const solver = nameIn(source, path);
  const task = taskFor(solver, needed('task', options.task));
  const supervisors = Array.from({ length: workers }, () => new Supervisor<Remote<EngineApi>>(hireThread));
  try {
    const plan = { key: 'fill', source, solver, task: blind(task) };
    const outcome = await fillSolver(supervisors, plan, ms);
    if (!outcome.ok) throw new WrongCall(`${path}: ${outcome.why}`);
    const { fillings, tried, ms: took } = outcome.value;
    const best = ranked(fillings).slice(0, MOST);
    const pairs = task.train.length;
    for (const filling of best) print(json ? lineOf(filling, pairs) : sentence(filling, pairs));
    const found = fillings.filter(({ matched }) => matched === pairs).length;
    const summary = { tried, found, seconds: Number((took / 1000).toFixed(3)) };
    print(json ? `${JSON.stringify({ summary })}\n` : totalText(summary));
    return found > 0 ? 0 : 1;
  } finally {
    for (const supervisor of supervisors) supervisor.close();
  }
}

/** The last solver of the source that has a hole. */
function nameIn(source: string, path: string): string {
  const { solvers, diagnostics } = parse(source);
  const solver = solvers.findLast(({ holes }) => holes.length > 0);
  if (solver !== undefined) return solver.name;
  const fault = diagnostics.find(({ severity }) => severity === 'error')?.message;
  throw new WrongCall(
    `${path}: ${fault ?? 'no solver of it has a hole: write ?? where something is to be found'}`,
  );
}

/** The last solver of the source. */
function lastIn(source: string, path: string): string {
  const solver = parse(source).solvers.at(-1);
  if (solver === undefined) throw new WrongCall(`${path}: there is no solver in it`);
  return solver.name;
}

function taskFor(solver: string, path: string): Task {
  const tasks = readTasks({ tasks: path });
  const named = tasks.get(solver);
  if (named !== undefined) return named;
  const [only] = tasks.values();
  if (tasks.size === 1) return only;
  throw new WrongCall(`${path}: holds no task '${solver}', which the solver is named after`);
}

function lineOf({ texts, solver, matched, calls }: ToldFilling, pairs: number): string {
  return `${JSON.stringify({ fillings: texts, solver, matched, pairs, calls })}\n`;
}

function sentence({ texts, matched }: ToldFilling, pairs: number): string {
  return `${matched} of ${pairs} train pairs: ${texts.join(' and ')}\n`;
}

function totalText({ tried, found, seconds }: { tried: number; found: number; seconds: number }): string {
  const fits = found === 0 ? 'none makes all train pairs right' : `${found} make all train pairs right`;
  return `${tried} expressions tried, ${fits}, ${seconds} s\n`;
}
