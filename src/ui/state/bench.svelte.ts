/** All that belongs to one task while it is worked on. It is kept when another task is opened. */
import type { NamedTask } from '../../host/tasks/named-task.ts';
import { RunState } from './run.svelte.ts';
import type { Desk } from '../../host/desk.ts';
import type { FilmDesk } from '../../host/film.ts';
import type { Language } from '../../host/language.ts';
import { SolverState } from './solver.svelte.ts';
import { Values } from './values.svelte.ts';

export class Bench {
  readonly named: NamedTask;
  readonly run: RunState;
  readonly solver: SolverState;
  readonly values: Values;
  readonly language: Language;
  readonly filming: FilmDesk;
  /** The pair that thumbnails show, an index into `named.pairs`. */
  pair = $state(0);
  /** What was typed here in an earlier visit, as long as it is on offer. */
  draft = $state<string | null>(null);

  constructor(named: NamedTask, desk: Desk, fuel: () => number, language: Language, filming: FilmDesk) {
    this.named = named;
    this.run = new RunState(named.task.train.length);
    this.solver = new SolverState(desk, named.task, fuel, language);
    this.values = new Values(filming, named.task);
    this.language = language;
    this.filming = filming;
    this.run.onRanking = () => this.follow();
  }

  /** Shows the best candidate, unless the user has chosen or typed something: once one solves, and at the end. */
  private follow(): void {
    const { solver, run } = this;
    const best = run.top[0];
    if (!best || !solver.automatic || (solver.edited && !solver.empty)) return;
    const settled = run.phase === 'ended' || (run.solved > 0 && solver.chosen === null);
    if (settled && solver.chosen?.hash !== best.hash) void solver.choose(best, false);
  }
}
