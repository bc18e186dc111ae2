/** The same solvers, tasks and pairs with the Python DSL that they were written for. */
import { scorePrograms } from '../../../src/core/engine/score.ts';
import type { Executor } from '../../../src/core/pipeline/executor.ts';
import type { Bench } from '../bench.ts';
import { ofBusiestThread } from '../clocks.ts';
import { DRAWN_SIDE } from '../corpus.ts';
import { onWorkers } from '../executors.ts';
import { summed, takeTurns, timed, warm, type Rounds, type Sample, type Side } from '../measure.ts';
import { Peer, type PeerJob } from '../peer/python.ts';
import { jobsOn, LIMIT, ownJobs, scout, type Scouted } from '../peer/scout.ts';
import { ratioOf, timeRow, type Row, type Section } from '../row.ts';
import { scoreOnWorkers } from './scoring.ts';

/** The one solver whose own task takes Python longer than all others together. */
const SLOWEST = 'a64e4611';
/** Python takes long; it compiles nothing while it runs, so the first pass has warmed it. */
const MOST_ROUNDS = 5;

const TITLE = 'The Python DSL against Batt';
const OF = 'Python / Batt';

export async function peer(bench: Bench, folder: string | null): Promise<Section> {
  if (folder === null)
    return absent('Not measured: name a checkout of arc-dsl with --peer DIR, and its tasks with --tasks.');
  const python = await Peer.start(folder);
  if (typeof python === 'string') return absent(`Not measured: ${python}.`);
  try {
    return await onWorkers(2, (executor) => compared(bench, python, executor));
  } finally {
    python.close();
  }
}

function absent(why: string): Section {
  return { id: 'peer', title: TITLE, notes: [why], rows: [] };
}

/** Work that both sides do. */
interface Contest {
  readonly name: string;
  readonly unit: string;
  readonly jobs: readonly PeerJob[];
  readonly work: () => unknown;
  /** The ratio that is asked for. */
  readonly least: number | null;
}

async function compared({ corpus, effort }: Bench, python: Peer, executor: Executor): Promise<Section> {
  const scouted = await scout(corpus, python);
  const { solvers, foreign } = scouted;
  const contests = contestsOf(scouted);
  const onTwo = timed(() => scoreOnWorkers(solvers, foreign, executor), effort.least, ofBusiestThread);
  const ours = contests.map(({ work }) => timed(work, effort.least));
  await warm([...ours, onTwo], effort.warmUp);
  const { sides, yard } = await takeTurns(
    [again(onTwo), ...contests.flatMap(({ jobs }, i) => [() => python.run(jobs, 4 * LIMIT), again(ours[i])])],
    { ...effort, rounds: Math.min(effort.rounds, MOST_ROUNDS) },
  );
  const pythons = contests.map((_, i) => sides[2 * i + 1]);
  const batts = contests.map((_, i) => sides[2 * i + 2]);
  const rows: Row[] = [];
  if (foreign.length > 0) {
    const slow = summed(pythons.slice(0, foreign.length));
    const quick = summed(batts.slice(0, foreign.length));
    rows.push(
      ...rowsOf(
        { name: 'foreign tasks, one thread', unit: 'ms a task', least: 40 },
        slow,
        quick,
        yard,
        foreign.length,
      ),
    );
    const two = { name: 'foreign tasks, two workers', unit: 'ms a task', least: 70 };
    rows.push(...rowsOf(two, slow, sides[0], yard, foreign.length).slice(1));
  }
  contests.forEach((contest, i) => rows.push(...rowsOf(contest, pythons[i], batts[i], yard)));
  return { id: 'peer', title: TITLE, rows, notes: notesOf(python, scouted) };
}

/** The second of two runs: while Python is at work for half a minute, caches and threads go cold. */
function again(side: Side): Side {
  return async () => {
    await side();
    return side();
  };
}

/** The foreign tasks in their order, then the own ones. */
function contestsOf({ solvers, foreign, working }: Scouted): Contest[] {
  const programs = solvers.map(({ program }) => program);
  const own = (name: string, units: Scouted['working'], least: number): Contest[] => {
    const work = (): unknown => units.map(({ solver, task }) => scorePrograms([solver.program], task.pairs));
    return units.length === 0
      ? []
      : [{ name, unit: `ms for ${units.length}`, jobs: ownJobs(units), work, least }];
  };
  const usual = working.filter(({ solver }) => solver.name !== SLOWEST);
  const slowest = working.filter(({ solver }) => solver.name === SLOWEST);
  return [
    ...foreign.map((task): Contest => {
      const work = (): unknown => scorePrograms(programs, task.pairs);
      return {
        name: `all solvers on ${task.id}`,
        unit: 'ms',
        jobs: jobsOn(task, solvers),
        work,
        least: null,
      };
    }),
    ...own('own tasks', usual, 30),
    ...own(`own task of ${SLOWEST}`, slowest, 100),
  ];
}

type Heading = Pick<Contest, 'name' | 'unit' | 'least'>;

function rowsOf(
  { name, unit, least }: Heading,
  slow: readonly Sample[],
  quick: readonly Sample[],
  yard: Rounds['yard'],
  per = 1,
): Row[] {
  const bar = least === null ? null : ({ of: 'ratio', at: 'least', value: least } as const);
  return [
    timeRow(`${name}: Python`, unit, slow, yard, {}, per),
    timeRow(`${name}: Batt`, unit, quick, yard, { ratio: ratioOf(OF, slow, quick), bar }, per),
  ];
}

function notesOf(python: Peer, { solvers, foreign, over, working, alike }: Scouted): string[] {
  return [
    `CPython ${python.version}, one process: ${solvers.length} solvers on all pairs of ${foreign.length} foreign tasks; ${working.length} working solvers on their own tasks.`,
    `Tasks that are not named with --task are drawn by the seed among those with grids up to ${DRAWN_SIDE} x ${DRAWN_SIDE}.`,
    ...over.map(({ id }) => `Left out: ${id}, for which Python takes more than ${LIMIT} s.`),
    `Alike on both sides: the number of right pairs in ${alike} of ${solvers.length * foreign.length} cases of a solver on a foreign task.`,
    'Two workers: CPU is the time of the busiest thread. On a machine that others use, go by CPU.',
  ];
}
