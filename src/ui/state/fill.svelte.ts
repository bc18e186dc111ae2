/* eslint-disable svelte/prefer-svelte-reactivity -- what is shown is replaced as a whole */
/** The search for what may stand in the holes of the text, as the page shows it. */
import type { Inspector } from '../../host/inspector.ts';
import { Filling, type ToldFilling } from '../../host/filling.ts';
import type { GridRows, Task } from '../../protocol/index.ts';

/** Milliseconds of searching for one press of the button. */
const LIMIT_MS = 30_000;
/** Fillings that have a picture, and milliseconds between two rounds of drawing. */
const DRAWN = 24;
const DRAW_MS = 300;

export class Fill {
  running = $state(false);
  /** Best first. */
  list = $state.raw<readonly ToldFilling[]>([]);
  /** Expressions that were tried. */
  tried = $state(0);
  ms = $state(0);
  /** Why there is no answer; '' where there is one. */
  why = $state('');
  /** Nothing is left to search, or enough was found. */
  complete = $state(false);
  /** What each filling makes of the pair looked at, by its place in the search. */
  pictures = $state.raw<ReadonlyMap<number, GridRows | null>>(new Map());

  private readonly inspector: Pick<Inspector, 'outputs'>;
  private filling: Filling | null = null;
  private drawn = -Infinity;

  constructor(inspector: Pick<Inspector, 'outputs'>) {
    this.inspector = inspector;
  }

  /** Begins anew. `input` is that of the pair looked at. */
  async start(source: string, task: Task, input: GridRows, fuel: number): Promise<void> {
    this.stop();
    this.list = [];
    this.pictures = new Map();
    this.tried = this.ms = 0;
    this.why = '';
    this.complete = false;
    this.running = true;
    this.drawn = performance.now();
    const mine = new Filling({
      source,
      task,
      ms: LIMIT_MS,
      onFound: (best, { tried, ms }) => {
        if (this.filling !== mine) return;
        this.tried = tried;
        this.ms = ms;
        if (best !== this.list) this.list = best;
        if (performance.now() - this.drawn > DRAW_MS) void this.draw(input, fuel);
      },
    });
    this.filling = mine;
    const outcome = await mine.done;
    if (this.filling !== mine) return;
    this.running = false;
    if (!outcome.ok) this.why = outcome.why;
    else this.complete = outcome.value.done;
    await this.draw(input, fuel);
  }

  stop(): void {
    const { filling } = this;
    this.filling = null;
    this.running = false;
    filling?.stop();
  }

  /** Draws what the best make of an input. */
  async draw(input: GridRows, fuel: number): Promise<void> {
    this.drawn = performance.now();
    const shown = this.list.slice(0, DRAWN);
    if (shown.length === 0) return;
    const programs = shown.map(({ code }) => code);
    const outcome = await this.inspector.outputs({ programs, input, fuel });
    if (!outcome.ok) return;
    this.pictures = new Map(shown.map(({ order }, i) => [order, outcome.value[i]]));
  }
}
