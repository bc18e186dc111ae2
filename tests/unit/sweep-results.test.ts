/** Results of a sweep: kept, read back, reported. */
import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { readResult, type TaskResult } from '../../src/core/pipeline/sweep-record.ts';
import { reportCsv, reportJson } from '../../src/core/pipeline/sweep-report.ts';
import { summaryOf } from '../../src/core/pipeline/sweep-summary.ts';
import { SweepStore, type KeptSweep } from '../../src/host/sweep/store.ts';
import { OPTIONS, tasks } from '../support/sweeps.ts';

const RESULT: TaskResult = {
  task: 'a,"b"',
  solved: false,
  matched: 1,
  train: 2,
  accuracy: 0.5,
  test: [true, null],
  solver: 'def solve_x(I):\n    return I\n',
  candidates: 3,
  seconds: 0.25,
  ended: 'time',
  attempts: [[['12', '34']], []],
};

describe('what is kept', () => {
  test('is read back, and what is not a result is refused', () => {
    expect(readResult(JSON.parse(JSON.stringify(RESULT)))).toEqual({ ok: true, value: RESULT });
    for (const bad of [
      null,
      [],
      { ...RESULT, ended: 'never' },
      { ...RESULT, test: [1] },
      { ...RESULT, attempts: [[['1', '12']]] },
    ])
      expect(readResult(bad).ok).toBe(false);
  });

  test('makes a report', () => {
    const risky = { ...RESULT, task: '=1+1', solved: true, matched: 2, error: undefined };
    expect(reportCsv({ dataset: 'a set', count: 9 }, [RESULT, risky])).toBe(
      [
        'task,result,matched,train,accuracy,test,candidates,seconds,ended,solver,error,dataset',
        '"a,""b""",partly,1,2,0.5,1 ?,3,0.25,time,"def solve_x(I):\n    return I\n",,a set',
        '\'=1+1,solved,2,2,0.5,1 ?,3,0.25,time,"def solve_x(I):\n    return I\n",,a set',
        '',
      ].join('\r\n'),
    );
    const marked = { dataset: 'a set', count: 9, faulty: [RESULT.task] };
    expect(reportCsv(marked, [RESULT, risky]).match(/a set.*|dataset.*/g)).toEqual([
      'dataset,marked',
      'a set,faulty',
      'a set,',
    ]);
    expect(JSON.parse(reportJson(marked, OPTIONS, [RESULT]))).toMatchObject({ faulty: [RESULT.task] });
    expect(summaryOf([RESULT, risky], 9)).toMatchObject({
      tasks: 9,
      done: 2,
      solved: 1,
      partly: 1,
      testKnown: 2,
      testRight: 2,
      seconds: 0.5,
    });
    expect(JSON.parse(reportJson({ dataset: 'a set', count: 1 }, OPTIONS, [RESULT]))).toMatchObject({
      version: 1,
      dataset: 'a set',
      options: OPTIONS,
      results: [RESULT],
    });
  });

  test('lasts in the browser, for one sweep at a time', async () => {
    const kept = (id: string): KeptSweep => ({
      ...{ version: 1, id, label: 'starter', dataset: 'starter', pool: [], options: OPTIONS },
      tasks: [{ id: RESULT.task, task: tasks[0].task }],
    });
    const store = new SweepStore('one');
    expect(await store.restore()).toBe(null);
    await store.begin(kept('first'));
    await store.add(kept('first'), RESULT);
    await store.add(kept('other'), RESULT);
    await store.close();
    const again = new SweepStore('one');
    expect(await again.restore()).toEqual({ sweep: kept('first'), results: [RESULT] });
    await again.begin(kept('second'));
    expect(await again.restore()).toEqual({ sweep: kept('second'), results: [] });
    expect(again.why).toBe('');
    await again.close();
  });
});
