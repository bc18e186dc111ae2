/**
 * A search from nothing: from the input alone, no solver given, to programs that give every train output. Rounds of
 * growing size; each makes more of the bank, looks goals up and lays pieces over each other. A search is a sequence of
 * slices, each of bounded work: what is found after so many slices is the same on every machine.
 */
import type { Arena } from '../engine/arena.ts';
import type { GridRows, Task } from '../task/task.ts';
import { Answers, type Answer, type Making, type Writing } from './answers.ts';
import { Bank, type StateId } from './bank.ts';
import { blocksOf, writeBlocks, type Blocks } from './blocks.ts';
import type { BroughtBy, GeneratorName } from './brought.ts';
import { ElementPrograms } from './element-programs.ts';
import { inFrame, type Frame } from './frames.ts';
import { goalsOf, watchGoals, type Goal } from './goals.ts';
import { Growth, type GrowthLimits } from './growth.ts';
import { LEARNED, type Uses } from './learned.ts';
import { lengthOfLayers, variantsOf, writeStack, type Stack } from './layers.ts';
import { plainOf, writePlain } from './plain.ts';
import { Pieces, tellOutputs, type PieceLimits } from './pieces.ts';
import { recolouredOf, writeRecoloured } from './recolouring.ts';
import { Stamps } from './stamps.ts';
import { Stacks, type Step } from './stack.ts';

/** What a search puts its work into. */
export interface Emphasis {
  readonly growth: GrowthLimits;
  readonly pieces: PieceLimits;
  /** Rounds at most. */
  readonly rounds: number;
  /** Whether programs over elements are looked for. */
  readonly elements: boolean;
}

/** Macros applied to single inputs in the first round; each further round has twice as many in all. */
const FIRST_ROUND = 6_000;
/** Below this cost an answer is trusted so far that the search ends some rounds later: the second attempt needs them. */
const TRUSTED = 10;
const ROUNDS_AFTER = 2;
/** Round from which programs over elements are looked for. */
const ELEMENTS_ROUND = 2;
/** Round from which objects are looked for that come again. */
const STAMPS_ROUND = 2;
/** What it takes to say a grid of one colour without what its measures are made of. */
const PLAIN_COST = 2;
/** What a change of colours costs without the changes themselves, and how it is told. */
const RECOLOUR_COST = 2;
const RECOLOUR = 'replace(x, c, d)';
/** Grids a round that are put into the bank. */
const MOST_STEPS = 6;
/** Grids of the outputs' size from which lines begin anew, a round. */
const MOST_ROOTS = 4;
/** Stacks of a round that are run, and those of which others that fit the train pairs as well are. */
const MOST_TRIED = 24;
const MOST_VARIED = 5;
/** Round from which a train pair may be left out. */
const TOLERANT_ROUND = 4;
/** Stacks that give all pairs but one, of which programs are made. */
const MOST_ALMOST = 6;

/** The outputs of the train pairs. */
export const outputsOf = ({ train }: Task): GridRows[] => train.map(({ output }) => output as GridRows);

/** How a search differs from the usual one. */
export interface Ways {
  /** What makes the output of what is searched for; null where that is the output. */
  readonly last?: Goal | null;
  /** What the pairs are laid in before; null where they are searched as they are. */
  readonly frame?: Frame | null;
  readonly uses?: Uses;
  /** A generator that is left out; null for none. */
  readonly without?: GeneratorName | null;
}

export class Synthesis {
  readonly bank: Bank;
  round = 0;
  private readonly kept: Answers;
  private readonly goals: readonly Goal[];
  private readonly blocks: Blocks | null;
  /** Of each different block the cheapest state that gives it. */
  private readonly blockStates: StateId[] = [];
  private readonly growth: Growth;
  private readonly elements: ElementPrograms;
  /** null where outputs have another size than inputs. */
  private readonly stamps: Stamps | null;
  private readonly emphasis: Emphasis;
  /** What makes the output of what is searched for; null where that is the output. */
  private readonly last: Goal | null;
  private readonly outputs: readonly GridRows[];
  /** Their colours. */
  private readonly colours: readonly number[];
  /** Grids that were put in, by what they are made of. */
  private readonly entered = new Set<string>();
  /** A generator that gives nothing, to see what it is worth. */
  private readonly without: GeneratorName | null;
  /** Whether each output has the size of its input. */
  private readonly sameSize: boolean;
  private hitsSeen = 0;
  private fittingSeen = 0;
  /** The round in which the first trusted answer was found; 0 while there is none. */
  private trustedSince = 0;
  private least = Infinity;

