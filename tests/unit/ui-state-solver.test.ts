import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { pairsOf } from '../../src/core/task/task.ts';
import type { Diagnostic, Inspection, InspectRequest } from '../../src/protocol/index.ts';
import { nameFor, SolverState } from '../../src/ui/state/solver.svelte.ts';
import { asked, candidate, pairResult, settle, solverResult, TASK } from '../support/page.ts';

const FAULT: Diagnostic = {
  ...{ severity: 'error', message: 'no such name', code: 'undefined' },
  span: { from: 0, to: 1 },
};

const faulty = (..._question: unknown[]): Promise<unknown> => Promise.resolve([FAULT]);

function state(
  own: readonly { id: string; label: string; input: number[][]; output: null }[] = [],
  ask = faulty,
) {
  const inspections = asked<InspectRequest, Inspection>();
  const prints = asked<unknown, { words: string; steps: string; line: string | null }>();
  const solver = new SolverState({
    inspector: { inspectTyped: inspections.ask, print: prints.ask },
    language: { ask } as never,
    own: { list: own, beside: (task) => ({ ...task, own }) },
    task: TASK,
    id: 'mine',
    fuel: () => 7,
  });
  const answer = (at: number, hash: string | null, diagnostics: readonly Diagnostic[] = []) => {
    const pairs = pairsOf({ ...TASK, own }).map(({ set, index }) => pairResult({ set, index }));
    const result = hash === null ? null : solverResult(hash, pairs);
    inspections.open[at].answer({ ok: true, value: { diagnostics, result } });
    return settle();
  };
  return { solver, asks: inspections.open, prints: prints.open, answer };
}

