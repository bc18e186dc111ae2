/** The search from nothing: what it makes in a second, when it has solved a task, and what each generator is worth. */
import type { Remote } from 'comlink';
import { arenaOf } from '../../../workers/arena.ts';
import { compiledBeside } from '../../../src/cli/arena.ts';
import { hireThread } from '../../../src/cli/threads.ts';
import { GENERATORS, type GeneratorName } from '../../../src/core/search/brought.ts';
import { Pieces } from '../../../src/core/search/pieces.ts';
import type { SearchReport } from '../../../src/core/search/searcher.ts';
import { Synthesis } from '../../../src/core/search/synthesis.ts';
import { BROAD } from '../../../src/core/search/track.ts';
import { blind, type Task } from '../../../src/core/task/task.ts';
import { Supervisor } from '../../../src/host/pool/supervisor.ts';
import { searchTask, type SearchLimits } from '../../../src/host/pool/search.ts';
import type { EngineApi } from '../../../src/protocol/engine.ts';
import type { Bench } from '../bench.ts';
import type { CorpusTask } from '../corpus.ts';
import { now } from '../executors.ts';
import { plainRow, type Row, type Section } from '../row.ts';

export async function search({ corpus, scale }: Bench): Promise<Section> {
  const { seconds, fuel } = scale.search;
  const tasks = corpus.chosen;
  const rates = tasks.map(({ task }) => ratesOn(task, fuel));
  const of = (rate: (rates: Rates) => number): number[] => rates.map(rate);
  const rows: Row[] = [
    plainRow(
      'distinct values',
      'a second',
      of(({ values }) => values),
      { better: 'more' },
    ),
    plainRow(
      'expressions on an input',
      'a second',
      of(({ calls }) => calls),
      { better: 'more' },
    ),
    plainRow(
      'bytes a value',
      'bytes',
      of(({ bytes }) => bytes),
    ),
    plainRow(
      'pieces',
      'a second',
      of(({ pieces }) => pieces),
      { better: 'more' },
    ),
  ];
  const within = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20].filter((at) => at <= seconds);
  for (const workers of [1, 2]) {
    const solved = await solvedAfter(tasks, workers, { ms: seconds * 1000 });
    const name = `${workers} worker${workers === 1 ? '' : 's'}`;
    const times = solved.filter((at) => at !== null);
    if (times.length > 0) rows.push(plainRow(`to the first solution, ${name}`, 's', times));
    for (const at of within)
      rows.push(count(`solved within ${at} s, ${name}`, times.filter((time) => time <= at).length));
  }
  rows.push(count('solved with all generators', (await solvedWith(tasks, fuel)).length));
  for (const without of GENERATORS)
    rows.push(count(`solved without ${without}`, (await solvedWith(tasks, fuel, without)).length));
  return {
    id: 'search',
    title: 'Searching from nothing',
    notes: [
      `On ${tasks.length} tasks, each for ${seconds} s, and to see what generators are worth for ${fuel / 1e6} million steps; name others with --tasks and --task.`,
      'Solved: a program gives all train outputs, and for every test input whose output is known the best or the second is right.',
      'Rates are those of one track in this thread, pieces those that are made of the bank when its steps are burnt.',
    ],
    rows,
  };
}

const count = (name: string, value: number): Row => plainRow(name, 'tasks', [value], { better: 'more' });

interface Rates {
  readonly values: number;
  readonly calls: number;
  readonly bytes: number;
  readonly pieces: number;
}

function ratesOn(task: Task, fuel: number): Rates {
  const arena = arenaOf(compiledBeside(import.meta.url));
  const { exports: core } = arena;
  const synthesis = new Synthesis(arena, blind(task), BROAD, { without: 'pieces' });
  const began = now();
  for (const _ of synthesis.slices()) if (core.steps.value >= fuel) break;
  const took = (now() - began) / 1000;
  const fitting = Array.from({ length: core.fittingCount.value }, (_, i) => core.fittingAt(i));
  const colours = [...new Set(task.train.flatMap(({ output }) => output?.flat() ?? []))];
  const laid = now();
  const pieces = new Pieces(synthesis.bank, colours, BROAD.pieces, fitting);
  return {
    values: core.stateCount.value / took,
    calls: core.applied.value / took,
    bytes: core.bankBytes() / core.stateCount.value,
    pieces: (1000 * pieces.list.length) / (now() - laid),
  };
}

/** Hands each task to threads of its own; gives what `use` makes of its last report. */
async function onEach<T>(
  tasks: readonly CorpusTask[],
  workers: number,
  limits: SearchLimits,
  without: GeneratorName | null,
  use: (task: Task, reports: readonly (readonly [number, SearchReport])[]) => T,
): Promise<T[]> {
  const supervisors = Array.from({ length: workers }, () => new Supervisor<Remote<EngineApi>>(hireThread));
  const made: T[] = [];
  try {
    for (const { id, task } of tasks) {
      const began = now();
      const reports: [number, SearchReport][] = [];
      const plan = {
        key: `${id} ${without ?? ''}`,
        task: blind(task),
        ...(without === null ? {} : { without }),
      };
      const outcome = await searchTask(supervisors, plan, limits, {
        onReport: (report) => void reports.push([(now() - began) / 1000, report]),
      });
      if (!outcome.ok) throw new Error(`a search was lost: ${outcome.why}`);
      made.push(use(task, [...reports, [(now() - began) / 1000, outcome.value]]));
    }
  } finally {
    for (const supervisor of supervisors) supervisor.close();
  }
  return made;
}

/** Seconds until a report held the solution; null where none did at the end. */
function solvedAfter(
  tasks: readonly CorpusTask[],
  workers: number,
  limits: SearchLimits,
): Promise<(number | null)[]> {
  return onEach(tasks, workers, limits, null, (task, reports) => {
    if (!isSolved(task, reports.at(-1)![1])) return null;
    return reports.find(([, report]) => isSolved(task, report))![0];
  });
}

/** The tasks that are solved for so many steps, which do not hang on the machine. */
async function solvedWith(
  tasks: readonly CorpusTask[],
  fuel: number,
  without: GeneratorName | null = null,
): Promise<readonly boolean[]> {
  const solved = await onEach(tasks, 2, { fuel }, without, (task, reports) =>
    isSolved(task, reports.at(-1)![1]),
  );
  return solved.filter((each) => each);
}

function isSolved({ test }: Task, { answers }: SearchReport): boolean {
  return (
    answers.length > 0 &&
    test.every(({ output }, i) => {
      const attempts = [...new Set(answers.map(({ outputs }) => JSON.stringify(outputs[i])))].slice(0, 2);
      return output === null || attempts.includes(JSON.stringify(output));
    })
  );
}