  constructor(
    arena: Arena,
    task: Task,
    emphasis: Emphasis,
    { last = null, frame = null, uses = LEARNED, without = null }: Ways = {},
  ) {
    this.without = without;
    this.emphasis = emphasis;
    this.last = last;
    const laid = (grids: readonly GridRows[]): GridRows[] =>
      grids.map((rows, i) => (frame === null ? rows : inFrame(frame, rows, i)));
    const inputs = laid([...task.train, ...task.test].map(({ input }) => input));
    const outputs = last?.grids ?? laid(outputsOf(task));
    const area = Math.max(...[...inputs, ...outputs].map((rows) => rows.length * rows[0].length));
    this.bank = new Bank(arena, inputs, task.train.length, 2 * area);
    this.kept = new Answers({ task, bank: this.bank, last, frame, without });
    const trainInputs = inputs.slice(0, task.train.length);
    this.sameSize = outputs.every(
      (rows, i) => rows.length === inputs[i].length && rows[0].length === inputs[i][0].length,
    );
    this.goals = goalsOf(outputs, trainInputs);
    this.blocks = blocksOf(trainInputs, outputs);
    watchGoals(arena, [...this.goals.map(({ grids }) => grids), ...(this.blocks?.grids ?? [])]);
    tellOutputs(arena, outputs);
    this.outputs = outputs;
    this.colours = [...new Set(outputs.flat(2))].sort((a, b) => a - b);
    this.growth = new Growth(this.bank, trainInputs, outputs, emphasis.growth, uses);
    this.stamps = this.sameSize ? new Stamps(this.bank, outputs) : null;
    this.elements = new ElementPrograms(this.bank, outputs, this.goals);
    this.offer((expression) => expression.name('I'), 'bank', { cost: 0 });
  }

  /** What each generator has brought. */
  get brought(): BroughtBy {
    const { applied, stateCount } = this.bank.arena.exports;
    return this.kept.counts.by(applied.value, stateCount.value);
  }

  /** What gives all train outputs, the most trusted first. */
  get answers(): readonly Answer[] {
    return this.kept.fitting;
  }

  /** What comes nearest to it while there is none, the best first. */
  get partials(): readonly Answer[] {
    return this.kept.partials;
  }

  /** Programs that were run. */
  get tried(): number {
    return this.kept.tried;
  }

  /** Whether an answer is trusted so far that the search ends. */
  get trusted(): boolean {
    return this.trustedSince > 0;
  }

  /** The slices: after each the search can be stopped, and asked what it found. */
  *slices(): Generator<void> {
    while (this.round < this.emphasis.rounds) {
      yield* this.growth.until(FIRST_ROUND * 2 ** this.round++);
      if (this.emphasis.elements && this.round >= ELEMENTS_ROUND)
        yield* this.elements.more(this.growth.nextLevel);
      if (this.stamps !== null && this.round >= STAMPS_ROUND) yield* this.stamps.more(this.growth.nextLevel);
      this.kept.look();
      this.lookUp();
      this.plain();
      this.recoloured();
      yield;
      if (this.without !== 'pieces') yield* this.stack();
      if (this.trustedSince === 0 && this.answers.some(({ cost }) => cost < TRUSTED))
        this.trustedSince = this.round;
      const enough = this.trustedSince > 0 && this.round >= this.trustedSince + ROUNDS_AFTER;
      if (this.growth.done || enough) return;
    }
  }

  private lookUp(): void {
    const core = this.bank.arena.exports;
    for (; this.hitsSeen < core.hitCount.value; this.hitsSeen += 2) {
      const state = core.hitAt(this.hitsSeen);
      const number = core.hitAt(this.hitsSeen + 1);
      if (number >= this.goals.length) {
        this.block(number - this.goals.length, state);
        continue;
      }
      const goal = this.goals[number];
      const write: Writing = (expression) => expression.body(goal.last, [expression.state(state)]);
      const { cost, text } = goal;
      if (number === 0) this.offer(write, this.last === null ? 'bank' : 'goals', { cost });
      else this.offer(write, 'goals', { cost, last: text });
    }
  }

