/** `batt score`: every solver of a file on the chosen tasks, on a pool of worker threads. */
import type { ScoreTable } from '../core/engine/table.ts';
import { encodeBatch } from '../core/lang/program-batch.ts';
import { encodeProgram } from '../core/lang/program-code.ts';
import type { ScoreJob } from '../core/pipeline/jobs.ts';
import { expectedCells } from '../core/pipeline/5-score.ts';
import { accuracyOf, isSolved, roundedAccuracy, type Measured } from '../core/task/measure.ts';
import { pairsOf, type PlacedPair, type Task } from '../core/task/task.ts';
import { DEFAULT_LIMITS, ENDS, type Limits } from '../core/values/ends.ts';
import type { Executor } from '../core/pipeline/executor.ts';
import { poolExecutor, type EnginePool } from '../host/pool/executor.ts';
import { Pool } from '../host/pool/pool.ts';
import { MAX_POOL } from '../host/pool/size.ts';
import { WrongCall } from './faults.ts';
import { readSolvers, readTasks, TASK_OPTIONS, type NamedProgram } from './files.ts';
import { needed, readOptions, wholeNumber, workersIn } from './options.ts';
import { print } from './output.ts';
import { hireThread } from './threads.ts';

export const SCORE_HELP = `batt score --solvers FILE.py --tasks FILE.json [options]

Scores every solver of FILE.py on every task of FILE.json (one task, or an object of tasks by id). A task is solved where
every output that is known is given exactly; where the test outputs are not known these are the train pairs alone, and
the answer says so.

  --solutions FILE  the test outputs in a file of their own, as Kaggle has them
  --task ID         only this task; may be repeated
  --own             only solve_<id> on task <id>
  --workers N       worker threads, 1 to ${MAX_POOL} (default: as many as the machine has, less one from 4 upwards)
  --fuel N          steps per solver and pair (default ${DEFAULT_LIMITS.fuel})
  --outputs         give the outputs, too
  --json            one JSON line per solver and task, then one with the summary (seconds are of scoring alone); the
                    match of a pair whose output is not known is null
`;

/** The solvers that one task is to be scored with. */
interface Unit {
  readonly id: string;
  readonly pairs: readonly PlacedPair[];
  readonly solvers: readonly NamedProgram[];
}

/** What one solver did on one pair. */
interface PairLine {
  readonly set: string;
  readonly index: number;
  /** null where the expected output is not known. */
  readonly match: boolean | null;
  readonly output: readonly string[] | null;
  readonly end: string;
}

/** What a solver did on the pairs of a task, with its measures. */
interface SolverLines {
  readonly pairs: PairLine[];
  readonly measured: Measured[];
}

/** A part of a unit that one job scores: all its solvers on the pairs from `first` on. */
interface Part {
  readonly unit: number;
  readonly first: number;
  readonly job: ScoreJob;
}

export async function score(words: readonly string[]): Promise<number> {
  const options = readOptions(words, {
    values: ['solvers', ...TASK_OPTIONS, 'workers', 'fuel'],
    lists: ['task'],
    flags: ['own', 'outputs', 'json'],
  });
  const workers = workersIn(options.workers);
  const limits: Limits = {
    ...DEFAULT_LIMITS,
    fuel: wholeNumber('fuel', options.fuel, 1, DEFAULT_LIMITS.fuel),
  };
  const solversPath = needed('solvers', options.solvers);
  const tasks = chosen(readTasks(options), options.task);
  const { solvers, faulty } = readSolvers(solversPath);
  const units = unitsOf(tasks, solvers, options.own);
  if (units.length === 0) throw new WrongCall('no solver of the file is named after one of the tasks');
  const pool: EnginePool = new Pool({ size: workers, hire: hireThread, deadline: 600_000 });
  const executor = poolExecutor(pool);
  try {
    await warmed(executor);
    const started = performance.now();
    const cpu = process.cpuUsage();
    const lines = await scoreUnits(units, executor, limits, options.outputs);
    const seconds = (performance.now() - started) / 1000;
    const { user, system } = process.cpuUsage(cpu);
    report(lines, units, { seconds, cpuSeconds: (user + system) / 1e6 }, options.json);
  } finally {
    pool.close();
  }
  return faulty ? 1 : 0;
}

function chosen(tasks: ReadonlyMap<string, Task>, ids: readonly string[]): ReadonlyMap<string, Task> {
  if (ids.length === 0) return tasks;
  return new Map(
    ids.map((id) => {
      const task = tasks.get(id);
      if (task === undefined) throw new WrongCall(`the file holds no task '${id}'`);
      return [id, task];
    }),
  );
}

function unitsOf(tasks: ReadonlyMap<string, Task>, solvers: readonly NamedProgram[], own: boolean): Unit[] {
  const units = [...tasks].map(([id, task]) => ({
    id,
    pairs: pairsOf(task),
    solvers: own ? solvers.filter(({ name }) => name === id) : solvers,
  }));
  return units.filter((unit) => unit.solvers.length > 0);
}

/** Every worker has answered once: starting and loading are done. */
async function warmed(executor: Executor): Promise<void> {
  const nothing = { jobs: [], outputs: false };
  await Promise.all(Array.from({ length: executor.width }, () => executor.submit('scoreMany', nothing)));
}

