import { describe, expect, test } from 'vitest';
import { editSentence, type EditSentenceHost } from '../../src/ui/state/edit-sentence.ts';
import { runSentence, type RunSentenceHost } from '../../src/ui/state/run-sentence.ts';
import { NO_COUNTS } from '../../src/ui/state/run-counts.ts';
import { originHead } from '../../src/ui/state/origin-sentences.ts';
import { taskLabel } from '../../src/ui/state/sentences.ts';
import { candidate, named, pairResult, solverResult } from '../support/page.ts';

type Solver = NonNullable<EditSentenceHost['bench']>['solver'];

const edit = (changes: Partial<Solver>, running = false) =>
  editSentence({
    running,
    bench: {
      solver: {
        text: 'a\nb',
        edited: true,
        empty: false,
        stale: false,
        diagnostics: [],
        result: null,
        ...changes,
      },
    },
  });

describe('what is being edited', () => {
  const fault = { code: 'syntax', severity: 'error', span: { from: 2, to: 3 }, message: 'No.' } as const;
  const pairs = [pairResult({ match: true, cells: 4 }), pairResult({ match: false, cells: 4 })];
  const unknown = pairResult({ set: 'test', match: false, cells: 0 });

  test('is told by its first fault, with the line', () => {
    expect(edit({ diagnostics: [fault] })).toEqual({ tone: 'bad', text: 'Line 2: No.' });
  });

  test('or by its pairs, as far as the answer is known', () => {
    const result = solverResult('h', [...pairs, unknown]);
    expect(edit({ result })).toEqual({ tone: 'plain', text: 'Your solver is right on 1 of 2 pairs.' });
    const right = { ...result, pairs: [pairs[0], unknown] };
    expect(edit({ result: right })?.tone).toBe('ok');
    expect(edit({ result, stale: true })).toBeNull();
  });

  test('is not told where nothing was typed, or a run is on', () => {
    expect(edit({ edited: false, diagnostics: [fault] })).toBeNull();
    expect(edit({ diagnostics: [fault] }, true)).toBeNull();
  });
});

test('a search that goes on beside a find says what for, and how long', () => {
  const search = { phase: 'searching', ms: 4000, limit: 20_000 };
  const run = {
    phase: 'running',
    round: 3,
    rounds: 3,
    waiting: true,
    done: 0,
    jobs: 0,
    top: [candidate('a')],
  };
  const host = {
    status: 'ready',
    bench: { named: named('a'), run: { ...run, solved: 1, search, stages: NO_COUNTS } },
    solvers: { status: 'ready', list: [], own: () => null },
    settings: { searchSeconds: 20, leaveOwnOut: true },
  } as unknown as RunSentenceHost;
  expect(runSentence(host).text).toBe(
    'The rounds are done, the search goes on, 16.0 s left · 1 solver found, a surer one is looked for',
  );
});

test('names: a candidate by where it came from, a task by title and id', () => {
  const mutation = { kind: 'mutation', parent: 'flip_by_form', parentHash: '', change: 'T -> F' } as const;
  expect(originHead(mutation)).toBe('from flip_by_form');
  expect(originHead({ kind: 'pool', solver: 'mend_card' })).toBe('mend_card');
  expect(taskLabel({ id: 'b1', title: 'Butterfly' })).toBe('Butterfly (b1)');
  expect(taskLabel({ id: 'b1', title: 'b1' })).toBe('b1');
});
