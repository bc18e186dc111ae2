import { describe, expect, test } from 'vitest';
import { failedResult } from '../../src/core/pipeline/sweep-record.ts';
import { reportCsv, reportJson } from '../../src/core/pipeline/sweep-report.ts';
import type { ReportFile } from '../../src/host/sweep/report-file.ts';
import type { ReadEnd, Reading } from '../../src/host/reading.ts';
import { readFiles } from '../../src/host/tasks/files.ts';
import type { NamedTask } from '../../src/host/tasks/named-task.ts';
import type { FileReport } from '../../src/protocol/index.ts';
import type { DialogName } from '../../src/ui/state/dialog-name.ts';
import { Intake, understands, type OpenedSubmission } from '../../src/ui/state/intake.ts';
import { named, spokenNotices, TASK } from '../support/page.ts';

function page() {
  const notices = spokenNotices();
  const did: string[] = [];
  const report: FileReport = {
    solvers: [
      { name: 'solve_a', source: 'def solve_a …', ok: true },
      { name: 'solve_b', source: 'def solve_b …', ok: false },
    ],
    diagnostics: [],
  };
  const host = {
    ready: Promise.resolve(),
    bench: { named: named('a', 'starter'), pair: 0 } as { named: NamedTask; pair: number } | null,
    tasks: [named('a', 'starter')] as readonly NamedTask[],
    notices,
    datasets: { take: () => Promise.resolve({ ok: false, why: 'other files' } as never) },
    library: { imports: { take: (file: string) => Promise.resolve(void did.push(`import ${file}`)) } },
    sweep: {
      busy: false,
      show: ({ dataset, results }: ReportFile) =>
        Promise.resolve(!host.sweep.busy && did.push(`report ${dataset} ${results.length}`) > 0),
    },
    links: { openHash: (hash: string) => Promise.resolve(void did.push(`link ${hash}`)) },
    solvers: {
      extend: (_: FileReport, file: string) => void did.push(`extend ${file}`),
      replace: (_: FileReport, file: string) => void did.push(`replace ${file}`),
    },
    dialog: 'tasks' as DialogName | null,
    submission: null as OpenedSubmission | null,
    open: (task: NamedTask) => void (host.bench = { named: task, pair: 0 }),
    openWithSolver(task: NamedTask) {
      host.addTasks([task]);
      host.open(task);
    },
    addTasks: (tasks: readonly NamedTask[]) => void (host.tasks = [...host.tasks, ...tasks]),
    freeId: (id: string) => (host.tasks.some((task) => task.id === id) ? `${id}_2` : id),
    place: (source: string, from: string) => Promise.resolve(void did.push(`${from}: ${source.trim()}`)),
  };
  const reading = (files: readonly File[]): Reading => {
    let stop = (): void => {};
    const stopped = new Promise<ReadEnd>((resolve) => (stop = () => resolve({ kind: 'stopped' })));
    const read = readFiles(files, () => Promise.resolve({ ok: true, value: report }));
    // The one called slow.json takes for ever.
    const isSlow = files.some(({ name }) => name === 'slow.json');
    const done = read.then((found): ReadEnd => ({ kind: 'read', files: found }));
    return { done: isSlow ? stopped : done, stop };
  };
  return { host, intake: new Intake(host, reading), notices, did };
}

const file = (name: string, content: unknown) =>
  new File([typeof content === 'string' ? content : JSON.stringify(content)], name);

describe('files', () => {
  test('leave a dialog open that was opened while they were read', async () => {
    const { host, intake } = page();
    const reading = intake.files([file('b.json', TASK)]);
    host.dialog = 'sweep';
    await reading;
    expect([host.bench?.named.id, host.dialog]).toEqual(['b', 'sweep']);
  });

  test('open the first of their tasks, and close the dialog', async () => {
    const { host, intake, notices } = page();
    await intake.files([file('b.json', TASK), file('c.json', TASK)]);
    expect([host.bench?.named.id, host.tasks.length, host.dialog]).toEqual(['b', 3, null]);
    expect(notices.texts).toEqual(['info: 2 tasks opened from b.json.']);
    expect(notices.under).toEqual(['Reading 2 files …', 'over']);
  });

  test('that are refused change nothing, and the first are named', async () => {
    const { host, intake, notices } = page();
    await intake.files(['1', '2', '3', '4'].map((name) => file(`${name}.json`, '{')));
    expect([host.bench?.named.id, host.tasks.length, host.dialog]).toEqual(['a', 1, 'tasks']);
    expect(notices.texts.map((text) => text.replace(/ not JSON.*/, ''))).toEqual([
      'bad: 1.json:',
      'bad: 2.json:',
      'bad: 2 more files could not be used: 3.json, 4.json.',
    ]);
  });

  test('of solvers add to the pool, or take its place when that is wanted', async () => {
    const { intake, notices, did } = page();
    await intake.files([file('s.py', 'def solve_a(I):\n    return I\n')]);
    notices.press();
    expect(did).toEqual(['extend s.py', 'replace s.py']);
    expect(notices.texts[0]).toMatch(/^warn: s\.py: 1 solver added to the pool\. 1 function left out/);
  });
});

