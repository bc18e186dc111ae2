/** All that belongs to one task while it is worked on. It is kept when another task is opened. */
import type { NamedTask } from '../../host/tasks/named-task.ts';
import type { GridRows, PairResult } from '../../protocol/index.ts';
import type { KeptPairs } from '../../host/pairs/kept-pairs.ts';
import { DrawnValues } from './drawn-values.svelte.ts';
import { OwnPairs, type OwnPair } from './own-pairs.svelte.ts';
import { TaskRun } from './task-run.svelte.ts';
import type { Inspector } from '../../host/inspector.ts';
import type { FilmInspector } from '../../host/film.ts';
import type { Language } from '../../host/language.ts';
import { answerHidden, type Answers } from './answers.ts';
import { pairName } from './sentences.ts';
import { SolverState } from './solver.svelte.ts';
import { Values } from './values.svelte.ts';

/** What the benches have in common. */
export interface BenchServices {
  readonly inspector: Inspector;
  readonly language: Language;
  readonly filming: FilmInspector;
  /** Where pairs of one's own are kept. */
  readonly pairs: KeptPairs;
  /** As the settings are now. */
  readonly fuel: () => number;
}

export interface BenchPair {
  /** For people. */
  readonly name: string;
  readonly input: GridRows;
  readonly output: GridRows | null;
  /** The pair itself where it is one's own. */
  readonly own: OwnPair | null;
}

export class Bench {
  readonly named: NamedTask;
  readonly run: TaskRun;
  readonly solver: SolverState;
  readonly values: Values;
  readonly own: OwnPairs;
  /** What a line is to give, as somebody drew it. */
  readonly drawn = new DrawnValues();
  readonly language: Language;
  readonly filming: FilmInspector;
  readonly inspector: Inspector;
  /** The pair that is looked at: an index into `named.pairs`, and behind them into the own ones. */
  pair = $state(0);
  /** Somebody has asked for the known test answers, which may be hidden till then. */
  revealed = $state(false);
  /** What was typed here in an earlier visit, as long as it is on offer. */
  draft = $state<string | null>(null);

  constructor(named: NamedTask, { inspector, language, filming, pairs, fuel }: BenchServices) {
    this.named = named;
    this.run = new TaskRun(named.task.train.length);
    this.own = new OwnPairs(pairs, `${named.dataset} ${named.id}`);
    this.solver = new SolverState({
      inspector,
      language,
      own: this.own,
      task: named.task,
      id: named.id,
      fuel,
    });
    this.values = new Values(filming, named.task, this.own);
    this.own.onChange = () => this.again();
    void this.own.restore();
    this.language = language;
    this.filming = filming;
    this.inspector = inspector;
    this.run.onRanking = () => this.follow();
  }

  /** The pairs of the task, and behind them those of one's own. */
  pairList = $derived.by((): readonly BenchPair[] => [
    ...this.named.pairs.map((pair) => ({ ...pair, name: pairName(pair), own: null })),
    ...this.own.list.map((own) => ({ name: own.label, input: own.input, output: own.output, own })),
  ]);

  /** Whether the answer of the pair of that number is known, and not to be seen yet. */
  hides(index: number, answers: Answers): boolean {
    return !this.revealed && answerHidden(this.named, index, answers);
  }

  /** The pair that is looked at. */
  looked = $derived(this.pairList[this.pair] ?? this.pairList[0]);

  /** Looks at the pair so many places further on, round the end. */
  step(by: number): void {
    const { length } = this.pairList;
    this.pair = (this.pair + by + length) % length;
  }

  /** What the solver does on the pair of that number; null where that is not known. */
  resultOf(index: number): PairResult | null {
    const own = this.pairList[index]?.own;
    return (own ? this.solver.ownResults.get(own) : this.solver.result?.pairs[index]) ?? null;
  }

  /** Takes a pair of one's own away; where it was looked at, the first of the task is. */
  dropPair(gone: OwnPair): void {
    const first = this.named.pairs.length;
    const looked = this.own.list[this.pair - first];
    if (looked === gone) this.pair = 0;
    this.own.remove(gone);
    if (looked && looked !== gone) this.pair = first + this.own.list.indexOf(looked);
  }

  /** The pairs are others. */
  private again(): void {
    void this.solver.inspect();
    this.values.again();
  }

  /** Puts a pair of one's own beside the others, and looks at it. */
  tryPair(label: string, input: GridRows, output: GridRows | null): void {
    const place = this.own.put(label, input, output);
    this.pair = this.named.pairs.length + place;
  }

  /**
   * Shows the best candidate, unless the user has chosen or typed something: once one solves, at the end, and while the
   * search goes on alone what comes nearest so far.
   */
  private follow(): void {
    const { solver, run } = this;
    const best = run.top[0];
    if (!best || !solver.automatic || (solver.edited && !solver.empty)) return;
    const { chosen } = solver;
    const shown = run.top.find(({ hash }) => hash === chosen?.hash) ?? null;
    const nearer = shown === null || best.matched > shown.matched || best.accuracy > shown.accuracy;
    const solvesNow = run.solved > 0 && (chosen === null || (shown?.matched ?? 0) < best.matched);
    const wanted = run.phase === 'ended' || solvesNow || (run.waiting && run.solved === 0 && nearer);
    if (wanted && chosen?.hash !== best.hash) void solver.choose(best, false);
  }
}
