/** Filling the holes of a solver on some workers: the blocks of the search are dealt to them one by one. */
import type { Remote } from 'comlink';
import type { FillAnswer, FillPlan, FillReport, ToldFilling } from '../../core/search/filler.ts';
import type { Answer, EngineApi } from '../../protocol/engine.ts';
import type { Outcome } from '../../protocol/outcome.ts';
import type { Supervisor } from './supervisor.ts';

export interface FillProgress {
  /** Expressions that were put in and run. */
  readonly tried: number;
  /** All that cost less were tried. */
  readonly cost: number;
  readonly ms: number;
}

export interface FillEvents {
  /** Fillings of one block, and how far the search is. */
  readonly onReport?: (found: readonly ToldFilling[], progress: FillProgress) => void;
  /** Asked between questions. */
  readonly stopped?: () => boolean;
}

export interface Filled extends FillProgress {
  readonly fillings: readonly ToldFilling[];
  /** All that is searched was searched, or enough beyond the first find. */
  readonly done: boolean;
}

/** How much dearer than the cheapest that fits what is still looked for may be: it may be what was meant. */
const BEYOND = 2;
/** A question that takes so long is lost, with its worker (milliseconds). */
const DEADLINE_MS = 120_000;
/** Workers that one place in a search may cost. */
const PATIENCE = 2;

/** Searches until nothing is left, the time is up or somebody stops it. Never rejects. */
export async function fillSolver(
  supervisors: readonly Supervisor<Remote<EngineApi>>[],
  plan: FillPlan,
  ms: number,
  events: FillEvents = {},
): Promise<Outcome<Filled>> {
  const filling = new FillWork(plan, ms, events);
  await Promise.all(supervisors.map((supervisor) => filling.work(supervisor)));
  return filling.outcome();
}

class FillWork {
  private readonly plan: FillPlan;
  private readonly ms: number;
  private readonly events: FillEvents;
  private readonly began = performance.now();
  private next = 0;
  /** Blocks whose workers were given up: the others do them. */
  private readonly left: number[] = [];
  private ended = false;
  private tried = 0;
  private found: ToldFilling[] = [];
  /** The cost of the cheapest filling that makes all train pairs right. */
  private cheapest = Infinity;
  /** Costs of blocks that are done, by number. */
  private readonly costs: number[] = [];
  private why: string | null = null;

  constructor(plan: FillPlan, ms: number, events: FillEvents) {
    this.plan = plan;
    this.ms = ms;
    this.events = events;
  }

  async work(supervisor: Supervisor<Remote<EngineApi>>): Promise<void> {
    let losses = 0;
    let block: number | null = null;
    while (!this.isOut) {
      // What was begun is finished, after a loss as well: what is found must not depend on who was lost.
      block ??= this.left.shift() ?? (this.ended ? null : this.next++);
      if (block === null) return;
      const asked = block;
      const left = this.ms - this.passed;
      const outcome: Outcome<Answer<FillAnswer>> = await Promise.race([
        supervisor.ask(
          (api) => api.fill({ plan: this.plan, block: asked }) as Promise<Answer<FillAnswer>>,
          DEADLINE_MS,
        ),
        late(left),
      ]);
      if (!outcome.ok && outcome.tag === 'stopped') return;
      const why = !outcome.ok ? outcome.why : !outcome.value.ok ? outcome.value.why : null;
      if (why !== null || !outcome.ok || !outcome.value.ok) {
        if (++losses > PATIENCE) {
          this.why = why;
          this.left.push(block);
          return;
        }
        continue;
      }
      losses = 0;
      block = null;
      const answer = outcome.value.value;
      if (!answer.ok) {
        this.why = answer.why;
        this.ended = true;
        return;
      }
      this.take(asked, answer.report);
    }
  }

  private take(block: number, { tried, cost, done, fillings }: FillReport): void {
    this.costs[block] = cost;
    this.tried += tried;
    this.ended ||= done;
    const pairs = this.plan.task.train.length;
    for (const { matched, cost: price } of fillings)
      if (matched === pairs) this.cheapest = Math.min(this.cheapest, price);
    if (cost > this.cheapest + BEYOND) this.ended = true;
    this.found.push(...fillings);
    this.events.onReport?.(fillings, this.progress);
  }

  private get progress(): FillProgress {
    return {
      tried: this.tried,
      cost: Math.max(0, ...this.costs.filter((cost) => cost > 0)),
      ms: this.passed,
    };
  }

  private get passed(): number {
    return performance.now() - this.began;
  }

  private get isOut(): boolean {
    return this.passed >= this.ms || this.events.stopped?.() === true;
  }

  outcome(): Outcome<Filled> {
    if (this.why !== null && this.found.length === 0) return { ok: false, tag: 'crash', why: this.why };
    // What a worker found beyond the end hangs on how many there are.
    const fillings = this.found.filter(({ cost }) => cost <= this.cheapest + BEYOND);
    return { ok: true, value: { ...this.progress, fillings, done: this.ended } };
  }
}

/** Settles as stopped after so many milliseconds. */
function late(ms: number): Promise<{ readonly ok: false; readonly tag: 'stopped'; readonly why: string }> {
  return new Promise((resolve) => {
    const timer = setTimeout(
      () => resolve({ ok: false, tag: 'stopped', why: 'the time is up' }),
      Math.min(ms, 2 ** 31 - 1),
    );
    (timer as { unref?: () => void }).unref?.();
  });
}