  /** Once there is a state for every block, they are put together. */
  private block(number: number, state: StateId): void {
    if (this.blocks === null || this.blockStates[number] !== undefined) return;
    this.blockStates[number] = state;
    const { blocks } = this;
    const { grids, layout } = blocks;
    if (grids.some((_, i) => this.blockStates[i] === undefined)) return;
    const write: Writing = (expression) => {
      const nodes = this.blockStates.map((each) => expression.state(each));
      return writeBlocks(expression, blocks, nodes);
    };
    this.offer(write, 'blocks', { cost: layout.flat().length });
  }

  private plain(): void {
    for (const found of plainOf(this.bank, this.outputs))
      this.offer((expression) => writePlain(expression, found), 'goals', { cost: PLAIN_COST });
  }

  /** Grids of the output's size that are new, in the colours of the output. */
  private recoloured(): void {
    const core = this.bank.arena.exports;
    for (; this.fittingSeen < core.fittingCount.value; this.fittingSeen++) {
      const found = recolouredOf(this.bank, core.fittingAt(this.fittingSeen));
      if (found === null) continue;
      const cost = RECOLOUR_COST + found.changes.length;
      this.offer((expression) => writeRecoloured(expression, found), 'goals', { cost, last: RECOLOUR });
    }
  }

  private *stack(): Generator<void> {
    const core = this.bank.arena.exports;
    const fitting: StateId[] = [];
    for (let i = 0; i < core.fittingCount.value; i++) fitting.push(core.fittingAt(i));
    if (fitting.length === 0) return;
    const pieces = new Pieces(this.bank, this.colours, this.emphasis.pieces, fitting);
    yield;
    const stacks = new Stacks(pieces);
    yield* stacks.find(fitting, this.answers.length === 0 && this.round >= TOLERANT_ROUND);
    for (const stack of stacks.found.slice(0, MOST_TRIED)) this.offerStack(stack);
    yield;
    for (const stack of stacks.found.slice(0, MOST_VARIED)) {
      this.vary(stack, pieces);
      yield;
    }
    if (this.answers.length === 0)
      for (const stack of stacks.almost.slice(0, MOST_ALMOST)) this.offerStack(stack);
    if (this.answers.length === 0 && stacks.nearest !== null && stacks.missing < this.least) {
      this.least = stacks.missing;
      this.offerStack(stacks.nearest);
    }
    this.putIn(stacks.steps);
    if (!this.sameSize) this.beginAnew(stacks.nearestBases);
    yield;
  }

  /** Offers what no train pair tells from a stack: change by change, each the shortest, and what it leads over. */
  private vary(stack: Stack, pieces: Pieces): void {
    const substitutes = (state: StateId, coloured: boolean): readonly StateId[] =>
      (coloured ? pieces.paints : pieces.places).of(state);
    for (let best = stack, length = this.offerStack(stack); ;) {
      const before = length;
      for (const variant of variantsOf(best, substitutes)) {
        const own = this.offerStack(variant);
        if (own < length) [best, length] = [variant, own];
      }
      if (length === before) return;
    }
  }

  /** Gives what it takes to say the stack; one that was offered before is not run again. */
  private offerStack(stack: Stack): number {
    const cost = lengthOfLayers(stack);
    const layers = stack.layers.length;
    return this.offer((expression) => writeStack(expression, stack), 'pieces', { cost, layers });
  }

  /** Puts grids that are a step nearer to the output into the bank: what comes next may start from them. */
  private putIn(steps: readonly Step[]): void {
    let left = MOST_STEPS;
    for (const { base, layer } of steps) {
      const key = `${base} ${JSON.stringify(layer)}`;
      if (this.entered.has(key)) continue;
      if (left-- === 0) return;
      this.entered.add(key);
      this.growth.putIn(base, layer);
    }
  }

  /** Where outputs have another size than inputs: grids of their size are what the rest is done with. */
  private beginAnew(grids: readonly StateId[]): void {
    let left = MOST_ROOTS;
    for (const state of grids) if (left > 0 && this.growth.sprouts.begin(state)) left--;
  }

  private offer(write: Writing, generator: GeneratorName, more: Omit<Making, 'generator' | 'round'>): number {
    return this.kept.offer(write, { generator, round: this.round, ...more });
  }
}
