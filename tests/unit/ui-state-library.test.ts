import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { refOf } from '../../src/host/library/task-ref.ts';
import type { Bench } from '../../src/ui/state/bench.svelte.ts';
import { Collector } from '../../src/ui/state/collector.svelte.ts';
import { scoreOf } from '../../src/host/library/record.ts';
import { DraftSaver } from '../../src/ui/state/draft-saver.ts';
import { rowsOf } from '../../src/ui/state/library-rows.ts';
import { taskFinder } from '../../src/ui/state/library-scores.ts';
import { freshLibraries, own, solver } from '../support/library.ts';
import { candidate, named, pairResult, settle, solverResult } from '../support/page.ts';

describe('drafts', () => {
  const open = freshLibraries();
  const conflicts: string[] = [];
  const [a, b] = [named('a'), named('b')];
  const saver = async () => {
    const library = await open();
    const drafts = new DraftSaver(Promise.resolve(library), (_, mine) => void conflicts.push(mine));
    const save = vi.spyOn(library, 'saveDraft');
    /** Once so many savings are over. */
    const saved = async (count: number) => {
      await vi.waitFor(() => expect(save.mock.settledResults).toHaveLength(count));
      await vi.waitFor(() => expect(save.mock.settledResults.at(-1)?.type).toBe('fulfilled'));
      await settle();
    };
    const kept = async (task: string) => (await library.draft(own(task)))?.source ?? null;
    return { drafts, save, saved, kept };
  };
  beforeEach(() => void conflicts.splice(0));

  test('are saved when another task is opened or the page goes, and not at every key', async () => {
    const { drafts, save, saved, kept } = await saver();
    drafts.typed(a, 'x');
    drafts.typed(a, 'xy');
    drafts.leave(a);
    await settle();
    expect(save).toHaveBeenCalledTimes(0);
    drafts.leave(b);
    await saved(1);
    expect(await kept('a')).toBe('xy');
    drafts.typed(b, ' ');
    drafts.flush();
    drafts.flush();
    await saved(2);
    expect([await drafts.of(a), await drafts.of(b)]).toEqual(['xy', null]);
  });

  test('of an earlier visit that are still being read are no other tab’s', async () => {
    const first = await saver();
    first.drafts.typed(a, 'before');
    await first.drafts.flush();
    const second = await saver();
    const read = second.drafts.of(a);
    second.drafts.typed(a, 'typed meanwhile');
    await second.drafts.flush();
    expect([await read, await first.kept('a'), conflicts]).toEqual(['before', 'typed meanwhile', []]);
  });

  test('of another tab are not written over unless that is wanted, and it is asked once', async () => {
    const [first, second] = [await saver(), await saver()];
    first.drafts.typed(a, 'first');
    first.drafts.flush();
    await first.saved(1);
    for (const [i, text] of ['second', 'second, again'].entries()) {
      second.drafts.typed(a, text);
      second.drafts.flush();
      await second.saved(i + 1);
    }
    expect([conflicts, await first.kept('a')]).toEqual([['second'], 'first']);
    await second.drafts.overwrite(a, 'second');
    expect(await first.kept('a')).toBe('second');
  });
});

describe('the collector', () => {
  const right = pairResult();
  const wrong = pairResult({ match: false, correct: 0 });
  const found = { ...right, set: undefined, index: undefined };
  let collector: Collector | null = null;
  afterEach(() => collector?.dispose());

  async function collect(bench: unknown, printed = 'def …') {
    const added: string[] = [];
    const tried: string[] = [];
    const inspector = {
      print: () => Promise.resolve({ ok: true, value: { words: '', steps: printed, line: null } } as const),
    };
    collector = new Collector(
      { bench: bench as Bench },
      inspector,
      { leave: () => {}, typed: () => {} } as unknown as DraftSaver,
      {
        add: (kept) =>
          Promise.resolve(void added.push(`${kept.origin}: ${kept.source} ${kept.score.matched}`)),
        tried: (task) => void tried.push(task.id),
      },
    );
    await new Promise((done) => setTimeout(done, 10));
    return { added, tried };
  }
  const bench = (solverState: object, run: object = { phase: 'idle', top: [] }) => ({
    named: named('a'),
    run,
    solver: {
      stale: false,
      chosen: null,
      edited: true,
      diagnostics: [],
      looked: null,
      result: null,
      text: '',
      ...solverState,
    },
  });

  test('keeps what matches every train pair, whatever the tests say', async () => {
    const result = solverResult('h', [right, { ...wrong, set: 'test' }]);
    expect(await collect(bench({ text: 'def …', result }))).toEqual({
      added: ['the editor: def … 1'],
      tried: ['a'],
    });
  });

  test.each([
    ['is wrong on one', { result: solverResult('h', [right, wrong]) }],
    ['is of an older text', { result: solverResult('h', [right]), stale: true }],
    ['is of a text that is only looked at', { result: solverResult('h', [right]), looked: 'def …' }],
    ['has a fault', { result: solverResult('h', [right]), diagnostics: [{ severity: 'error' }] }],
  ])('keeps none that %s', async (_, state) => {
    expect((await collect(bench(state))).added).toEqual([]);
  });

  test('keeps the solvers of a run, each once', async () => {
    const top = [
      candidate('1', { matched: 1, pairs: [found] }),
      candidate('1', { matched: 1, pairs: [found] }),
      candidate('2'),
    ];
    const { added } = await collect(bench({ edited: false }, { phase: 'running', top }), 'printed');
    expect(added).toEqual(['a run: printed 1']);
  });
});

test('the library as rows: a heading for each task, then its solvers', () => {
  const [a, b, c] = [solver({ task: 'a' }), solver({ task: 'a' }), solver({ task: 'b' })];
  const rows = rowsOf([a, b, c]).map((row) =>
    row.key === undefined ? row.hash : `${row.task} ${row.count}`,
  );
  expect(rows).toEqual(['a 2', a.hash, b.hash, 'b 1', c.hash]);
});

test('a score counts pairs, and cells pair by pair; without cells it is nothing', () => {
  const pairs = [pairResult({ correct: 3, cells: 4, match: false }), pairResult({ correct: 6, cells: 6 })];
  expect(scoreOf(pairs)).toEqual({ matched: 1, pairs: 2, accuracy: 0.875 });
  expect(scoreOf([])).toEqual({ matched: 0, pairs: 0, accuracy: 0 });
});

test('a solver is for the task of its name, of the data set at hand before others', () => {
  const tasks = [named('a', 'one'), named('a', 'two'), named('odd name', 'one')];
  expect(refOf(taskFinder(tasks, 'one')('a')!).set).toBe('one');
  expect(taskFinder(tasks, undefined)('a')).toBe(tasks[1]);
  expect(taskFinder(tasks, 'one')('odd_name')).toBe(tasks[2]);
  expect(taskFinder(tasks, 'one')('b')).toBeNull();
});
