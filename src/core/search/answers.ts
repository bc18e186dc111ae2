/** Programs that are run on all inputs, and what is kept of them: those that give all train outputs, or come nearest. */
import { ProgramRunner } from '../engine/runner.ts';
import type { Program } from '../lang/program.ts';
import type { GridRows, Task } from '../task/task.ts';
import type { Bank } from './bank.ts';
import { BroughtCount, type GeneratorName } from './brought.ts';
import { Expression } from './expression.ts';
import { FRAME_COST, type Frame } from './frames.ts';
import { compareFit, fitOf } from './fit.ts';
import type { Goal } from './goals.ts';
import { Lookalikes } from './lookalikes.ts';
import { doubtsOf } from './trust.ts';

/** A program that gives train outputs: all of them, or the best that there is. */
export interface Answer {
  readonly program: Program;
  /** Of its macros and layers. */
  readonly cost: number;
  /** Cost and doubts together: less is better. */
  readonly rank: number;
  readonly generator: GeneratorName;
  /** The round that it came from, the first being 1. */
  readonly round: number;
  /** The macros of the bank that it is made of. */
  readonly macros: readonly string[];
  /** All that it does, as macros in the order in which it takes them. */
  readonly steps: readonly string[];
  /** Pieces that it lays over each other. */
  readonly layers: number;
  /** Train pairs that it gives. */
  readonly matched: number;
  /** Cells of the train outputs that it has right; none of a pair whose size it misses. */
  readonly right: number;
  /** What it gives for each test input; null where it fails. */
  readonly outputs: readonly (GridRows | null)[];
}

/** How a program was made, and what it does beside the states that it is made of. */
export interface Making {
  readonly generator: GeneratorName;
  readonly round: number;
  readonly cost: number;
  readonly layers?: number;
  /** The macro that is done last; none where left out. */
  readonly last?: string;
}

/** Writes a program, and gives the number of its last node. */
export type Writing = (expression: Expression) => number;

/** What an offered program is held against, and what is done with it before. */
export interface Asked {
  readonly task: Task;
  readonly bank: Bank;
  /** What makes the output of what is searched for; null where that is the output. */
  readonly last: Goal | null;
  /** What the inputs of the bank lie in; null where they lie as they are. */
  readonly frame: Frame | null;
  /** A generator that gives nothing, to see what it is worth. */
  readonly without: GeneratorName | null;
}

/** Answers that are kept. */
const MOST_KEPT = 40;
const MOST_PARTIAL = 6;

export class Answers {
  /** What gives all train outputs, the most trusted first. */
  readonly fitting: Answer[] = [];
  /** What comes nearest to it while there is none, the best first. */
  readonly partials: Answer[] = [];
  readonly counts = new BroughtCount();
  /** Programs that were run. */
  tried = 0;
  private readonly asked: Asked;
  private readonly runner: ProgramRunner;
  private readonly inputs: readonly GridRows[];
  private readonly keys = new Set<string>();
  private lookalikes: Lookalikes;

  constructor(asked: Asked) {
    this.asked = asked;
    this.runner = new ProgramRunner(asked.bank.arena);
    this.inputs = [...asked.task.train, ...asked.task.test].map(({ input }) => input);
    this.lookalikes = new Lookalikes(asked.bank);
  }

  /** Has a look at what there is in the bank by now. */
  look(): void {
    this.lookalikes = new Lookalikes(this.asked.bank);
  }

  /** Offers a program, and where it fits those that are made of lookalikes; gives what it takes to say it. */
  offer(write: Writing, making: Making): number {
    const { bank, frame } = this.asked;
    const expression = new Expression(bank, frame);
    if (this.run(expression, write(expression), making))
      for (const set of expression.written)
        for (const other of this.lookalikes.of(set)) {
          const changed = new Expression(bank, frame, new Map([[set, other]]));
          this.run(changed, write(changed), making);
        }
    return expression.length + making.cost;
  }

  /**
   * Runs a program on all inputs, and keeps it where it gives every train output, or more of them than others. Whether
   * it is new and gives every one.
   */
  private run(expression: Expression, node: number, making: Making): boolean {
    const { task, bank, last, frame, without } = this.asked;
    const { generator, round, layers = 0 } = making;
    if (generator === without) return false;
    const whole = last === null ? node : expression.body(last.last, [node]);
    const program = expression.program(expression.outside(whole));
    const key = JSON.stringify(program.nodes);
    if (this.keys.has(key)) {
      this.counts.add(generator, null);
      return false;
    }
    this.keys.add(key);
    this.tried++;
    const given = this.runner.outputs(program, this.inputs);
    const { matched, right } = fitOf(task, given);
    this.counts.add(generator, matched);
    const cost = expression.length + making.cost + (last?.cost ?? 0) + (frame === null ? 0 : FRAME_COST);
    const { macros } = expression;
    const ends = [making.last, last?.text].filter((text) => text !== undefined);
    const steps = [...macros, ...ends].filter((text) => text !== 'I');
    const outputs = given.slice(bank.trainCount);
    const fits = matched === bank.trainCount;
    const rank = cost + (fits ? doubtsOf(this.runner, task, program, given) : 0);
    this.keep({ program, cost, rank, generator, round, macros, steps, layers, matched, right, outputs });
    return fits;
  }

  private keep(answer: Answer): void {
    if (answer.matched < this.asked.bank.trainCount) {
      this.partials.push(answer);
      this.partials.sort(compareFit);
      this.partials.length = Math.min(this.partials.length, MOST_PARTIAL);
      return;
    }
    this.fitting.push(answer);
    this.fitting.sort((a, b) => a.rank - b.rank);
    this.fitting.length = Math.min(this.fitting.length, MOST_KEPT);
  }
}