/** Small units go together, large ones are cut by pairs, so that there are about eight jobs a worker. */
function jobsOf(units: readonly Unit[], workers: number, limits: Limits): Part[][] {
  const cut = units.length < 4 * workers;
  const parts = units.flatMap((unit, u) => {
    const programs = encodeBatch(unit.solvers.map(({ program }) => encodeProgram(program)));
    const groups = cut ? unit.pairs.map((pair) => [pair]) : [unit.pairs];
    return groups.map((pairs, i): Part => ({
      unit: u,
      first: cut ? i : 0,
      job: { programs, pairs, limits },
    }));
  });
  const together = Math.max(1, Math.floor(parts.length / (8 * workers)));
  return Array.from({ length: Math.ceil(parts.length / together) }, (_, i) =>
    parts.slice(i * together, (i + 1) * together),
  );
}

/** Lines by unit, solver and pair. */
type Lines = SolverLines[][];

async function scoreUnits(
  units: readonly Unit[],
  executor: Executor,
  limits: Limits,
  outputs: boolean,
): Promise<Lines> {
  const lines: Lines = units.map(({ solvers }) => solvers.map(() => ({ pairs: [], measured: [] })));
  await Promise.all(
    jobsOf(units, executor.width, limits).map(async (parts) => {
      const jobs = parts.map(({ job }) => job);
      const outcome = await executor.submit('scoreMany', { jobs, outputs });
      if (!outcome.ok) throw new Error(`a worker was lost: ${outcome.why}`);
      const { tables, outputs: grids } = outcome.value;
      parts.forEach((part, i) => enter(lines, part, tables[i] as ScoreTable, grids[i] ?? []));
    }),
  );
  return lines;
}

function enter(
  lines: Lines,
  { unit, first, job }: Part,
  table: ScoreTable,
  grids: readonly (readonly string[] | null)[],
): void {
  lines[unit]?.forEach((solver, s) => {
    job.pairs.forEach((pair, i) => {
      const at = s * table.pairs + i;
      const match = pair.output === null ? null : table.match[at] === 1;
      solver.measured[first + i] = {
        match,
        correct: table.correct[at] as number,
        cells: expectedCells(pair),
      };
      solver.pairs[first + i] = {
        set: pair.set,
        index: pair.index,
        match,
        output: grids[at] ?? null,
        end: ENDS[table.ends[at] as number] as string,
      };
    });
  });
}

/** Of scoring alone: by the wall, and of the processors, all threads together. */
interface Took {
  readonly seconds: number;
  readonly cpuSeconds: number;
}

function report(lines: Lines, units: readonly Unit[], took: Took, json: boolean): void {
  const out: string[] = [];
  const solvers = new Set<string>();
  const counts = { pairs: 0, matched: 0, unknown: 0, solved: 0, solvedByTrain: 0 };
  units.forEach((unit, u) =>
    unit.solvers.forEach(({ name }, s) => {
      const { pairs, measured } = lines[u]?.[s] as SolverLines;
      const train = pairs.filter(({ set }) => set === 'train').length;
      const test = measured.slice(train).map(({ match }) => match);
      const matched = pairs.filter(({ match }) => match === true).length;
      const matchedTrain = matched - test.filter((match) => match === true).length;
      const solved = isSolved(matchedTrain, train, test);
      const unknown = pairs.filter(({ match }) => match === null).length;
      solvers.add(name);
      counts.pairs += pairs.length - unknown;
      counts.matched += matched;
      counts.unknown += unknown;
      if (solved) {
        counts.solved++;
        if (unknown > 0) counts.solvedByTrain++;
      }
      out.push(
        json
          ? JSON.stringify({
              ...{ solver: name, task: unit.id, solved, matched: matchedTrain, train },
              ...{ accuracy: roundedAccuracy(accuracyOf(measured, train)), pairs },
            })
          : `${name} on ${unit.id}: ${marks(pairs)}`,
      );
    }),
  );
  const total = {
    solvers: solvers.size,
    tasks: units.length,
    ...counts,
    seconds: Number(took.seconds.toFixed(4)),
    cpuSeconds: Number(took.cpuSeconds.toFixed(4)),
  };
  out.push(
    json
      ? JSON.stringify({ summary: total })
      : `${total.solvers} solvers, ${total.tasks} tasks: ${total.matched} of ${total.pairs} pairs, ${solvedText(total)}, ${total.seconds} s`,
  );
  print(`${out.join('\n')}\n`);
}

/** `3 solved`, and how many of them by train pairs alone. */
function solvedText({ solved, solvedByTrain }: { solved: number; solvedByTrain: number }): string {
  const some = solvedByTrain === solved ? '' : `${solvedByTrain} of them `;
  return `${solved} solved${solvedByTrain === 0 ? '' : ` (${some}by train pairs alone: test outputs are not known)`}`;
}

/** `3 of 4 pairs`, of those that are known, and what there is to say of others. */
function marks(pairs: readonly PairLine[]): string {
  const known = pairs.filter(({ match }) => match !== null);
  const matched = known.filter(({ match }) => match === true).length;
  const others = pairs
    .filter(({ match }) => match !== true)
    .map(({ set, index, match, end }) => {
      const ok = match === null ? 'not known' : 'differs';
      return `${set} ${index}: ${end === 'ok' ? ok : end}`;
    });
  return [`${matched} of ${known.length} pairs`, ...others].join(', ');
}
