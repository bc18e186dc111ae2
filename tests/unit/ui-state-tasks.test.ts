import { describe, expect, test } from 'vitest';
import { factsOf, primitivesIn, sourcesByTask, tasksFor } from '../../src/ui/state/task-filter.ts';
import { ANY_TASK } from '../../src/ui/state/task-wish.ts';
import { TaskArrangement } from '../../src/ui/state/task-arrangement.svelte.ts';
import type { SetState } from '../../src/ui/state/datasets.svelte.ts';
import {
  duplicate,
  newTask,
  removeSet,
  removeTasks,
  type TaskActionsHost,
} from '../../src/ui/state/task-actions.ts';
import { TaskList } from '../../src/ui/state/task-list.svelte.ts';
import { taskText } from '../../src/ui/state/task-text.ts';
import { wordsIn } from '../../src/ui/state/words-in.ts';
import { readTask } from '../../src/core/task/read.ts';
import { keyOf, refOf } from '../../src/host/library/task-ref.ts';
import { nameTask, type NamedTask } from '../../src/host/tasks/named-task.ts';
import { named, settle, spokenNotices, TASK } from '../support/page.ts';

function listed(room = true, kept: readonly NamedTask[] = []) {
  const did: string[] = [];
  const ids = (tasks: readonly NamedTask[]) => tasks.map(({ id }) => id).join(' ');
  const store = {
    all: () => Promise.resolve(kept),
    put: (tasks: readonly NamedTask[]) => Promise.resolve((did.push(`put ${ids(tasks)}`), room)),
    remove: (gone: readonly string[]) => Promise.resolve(void did.push(`remove ${gone.join(' ')}`)),
  };
  const notices = spokenNotices();
  return { list: new TaskList(store, notices), did, notices, store };
}

describe('the list of tasks', () => {
  const other = { ...TASK, test: [{ input: [[4]], output: null }] };

  test('keeps own tasks only, and says where there is no room', async () => {
    const { list, did, notices } = listed(false);
    list.add([named('a'), named('b', 'starter')], true);
    list.add([named('c')], false);
    await settle();
    expect(did).toEqual(['put a']);
    expect(notices.texts[0]).toMatch(/^warn: The task is here until this tab closes/);
  });

  test('begins with the starter set and what is kept, whatever came before', async () => {
    const { list } = listed(true, [named('kept')]);
    list.add([named('early')], false);
    await list.begin([named('first', 'starter')]);
    expect(list.all.map(({ id }) => id)).toEqual(['first', 'kept', 'early']);
  });

  test('begins without what cannot be read, and says so', async () => {
    const { list, store, notices } = listed();
    store.all = () => Promise.reject(new Error('no answer'));
    await list.begin([named('first', 'starter')]);
    expect(list.all.map(({ id }) => id)).toEqual(['first']);
    expect(notices.texts[0]).toMatch(/^warn: Your own tasks of earlier visits could not be read: no answer/);
  });

  test('tells the tasks whose grids have changed', () => {
    const { list } = listed();
    expect(list.add([named('a')], false)).toEqual([]);
    expect(list.add([named('a')], false)).toEqual([]);
    const changed = named('a', '', other);
    expect(list.add([changed], false)).toEqual([changed]);
    expect(list.all).toEqual([changed]);
  });

  test('leaves a task that comes once more as it is, and in its place: work on it hangs on it', () => {
    const { list } = listed();
    const [first, second] = [named('a'), named('b')];
    list.add([first, second], false);
    list.add([named('a')], false);
    expect(list.all[0]).toBe(first);
    expect(list.all[1]).toBe(second);
    list.add([{ ...named('a'), title: 'another title' }], false);
    expect(list.all.map(({ title }) => title)).toEqual(['b', 'another title']);
  });

  test('lets tasks go, for now or for good', () => {
    const { list, did } = listed();
    const [a, b] = [named('a'), named('b')];
    list.add([a, b], false);
    list.remove([a], false);
    list.remove([b], true);
    expect([list.all, did]).toEqual([[], ['remove b']]);
  });

  test('knows a name that is free', () => {
    const { list } = listed();
    expect(list.freeId('a')).toBe('a');
    list.add([named('a'), named('a_2', 'starter')], false);
    expect(list.freeId('a')).toBe('a_3');
  });
});

describe('pairs that are put in order', () => {
  const task = { train: [1, 2].map((n) => ({ input: [[n]], output: [[n]] })), test: TASK.test };
  const arranged = () => new TaskArrangement(nameTask('a', task, 'here').pairs);
  const inputs = ({ pairs }: TaskArrangement) =>
    pairs.map(({ set, input }) => `${set} ${input[0][0]}`).join(', ');

  test('move among those of their kind, and no further', () => {
    const all = arranged();
    all.move(all.train[0], 1);
    expect(inputs(all)).toBe('train 2, train 1, test 3');
    all.move(all.train[1], 1);
    all.move(all.train[0], -1);
    expect(inputs(all)).toBe('train 2, train 1, test 3');
  });

  test('are turned, added, drawn and taken out; what is left must be a task', () => {
    const all = arranged();
    all.turn(all.train[0]);
    expect([inputs(all), all.nameOf(all.test[1])]).toEqual(['train 2, test 3, test 1', 'Test 2']);
    all.takeOut(all.train[0]);
    expect(all.fault).toMatch('train pair');
    all.add('train');
    all.draw(all.train[0], 'output', [[7]]);
    expect([all.fault, all.task().train[0].output]).toEqual(['', [[7]]]);
    expect(all.sources.map(({ name }) => name)).toEqual([
      ...['Pair 1 input', 'Pair 1 output', 'Test input'],
      ...['Test 2 input', 'Test 2 output'],
    ]);
  });
});

