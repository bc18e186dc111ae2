/** The same solvers, tasks and pairs with the Python DSL that they were written for, each pair once on both sides. */
import { BARS } from '../bars.ts';
import type { Bench } from '../bench.ts';
import type { Corpus } from '../corpus.ts';
import { withFiles, type Files } from '../fresh/files.ts';
import { takeTurns, type Rounds, type Sample } from '../measure.ts';
import {
  agreement,
  Contest,
  meanRatio,
  NOTHING,
  peerTotal,
  runPart,
  type PeerTimes,
  type Work,
} from '../peer/contest.ts';
import { LIMIT, Peer } from '../peer/python.ts';
import { plainRow, ratioOf, timeRow, type Row, type Section } from '../row.ts';
import { statOf } from '../stats.ts';

/** Published solvers that take CPython minutes on tasks of others; the last one also on its own. */
const HUNGRY = new Set(['d22278a0', '6aa20dc0', '91413438', 'a64e4611']);
const SLOWEST = 'a64e4611';

const TITLE = 'The Python DSL against Batt';
const OF = 'Python / Batt';

export async function peer(bench: Bench, folder: string | null): Promise<Section> {
  if (folder === null)
    return absent('Not measured: name a checkout of arc-dsl with --peer DIR, and its tasks with --tasks.');
  const python = await Peer.start(folder);
  if (typeof python === 'string') return absent(`Not measured: ${python}.`);
  try {
    return await withFiles(bench.corpus, (files) => compared(bench, python, files));
  } finally {
    python.close();
  }
}

function absent(why: string): Section {
  return { id: 'peer', title: TITLE, notes: [why], rows: [] };
}

async function compared({ corpus, effort }: Bench, python: Peer, files: Files): Promise<Section> {
  const solvers = corpus.solvers.filter(({ name }) => python.solvers.has(name));
  const typical = solvers.filter(({ name }) => !HUNGRY.has(name));
  const owners = solvers.filter(({ name }) => name !== SLOWEST && corpus.tasks.has(name));
  const [foreign, own]: PeerTimes[] = [new Map(), new Map()];
  const all: Work = { solvers, on: corpus.spread };
  const ofOwners: Work = { solvers: owners, on: 'own' };
  const contests = [
    new Contest(`${typical.length} typical solvers`, { ...all, solvers: typical }, foreign, true),
    new Contest(`all ${solvers.length} solvers`, all, foreign),
    new Contest(`${owners.length} own tasks`, ofOwners, own),
  ];
  const different = contests.filter(
    ({ work }) => work.solvers.length > 0 && !(work === all && typical.length === solvers.length),
  );

  const ownTasks = owners.flatMap(({ name }) => corpus.tasks.get(name) ?? []);
  await python.learn(new Set([...corpus.spread, ...ownTasks]));
  let part = 0;
  const pythonsPart = async (): Promise<Sample> => {
    await runPart(python, all, part, effort.rounds, foreign);
    await runPart(python, ofOwners, part, effort.rounds, own);
    part++;
    return NOTHING;
  };
  const { yard } = await takeTurns(
    [pythonsPart, ...different.flatMap((contest, i) => contest.sides(files, `contest-${i}`))],
    effort,
  );
  return {
    id: 'peer',
    title: TITLE,
    rows: different.flatMap((contest) => rowsOf(contest, yard, barsOf(contest.work, all, ofOwners))),
    notes: notesOf(python, corpus, different),
  };
}

type Bars = { readonly sum: number | null; readonly mean: number | null };

function barsOf(work: Work, all: Work, own: Work): Bars {
  if (work === all) return { sum: BARS.all, mean: null };
  if (work === own) return { sum: BARS.own, mean: BARS.ownMean };
  return { sum: BARS.typical, mean: BARS.typicalMean };
}

function rowsOf(contest: Contest, yard: Rounds['yard'], bars: Bars): Row[] {
  const { name, work, times, one, two, each } = contest;
  const slow = peerTotal(times, work);
  const quick = one.map(({ scoring }) => scoring);
  const onTwo = two.map(({ scoring }) => scoring);
  const least = (of: 'ratio' | 'figure', value: number | null): Row['bar'] =>
    value === null ? null : { of, at: 'least', value };
  const means = (clock: 'wall' | 'cpu'): number[] =>
    each.flatMap((result) => meanRatio(times, work, result, clock) ?? []);
  const ratio = ratioOf(
    OF,
    quick.map(() => slow),
    quick,
  );
  const rows = [
    timeRow(`${name}: Python`, 'ms', [slow], yard),
    timeRow(`${name}: Batt, cold, one worker`, 'ms', quick, yard, { ratio, bar: least('ratio', bars.sum) }),
  ];
  if (onTwo.length > 0) {
    // Processor time of a whole process does not tell what its threads did at the same time.
    const gain = { ...ratioOf('one worker / two', quick, onTwo), cpu: null };
    const extras = { ratio: gain, bar: least('ratio', BARS.twoWorkers) };
    rows.push(timeRow(`${name}: Batt, cold, two workers`, 'ms', onTwo, yard, extras));
  }
  const [wall, cpu] = [means('wall'), means('cpu')];
  const mean = plainRow(`${name}: geometric mean over solvers`, 'x', wall, {
    better: 'more',
    bar: least('figure', bars.mean),
    cpu: cpu.length === wall.length ? statOf(cpu) : null,
  });
  return [...rows, mean];
}

function notesOf(python: Peer, { spread }: Corpus, contests: readonly Contest[]): string[] {
  const pairs = spread.reduce((sum, task) => sum + task.pairs.length, 0);
  const [{ times, one }] = contests;
  const { alike, of } = agreement(times, one[0]);
  const cut = contests.map(({ name, work, times }) => `${name} ${peerTotal(times, work).cut}`);
  const limited = contests.map(({ name, one: [first] }) => `${name} ${first.limited} of ${first.pairs}`);
  return [
    `CPython ${python.version}, one process, loaded before: each solver once on each pair (${pairs}) of ${spread.length} tasks (those named, else every tenth by id), and on those of its own task. Typical: without ${[...HUNGRY].join(' ')}; own tasks: without ${SLOWEST}.`,
    `A call of CPython is cut off after ${LIMIT} s of the processor and counts as that: ${cut.join(', ')}. Batt met a limit of fuel or size: ${limited.join(', ')}.`,
    'Cold: batt score in a process of its own, each solver once on each pair; time as it tells it, for scoring alone, as with CPython. CPU is that of all its threads together.',
    'Geometric mean: each solver alone, one after the other on one worker thread of a process of its own, so that nothing is shared between solvers; of how many times longer CPython takes for it. Its CPU has the handing over of the pairs in it, its time has not.',
    `Alike on both sides: the number of right pairs in ${alike} of ${of} cases of a typical solver on a task.`,
  ];
}
