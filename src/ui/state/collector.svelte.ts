/* eslint-disable svelte/prefer-svelte-reactivity -- what was seen is private */
/** What the library keeps by itself: solvers that match every train pair, written or found, and drafts. */
import type { Inspector } from '../../host/inspector.ts';
import { PER_TASK, type KeptSolver } from '../../host/library/record.ts';
import { keyOf, refOf } from '../../host/library/task-ref.ts';
import type { NamedTask } from '../../host/tasks/named-task.ts';
import type { Candidate } from '../../protocol/index.ts';
import type { Bench } from './bench.svelte.ts';
import { scoreOf } from '../../host/library/record.ts';
import type { DraftSaver } from './draft-saver.ts';
import { datasetOf } from './library-scores.ts';
import { nameFor } from './solver.svelte.ts';

export interface CollectorHandlers {
  add(solver: KeptSolver): Promise<void>;
  /** Somebody has worked at the task. */
  tried(named: NamedTask): void;
}

type Found = Pick<KeptSolver, 'hash' | 'length' | 'cost' | 'source' | 'score' | 'origin'>;

export class Collector {
  private readonly host: { readonly bench: Bench | null };
  private readonly inspector: Pick<Inspector, 'print'>;
  private readonly drafts: DraftSaver;
  private readonly on: CollectorHandlers;
  /** What was kept already, by task. */
  private readonly seen = new Set<string>();
  private readonly release: () => void;

  constructor(
    host: { readonly bench: Bench | null },
    inspector: Pick<Inspector, 'print'>,
    drafts: DraftSaver,
    handlers: CollectorHandlers,
  ) {
    this.host = host;
    this.inspector = inspector;
    this.drafts = drafts;
    this.on = handlers;
    this.release = $effect.root(() => {
      $effect(() => this.keepEdited());
      $effect(() => this.keepFound());
      $effect(() => this.keepDraft());
    });
  }

  /** A solver in the editor that matches every train pair. */
  private keepEdited(): void {
    const { bench } = this.host;
    if (!bench) return;
    const { result, stale, text, looked, chosen, edited, diagnostics } = bench.solver;
    if (!result || stale || looked !== null || diagnostics.some(({ severity }) => severity === 'error'))
      return;
    const train = result.pairs.filter(({ set }) => set === 'train');
    if (!train.every(({ match }) => match) || !this.once(bench.named, `${result.hash}\n${text}`)) return;
    const { hash, length } = result;
    const origin = chosen && !edited ? 'a run' : 'the editor';
    const cost = result.pairs.reduce((sum, { fuel }) => sum + fuel, 0);
    void this.add(bench.named, { hash, length, cost, source: text, score: scoreOf(train), origin });
  }

  /** The solvers of a run, as they come. */
  private keepFound(): void {
    const { bench } = this.host;
    if (!bench || bench.run.phase === 'idle') return;
    const { named, run } = bench;
    this.on.tried(named);
    const train = named.task.train.length;
    const full = run.top.filter(({ matched }) => matched === train).slice(0, PER_TASK);
    const fresh = full.filter(({ hash }) => this.once(named, hash));
    if (fresh.length > 0) void this.addFound(named, fresh);
  }

  private async addFound(named: NamedTask, candidates: readonly Candidate[]): Promise<void> {
    for (const { code, hash, length, fuel, pairs } of candidates) {
      const printed = await this.inspector.print({ code, name: nameFor(named.id) });
      if (!printed.ok) continue;
      const score = scoreOf(pairs.slice(0, named.task.train.length));
      const source = printed.value.steps;
      await this.add(named, { hash, length, cost: fuel, source, score, origin: 'a run' });
    }
  }

  private once(named: NamedTask, what: string): boolean {
    const key = `${keyOf(refOf(named))} ${what}`;
    if (this.seen.has(key)) return false;
    this.seen.add(key);
    return true;
  }

  private async add(named: NamedTask, found: Found): Promise<void> {
    const record = { ...refOf(named), dataset: datasetOf(named), date: Date.now(), notes: '', star: false };
    await this.on.add({ ...record, ...found });
  }

  private keepDraft(): void {
    const { bench } = this.host;
    if (!bench) return;
    const { named, solver } = bench;
    const { text, edited } = solver;
    this.drafts.leave(named);
    if (!edited) return;
    this.on.tried(named);
    this.drafts.typed(named, text);
  }

  dispose(): void {
    this.release();
  }
}