describe('files on their way', () => {
  test('are left where reading is stopped, and nothing has changed', async () => {
    const { host, intake, notices } = page();
    const reading = intake.files([file('slow.json', TASK)]);
    for (let i = 0; i < 50 && notices.under.length === 0; i++) await new Promise((done) => setTimeout(done));
    notices.press();
    await reading;
    expect([host.bench?.named.id, host.tasks.length, host.dialog]).toEqual(['a', 1, 'tasks']);
    expect(notices.texts.at(-1)).toBe('info: Reading slow.json was stopped; nothing was opened.');
  });

  test('are told of with what was decided for them', async () => {
    const { intake, notices } = page();
    const pairs = Array.from({ length: 6 }, () => TASK.train[0]);
    await intake.files([file('list.json', pairs), file('more.json', pairs)]);
    expect(notices.texts.at(-1)).toBe(
      'info: 2 tasks opened from list.json. list is a list of pairs: the first 3 are taken for train, ' +
        'the next one for test, and 2 more are left out. 1 more file is like that.',
    );
  });
});

describe('the folder of a sweep', () => {
  const results = ['x', 'y'].map((id) => failedResult(id, TASK, 'lost'));
  const swept = { dataset: 'many.json', count: 3 };
  const report = file('report.json', reportJson(swept, { seed: 1, searchFuel: 5 }, results));
  const identity = file('sweep.json', { version: 1, options: { seed: 1, searchFuel: 5 }, inputs: 'abc' });
  const submission = { x: [{ attempt_1: [[1]], attempt_2: [[2]] }] };
  const beside = [
    identity,
    file('submission.json', submission),
    file('report.csv', reportCsv(swept, results)),
    file('results.jsonl', results.map((result) => `${JSON.stringify(result)}\n`).join('')),
  ];

  test('opens its report, and nothing of what lies beside it', async () => {
    const { host, intake, notices, did } = page();
    await intake.files([...beside, report]);
    expect([did, host.dialog, host.submission, notices.texts]).toEqual([
      ['report many.json 2'],
      'sweep',
      null,
      [],
    ]);
  });

  test('changes nothing while a sweep is under way, or where a result cannot be read', async () => {
    const { host, intake, notices, did } = page();
    host.sweep.busy = true;
    await intake.files([report]);
    const broken = { ...JSON.parse(await report.text()), results: [{ task: 'x' }] };
    await intake.files([file('broken.json', broken), identity]);
    expect([did, host.dialog]).toEqual([[], 'tasks']);
    expect(notices.texts).toEqual([
      'bad: report.json: a sweep is under way here: pause it first.',
      'bad: broken.json: results[0].solved: is missing or of the wrong kind',
    ]);
    await intake.files([identity]);
    expect(notices.texts[2]).toMatch(/its report is report\.json/);
  });
});

describe('pasted text', () => {
  test('that means nothing changes nothing', async () => {
    const { host, intake } = page();
    expect(understands('hello')).toBe(false);
    expect(await intake.paste('hello')).toBe(false);
    expect(host.dialog).toBe('tasks');
  });

  test('is a link, or a solver for the task at hand', async () => {
    const { intake, did } = page();
    expect(await intake.paste('https://batt.test/#v1.abc')).toBe(true);
    expect(await intake.paste('def solve_a(I):\n    return I')).toBe(true);
    expect(did).toEqual(['link #v1.abc', 'pasted text: def solve_a(I):\n    return I']);
  });

  test('is a task under a free name, however often it comes', async () => {
    const { host, intake } = page();
    for (let i = 0; i < 2; i++) await intake.paste(JSON.stringify(TASK));
    expect(host.tasks.map(({ id, title }) => `${id} ${title}`)).toEqual([
      'a a',
      'pasted pasted',
      'pasted_2 pasted_2',
    ]);
  });

  test('is a grid: the last test input of a copy, which is looked at', async () => {
    const { host, intake } = page();
    expect(await intake.paste('[[1, 2], [3, 4]]')).toBe(true);
    expect([host.bench?.named.id, host.bench?.pair]).toEqual(['a_2', 2]);
    expect(host.bench?.named.pairs.at(-1)?.input).toEqual([
      [1, 2],
      [3, 4],
    ]);
  });
});
