/** What the classes of the page's state stand on, for tests: notices that can be read, tasks, answers that come when told. */
import { nameTask, type NamedTask } from '../../src/host/tasks/named-task.ts';
import type { Candidate, Outcome, PairResult, SolverResult, Task } from '../../src/protocol/index.ts';
import type { Notices } from '../../src/ui/state/notices.svelte.ts';

export const TASK: Task = {
  train: [{ input: [[1]], output: [[2]] }],
  test: [{ input: [[3]], output: null }],
};

export const named = (id: string, dataset = '', task = TASK): NamedTask =>
  nameTask(id, task, dataset || 'a file', { dataset });

/** Notices that are kept as texts, the newest last; `press` does what the action of the newest says. */
export function spokenNotices() {
  const texts: string[] = [];
  /** What was said of work under way. */
  const under: string[] = [];
  let run: (() => void) | undefined;
  const tell: Notices['tell'] = (tone, text, action) => {
    texts.push(`${tone}: ${text}`);
    run = action?.run;
  };
  const work: Notices['work'] = (text, action) => {
    under.push(text);
    run = action.run;
    return { say: (now) => void under.push(now), over: () => void under.push('over') };
  };
  return { tell, work, texts, under, press: () => run?.() };
}

/** A question whose answers are given by hand, in any order. */
export function asked<Request, Answer>() {
  const open: { request: Request; answer: (answer: Outcome<Answer>) => void }[] = [];
  return {
    open,
    ask: (request: Request) =>
      new Promise<Outcome<Answer>>((answer) => {
        open.push({ request, answer });
      }),
  };
}

/** Lets everything go on that waits for nothing but its turn. */
export async function settle(): Promise<void> {
  for (let i = 0; i < 20; i++) await Promise.resolve();
}

export function pairResult(changes: Partial<PairResult> = {}): PairResult {
  const score = { end: 'ok', match: true, shape: true, correct: 1, cells: 1, fuel: 5 } as const;
  return { ...score, set: 'train', index: 0, output: [[2]], size: [1, 1], fault: null, ...changes };
}

export const solverResult = (hash: string, pairs: readonly PairResult[]): SolverResult => ({
  ...{ hash, length: 1, words: '', steps: '', line: null },
  pairs,
});

export function candidate(hash: string, changes: Partial<Candidate> = {}): Candidate {
  return {
    ...{ id: 0, name: hash, origin: { kind: 'pool', solver: hash }, round: 0, hash, code: new Int32Array() },
    ...{
      length: 1,
      pairs: [],
      matched: 0,
      accuracy: 0,
      likeness: 0,
      fuel: 0,
      behaviour: hash,
      alike: 1,
      peers: [],
    },
    duplicates: { count: 0, first: [] },
    ...changes,
  };
}