describe('the solver in the editor', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test('is scored with the fuel of now, and the answer to an older text is dropped', async () => {
    const { solver, asks, answer } = state();
    solver.edit('a');
    solver.edit('ab');
    expect(asks.map(({ request }) => [request.source, request.fuel])).toEqual([
      ['a', 7],
      ['ab', 7],
    ]);
    await answer(1, 'new');
    await answer(0, 'old');
    expect(solver.result?.hash).toBe('new');
    expect([solver.stale, solver.edited]).toEqual([false, true]);
  });

  test('takes its other form as it stands when that is known', async () => {
    const texts: string[] = [];
    const { solver } = state([], async (_verb, [text, offset]: any) => {
      texts.push(`${offset}: ${text}`);
      if (texts.length === 1) solver.edit('# more\ndef f');
      return { kind: 'message', message: text };
    });
    solver.edit('def f');
    expect(await solver.otherForm()).toMatchObject({ message: '# more\ndef f' });
    expect(texts).toEqual(['0: def f', '7: # more\ndef f']);
  });

  test('keeps the last result, stale and soon faded, of a text that cannot run', async () => {
    const { solver, answer } = state();
    solver.edit('a');
    await answer(0, 'good');
    solver.edit('a(');
    await answer(1, null, [FAULT]);
    expect([solver.result?.hash, solver.stale, solver.faded, solver.errors]).toEqual(['good', true, true, 1]);
    expect(solver.standing).toBeNull();
    solver.edit('');
    expect([solver.result, solver.stale, solver.errors]).toEqual([null, false, 0]);
  });

  test('tells what is wrong with the text where the score is long in coming', async () => {
    const { solver } = state();
    solver.edit('a(');
    expect(solver.scoring).toBe(true);
    await vi.advanceTimersByTimeAsync(200);
    expect([solver.scoring, solver.errors]).toEqual([false, 1]);
  });

  test('says so where there is no answer, but not where a newer text came', async () => {
    const { solver, asks } = state();
    solver.edit('a');
    asks[0].answer({ ok: false, tag: 'stopped', why: 'newer' } as never);
    await settle();
    expect(solver.loss).toBe('');
    solver.edit('ab');
    asks[1].answer({ ok: false, tag: 'crashed', why: 'it broke' } as never);
    await settle();
    expect(solver.loss).toBe('it broke');
  });

  test('tells pairs of one’s own from those of the task', async () => {
    const mine = { id: '1', label: 'What if 1', input: [[9]], output: null };
    const { solver, answer } = state([mine]);
    solver.edit('a');
    await answer(0, 'x');
    expect(solver.result?.pairs).toHaveLength(2);
    expect(solver.ownResults.get(mine)?.set).toBe('own');
  });

  test('is the page’s until somebody chooses or types, and again after a run was asked for', async () => {
    const { solver, prints } = state();
    const choosing = solver.choose(candidate('a'), false);
    expect(prints[0].request).toMatchObject({ name: 'mine' }); // whatever it was made from
    prints[0].answer({ ok: true, value: { words: '', steps: 'def solve_a(I): …', line: null } });
    await choosing;
    expect([solver.automatic, solver.text, solver.edited]).toEqual([true, 'def solve_a(I): …', false]);
    solver.edit('mine');
    expect([solver.automatic, solver.edited]).toEqual([false, true]);
    solver.release();
    expect(solver.automatic).toBe(false);
    solver.revert();
    solver.release();
    expect([solver.automatic, solver.text]).toEqual([true, 'def solve_a(I): …']);
    solver.write('from elsewhere');
    expect([solver.automatic, solver.chosen, solver.version]).toEqual([false, null, 3]);
  });

  test('of two that were chosen at once the last is shown, whichever is printed first', async () => {
    const { solver, prints } = state();
    void solver.choose(candidate('a'), true);
    void solver.choose(candidate('b'), true);
    prints[1].answer({ ok: true, value: { words: '', steps: 'b', line: null } });
    prints[0].answer({ ok: true, value: { words: '', steps: 'a', line: null } });
    await settle();
    expect([solver.text, solver.chosen?.hash]).toEqual(['b', 'b']);
  });

  const PROGRAM = new Int32Array(1);
  const WAYS: [string, (solver: SolverState) => Promise<unknown>][] = [
    ['that was chosen', (solver) => solver.choose(candidate('a'), true)],
    ['of a program', (solver) => solver.writeProgram(PROGRAM)],
    ['that is made', (solver) => solver.writeMade(solver.textOf(candidate('a')))],
  ];

  describe.each(WAYS)('a text %s', (_, ask) => {
    const PRINTED = { ok: true, value: { words: '', steps: 'printed', line: null } } as const;

    test('comes, whatever is scored meanwhile', async () => {
      const { solver, prints, answer } = state();
      solver.edit('typed');
      const asking = ask(solver);
      await answer(0, 'old');
      void solver.inspect();
      prints[0].answer(PRINTED);
      await asking;
      expect([solver.text, solver.base, solver.edited]).toEqual(['printed', 'printed', false]);
    });

    test('does not take the place of what was typed meanwhile', async () => {
      const { solver, prints } = state();
      const asking = ask(solver);
      solver.edit('typed');
      prints[0].answer(PRINTED);
      await asking;
      expect([solver.text, solver.edited]).toEqual(['typed', true]);
    });

    test('does not take the place of one that was asked for later', async () => {
      const { solver, prints } = state();
      const asking = ask(solver);
      const later = solver.writeProgram(PROGRAM);
      prints[0].answer(PRINTED);
      await asking;
      expect(solver.text).toBe('');
      prints[1].answer({ ok: true, value: { words: '', steps: 'later', line: null } });
      await later;
      expect(solver.text).toBe('later');
    });
  });

  test.each(WAYS.slice(0, 2))('says why there is no text %s', async (_, ask) => {
    const { solver, prints } = state();
    solver.edit('typed');
    const asking = ask(solver);
    prints[0].answer({ ok: false, tag: 'crashed', why: 'it broke' } as never);
    await asking;
    expect([solver.text, solver.loss]).toEqual(['typed', 'it broke']);
  });
});

test.each([
  ['solve_abc', 'abc'],
  ['my task!', 'my_task_'],
  ['', 'x'],
])('%j may follow solve_ as %j', (name, expected) => expect(nameFor(name)).toBe(expected));
