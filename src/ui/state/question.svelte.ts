/* eslint-disable svelte/prefer-svelte-reactivity -- what is shown is replaced as a whole */
/**
 * The one question that tells explanations apart: where several behaviours fit all train pairs and differ on a test input,
 * which answer is right? What is answered is a pair of one's own with the input of the test pair, and narrows the list.
 */
import type { Inspector } from '../../host/inspector.ts';
import type { Candidate, GridRows, Task } from '../../protocol/index.ts';
import type { Bench } from './bench.svelte.ts';
import type { OwnPair, OwnPairs } from './own-pairs.svelte.ts';

/** Behaviours that are asked about, the best ones. */
const MOST = 40;

/** One of the answers, and the best candidate that gives it. */
export interface Answer {
  readonly output: GridRows;
  readonly candidate: Candidate;
  /** Behaviours that give it. */
  readonly count: number;
}

export interface Choice {
  /** Number among the test pairs. */
  readonly test: number;
  /** The best two that differ; more are asked about afterwards. */
  readonly answers: readonly [Answer, Answer];
  /** How many there are in all. */
  readonly different: number;
}

export class Question {
  /** By hash of the candidate: what it gives for each test input. */
  private outputs = $state.raw<ReadonlyMap<string, readonly (GridRows | null)[]>>(new Map());
  private readonly task: Task;
  private readonly inspector: Pick<Inspector, 'outputs'>;
  private readonly own: Pick<OwnPairs, 'list'>;
  private asking = false;

  constructor(task: Task, inspector: Pick<Inspector, 'outputs'>, own: Pick<OwnPairs, 'list'>) {
    this.task = task;
    this.inspector = inspector;
    this.own = own;
  }

  /** The pairs of one's own that answer for a test input. */
  answered = $derived.by((): readonly { readonly test: number; readonly pair: OwnPair }[] =>
    this.own.list.flatMap((pair) => {
      const test = this.task.test.findIndex(({ input }) => isSame(input, pair.input));
      return test < 0 || pair.output === null ? [] : [{ test, pair }];
    }),
  );

  /** Asks what candidates that fit give for the test inputs, as far as that is not known. Without an answer it stays so. */
  async look(fitting: readonly Candidate[], fuel: number): Promise<void> {
    const asked = fitting.slice(0, MOST).filter(({ hash }) => !this.outputs.has(hash));
    if (this.asking || asked.length === 0 || fitting.length < 2) return;
    this.asking = true;
    const columns = await this.columnsOf(asked, fuel);
    this.asking = false;
    if (columns === null) return;
    const outputs = new Map(this.outputs);
    asked.forEach(({ hash }, i) =>
      outputs.set(
        hash,
        columns.map((column) => column[i]),
      ),
    );
    this.outputs = outputs;
  }

  /** By test input: what each candidate gives; null where no answer came. */
  private async columnsOf(
    asked: readonly Candidate[],
    fuel: number,
  ): Promise<readonly (readonly (GridRows | null)[])[] | null> {
    const programs = asked.map(({ code }) => code);
    const columns: (readonly (GridRows | null)[])[] = [];
    for (const { input } of this.task.test) {
      const outcome = await this.inspector.outputs({ programs, input, fuel });
      if (!outcome.ok) return null;
      columns.push(outcome.value);
    }
    return columns;
  }

  /** Without those that an answer rules out; what does not fit the train pairs stays. */
  narrow(top: readonly Candidate[]): readonly Candidate[] {
    const { answered, outputs } = this;
    if (answered.length === 0) return top;
    return top.filter(({ hash }) => {
      const given = outputs.get(hash);
      return given === undefined || answered.every(({ test, pair }) => isSame(given[test], pair.output));
    });
  }

  /** What is to be asked next; null where all that fit and are left agree. */
  next(fitting: readonly Candidate[]): Choice | null {
    const left = this.narrow(fitting.slice(0, MOST));
    for (let test = 0; test < this.task.test.length; test++) {
      const groups = new Map<string, Answer>();
      for (const candidate of left) {
        const output = this.outputs.get(candidate.hash)?.[test] ?? null;
        if (output === null) continue;
        const key = JSON.stringify(output);
        const known = groups.get(key);
        groups.set(
          key,
          known === undefined ? { output, candidate, count: 1 } : { ...known, count: known.count + 1 },
        );
      }
      const [first, second] = groups.values();
      if (groups.size > 1) return { test, answers: [first, second], different: groups.size };
    }
    return null;
  }
}

/** Safe to share: each bench has its own. */
const questions = new WeakMap<Bench, Question>();

/** The question of a bench: asked for with the ranking, which the page opens without. */
export function questionOf(bench: Bench): Question {
  let question = questions.get(bench);
  if (question === undefined) {
    question = new Question(bench.named.task, bench.inspector, bench.own);
    questions.set(bench, question);
  }
  return question;
}

function isSame(a: GridRows | null, b: GridRows | null): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
