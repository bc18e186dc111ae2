/* eslint-disable svelte/prefer-svelte-reactivity -- what is shown is replaced as a whole */
/** What a search from nothing has made, as the page shows it: a sample that changes with every round. */
import type { Inspector } from '../../host/inspector.ts';
import { Tasting, type TriedPart, type TriedReport } from '../../host/tasting.ts';
import type { GridRows, Picture, Task } from '../../protocol/index.ts';
import { TriedTree, type TreeRow } from './tried-tree.svelte.ts';

/** Rounds that are gone through by themselves, and a pause between two, so that there is time to look (milliseconds). */
const ROUNDS = 7;
const PAUSE_MS = 1200;

export class Tried {
  /** What came from what; null until somebody asks. */
  tree = $state.raw<TriedTree | null>(null);
  report = $state.raw<TriedReport | null>(null);
  busy = $state(false);
  why = $state('');
  /** By part: what it gives on the pair looked at. */
  pictures = $state.raw<ReadonlyMap<TriedPart, Picture | null>>(new Map());

  private readonly inspector: Pick<Inspector, 'pictures'>;
  private readonly tasting: Tasting;
  private readonly look: () => { readonly input: GridRows; readonly fuel: number };
  private turn = 0;
  private gone = false;

  /** `look` gives the input of the pair looked at, and the fuel. */
  constructor(task: Task, inspector: Pick<Inspector, 'pictures'>, look: Tried['look']) {
    this.inspector = inspector;
    this.look = look;
    this.tasting = new Tasting(task);
  }

  /** Goes through the rounds one after the other. */
  async begin(): Promise<void> {
    for (let round = 1; round <= ROUNDS; round++) {
      await this.ask(round);
      if (this.gone || this.why !== '' || this.report?.done === true) return;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }

  /** Others of what was made so far. */
  async others(): Promise<void> {
    this.turn++;
    if (this.report !== null) await this.ask(this.report.round);
  }

  /** Shows the tree, or puts it away. */
  async toggleTree(): Promise<void> {
    this.tree = this.tree === null ? new TriedTree((open) => this.tasting.grown(open)) : null;
    await this.tree?.refresh();
    await this.draw();
  }

  /** Opens a branch of it, or closes it. */
  async toggleBranch(row: TreeRow): Promise<void> {
    await this.tree?.toggle(row);
    await this.draw();
  }

  async draw(): Promise<void> {
    const sampled = this.report?.groups.flatMap(({ sample }) => sample) ?? [];
    const parts = [...sampled, ...(this.tree?.rows.map(({ branch }) => branch.example) ?? [])];
    if (parts.length === 0) return;
    const outcome = await this.inspector.pictures({
      programs: parts.map(({ code }) => code),
      ...this.look(),
    });
    if (outcome.ok) this.pictures = new Map(parts.map((part, i) => [part, outcome.value[i]]));
  }

  close(): void {
    this.gone = true;
    this.tasting.close();
  }

  private async ask(round: number): Promise<void> {
    if (this.busy || this.gone) return;
    this.busy = true;
    const outcome = await this.tasting.ask(round, this.turn);
    this.busy = false;
    if (this.gone) return;
    if (outcome.ok) this.report = outcome.value;
    else this.why = outcome.why;
    await this.tree?.refresh();
    await this.draw();
  }
}