test('a task as a file is read as the same task', () => {
  const text = taskText(TASK);
  expect(text.split('\n')).toHaveLength(6);
  expect(readTask(JSON.parse(text))).toEqual({ ok: true, value: TASK });
});

describe('tasks that are looked for', () => {
  const wide = { train: [{ input: [[1, 2, 3, 4, 5, 6]], output: [[0]] }], test: TASK.test };
  const tasks = [
    nameTask('a', TASK, 'x', {
      title: 'Butterfly',
      theme: 'symmetry',
      description: 'Fold it over.',
      dataset: 'starter',
    }),
    nameTask('b', wide, 'x', { title: 'Wide fly', dataset: '' }),
  ];
  const known = {
    states: new Map([[keyOf(refOf(tasks[0])), 'solved' as const]]),
    sourcesOf: sourcesByTask([], [{ name: 'solve_b', source: 'x1 = vmirror(I)' }]),
  };
  test.each([
    [{}, 'a b'],
    [{ text: 'FLY  butter' }, 'a'],
    [{ text: 'sym' }, 'a'],
    [{ text: 'over fold' }, 'a'],
    [{ dataset: 'own' }, 'b'],
    [{ state: 'solved' }, 'a'],
    [{ state: 'unsolved' }, 'b'],
    [{ side: 5 }, 'a'],
    [{ colours: 1 << 6 }, 'b'],
    [{ pairs: 2 }, ''],
    [{ primitive: 'vmirror' }, 'b'],
    [{ primitive: 'mirror' }, ''],
    [{ theme: 'symmetry', colours: 1 << 6 }, ''],
  ] as const)('by %j are %j', (wish, expected) => {
    const found = tasksFor(tasks, { ...ANY_TASK, ...wish }, known);
    expect(found.map(({ id }) => id).join(' ')).toBe(expected);
  });

  test('are known by their grids', () => {
    expect(factsOf(tasks[1])).toEqual({ side: 6, colours: 0b1111111, pairs: 1 });
  });

  test('primitives are what is called, no variables and no solvers', () => {
    expect(
      primitivesIn([{ name: 'a', source: 'def solve_a(I):\n  x1 = fork(I)\n  O = x1(hmirror(I))' }]),
    ).toEqual(['fork', 'hmirror']);
  });

  test('any order and case of words will do', () => {
    expect([wordsIn('')('x'), wordsIn('B a')('a big cat'), wordsIn('b d')('a big cat')]).toEqual([
      ...[true, true, false],
    ]);
  });
});

describe('what is done with tasks as a whole', () => {
  function page(bench: NamedTask | null = null) {
    const { tell, texts, press } = spokenNotices();
    const did: string[] = [];
    const host: TaskActionsHost = {
      bench: bench && { named: bench },
      notices: { tell },
      datasets: { remove: () => Promise.resolve([named('x', 'ARC-1')]) },
      dialog: null,
      open: ({ id }) => void did.push(`open ${id}`),
      openWithSolver: ({ id, title }) => void did.push(`copy ${id} ${title}`),
      addTasks: (added) => void did.push(`add ${added.map(({ id }) => id).join()}`),
      withdraw: (gone, forGood) => void did.push(`withdraw ${gone.length}${forGood ? ' for good' : ''}`),
      freeId: (id) => `${id}-2`,
    };
    return { host, did, texts, press };
  }

  test('a new one is opened to be drawn', () => {
    const { host, did } = page();
    newTask(host);
    expect([did, host.dialog]).toEqual([['add mine-2', 'open mine-2'], 'arrange']);
  });

  test('a copy has a name of its own, and the solver comes along', () => {
    const { host, did, texts } = page(named('a'));
    duplicate(host);
    expect(did).toEqual([`copy a-2 ${named('a').title} copy`]);
    expect(texts).toHaveLength(1);
    duplicate(page().host); // without a task nothing happens
  });

  test('those that were removed can be brought back', () => {
    const { host, did, texts, press } = page();
    removeTasks(host, [named('a'), named('b')]);
    expect(texts).toEqual(['info: 2 tasks were removed.']);
    press();
    expect(did).toEqual(['withdraw 2 for good', 'add a,b', 'open a']);
  });

  test('a public set goes with its tasks, which can be loaded again', async () => {
    const { host, did, texts } = page();
    await removeSet(host, { label: 'ARC-1' } as SetState);
    expect([did, texts[0]]).toEqual([['withdraw 1'], expect.stringContaining('ARC-1 was removed')]);
  });
});
