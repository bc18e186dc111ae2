/**
 * A track of a search: stages one after the other, each with an emphasis of its own. A search has a fixed number of
 * tracks that do not know of each other, so that what each finds does not depend on how many workers there are.
 */
import type { Arena } from '../engine/arena.ts';
import type { Task } from '../task/task.ts';
import type { Answer } from './answers.ts';
import { BROUGHT_NOTHING, broughtBy, type BroughtBy, type GeneratorName } from './brought.ts';
import { compareFit } from './fit.ts';
import { framesOf, type Frame } from './frames.ts';
import { goalsOf, type Goal } from './goals.ts';
import { LEARNED, type Uses } from './learned.ts';
import { outputsOf, Synthesis, type Emphasis, type Ways } from './synthesis.ts';

/** Many steps in a row, from few states each. */
export const BROAD: Emphasis = {
  growth: { paired: 36, pairedCost: 6, latest: Infinity },
  pieces: { patches: 6000, objects: 3000, sources: 16, grids: 60 },
  rounds: 18,
  elements: true,
};
/** Few steps in a row, but what two states have to do with each other. */
const RELATED: Emphasis = {
  growth: { paired: 120, pairedCost: 4, latest: 3 },
  pieces: { patches: 10_000, objects: 10_000, sources: 16, grids: 60 },
  rounds: 18,
  elements: false,
};
/** A short look at what the output could have been made from. */
const SHORT: Emphasis = { ...BROAD, rounds: 7 };

/** The same for each frame. */
const FRAMED: Emphasis = { ...BROAD, rounds: 6 };

/** An answer, and the fuel that its track had burnt when it was found. */
export interface Find extends Answer {
  readonly fuel: number;
}

/** What a slice counts at least: laying pieces burns no fuel of its own. */
const SLICE_FUEL = 50_000;

interface Stage {
  readonly emphasis: Emphasis;
  readonly last: Goal | null;
  readonly frame: Frame | null;
}

function stagesOf(arena: Arena, task: Task, track: number, without: GeneratorName | null): Stage[] {
  const broad = { emphasis: BROAD, last: null, frame: null };
  const related = { emphasis: RELATED, last: null, frame: null };
  if (track === 0) return [broad];
  const inputs = task.train.map(({ input }) => input);
  const goals = without === 'goals' ? [] : goalsOf(outputsOf(task), inputs);
  const undone = goals.filter(({ telling }) => telling);
  return [
    ...framesOf(arena, task).map((frame) => ({ emphasis: FRAMED, last: null, frame })),
    ...undone.map((last) => ({ emphasis: SHORT, last, frame: null })),
    related,
  ];
}

export class Track {
  private readonly arena: Arena;
  private readonly task: Task;
  private readonly uses: Uses;
  private readonly without: GeneratorName | null;
  private readonly stages: readonly Stage[];
  private synthesis: Synthesis;
  private readonly finds = new Map<Answer, number>();
  /** What came nearest in the stages that are over, each with its fuel. */
  private readonly nearest: Find[] = [];
  /** Of the stages that are over. */
  private before = { fuel: 0, applied: 0, distinct: 0, tried: 0, brought: BROUGHT_NOTHING };
  /** Slices done. */
  count = 0;

  constructor(
    arena: Arena,
    task: Task,
    track: number,
    { uses = LEARNED, without = null }: Omit<Ways, 'last' | 'frame'> = {},
  ) {
    this.arena = arena;
    this.uses = uses;
    this.without = without;
    this.task = task;
    this.stages = stagesOf(arena, task, track, without);
    this.synthesis = this.begin(this.stages[0]);
  }

  /** The slices: after each the track can be stopped, and asked what it found. */
  *slices(): Generator<void> {
    for (const [i, stage] of this.stages.entries()) {
      if (i > 0) this.next(stage);
      for (const _ of this.synthesis.slices()) {
        this.note();
        yield;
      }
      this.note();
      if (this.synthesis.trusted) return;
    }
  }

  get fuel(): number {
    return this.before.fuel + this.arena.exports.steps.value + this.count * SLICE_FUEL;
  }

  get applied(): number {
    return this.before.applied + this.arena.exports.applied.value;
  }

  get distinct(): number {
    return this.before.distinct + this.arena.exports.stateCount.value;
  }

  get tried(): number {
    return this.before.tried + this.synthesis.tried;
  }

  /** What each generator has brought. */
  get brought(): BroughtBy {
    return broughtBy([this.before.brought, this.synthesis.brought]);
  }

  get round(): number {
    return this.synthesis.round;
  }

  get bytes(): number {
    return this.arena.exports.bankBytes();
  }

  /** What gives all train outputs, the most trusted first. */
  get answers(): Find[] {
    return [...this.finds].map(([answer, fuel]) => ({ ...answer, fuel })).sort((a, b) => a.rank - b.rank);
  }

  /** What comes nearest, the best first. */
  get partials(): Find[] {
    const now = this.synthesis.partials.map((answer) => ({ ...answer, fuel: this.fuel }));
    return [...this.nearest, ...now].sort(compareFit);
  }

  private begin({ emphasis, last, frame }: Stage): Synthesis {
    return new Synthesis(this.arena, this.task, emphasis, {
      last,
      frame,
      uses: this.uses,
      without: this.without,
    });
  }

  private next(stage: Stage): void {
    const { applied, stateCount, steps } = this.arena.exports;
    this.nearest.splice(0, Infinity, ...this.partials);
    this.before = {
      fuel: this.before.fuel + steps.value,
      applied: this.before.applied + applied.value,
      distinct: this.before.distinct + stateCount.value,
      tried: this.tried,
      brought: this.brought,
    };
    this.synthesis = this.begin(stage);
  }

  private note(): void {
    this.count++;
    for (const answer of this.synthesis.answers)
      if (!this.finds.has(answer)) this.finds.set(answer, this.fuel);
  }
}
