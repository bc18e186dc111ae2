/** Searching one task on some workers, in questions short enough that a stop is heard and a lost worker costs little. */
import type { Remote } from 'comlink';
import { endOf, joined, NO_REPORT, TRACKS } from '../../core/pipeline/joined.ts';
import type { SearchPlan, SearchReport, SearchRequest } from '../../core/search/searcher.ts';
import type { Answer, EngineApi } from '../../protocol/engine.ts';
import type { Outcome } from '../../protocol/outcome.ts';
import type { Supervisor } from './supervisor.ts';

export { TRACKS };

export interface SearchLimits {
  /** Milliseconds of searching, or steps of fuel, in all; without either the search goes on to its end. */
  readonly ms?: number;
  readonly fuel?: number;
  /** Slices of each track that an earlier search has done: doing these again takes none of the time. */
  readonly again?: readonly number[];
}

export interface SearchEvents {
  /** `ms` is the time taken so far, `slices` those done of each track. */
  readonly onReport?: (report: SearchReport, ms: number, slices: readonly number[]) => void;
  /** Asked between questions. */
  readonly stopped?: () => boolean;
  /** Awaited before each question: as long as it does not settle, the search pauses, and its time stands still. */
  readonly ready?: () => Promise<void>;
}

/** Which worker has a track. */
type Dealt = (track: number) => Supervisor<Remote<EngineApi>>;

/** Milliseconds of one question: short ones at first, since most that is found is found soon. */
const SHORTEST_MS = 30;
const LONGEST_MS = 250;
/** A question that takes so long is lost, with its worker: the same slices are then done anew by another one. */
const DEADLINE_MS = 120_000;
/** Nobody works that long on one question: the machine slept meanwhile, and that is no time of searching. */
const SLEPT_MS = 20_000;
/** Workers that one place in a search may cost. */
const PATIENCE = 2;

/**
 * Searches until an answer is trusted, the limits are met or somebody stops it. The tracks are dealt to the workers;
 * where there are fewer of these, the one that has had least time goes on. Never rejects.
 */
export async function searchTask(
  supervisors: readonly Supervisor<Remote<EngineApi>>[],
  plan: SearchPlan,
  limits: SearchLimits,
  events: SearchEvents = {},
): Promise<Outcome<SearchReport>> {
  const search = new TaskSearch(plan, limits, events);
  const workers = supervisors.slice(0, TRACKS);
  const tracks = Array.from({ length: TRACKS }, (_, track) => track);
  const workerOf: Dealt = (track) => workers[track % workers.length];
  await Promise.all(
    workers.map((worker) => {
      const own = tracks.filter((track) => workerOf(track) === worker);
      return search.work(worker, own, 1 / workers.length);
    }),
  );
  await search.settle(workerOf);
  return search.outcome();
}

class TaskSearch {
  private readonly plan: SearchPlan;
  private readonly ms: number;
  private readonly fuel: number;
  private readonly again: readonly number[];
  private readonly events: SearchEvents;
  private readonly reports: (SearchReport | null)[] = Array.from({ length: TRACKS }, () => null);
  /** Milliseconds that each track has had. */
  private readonly spent = Array.from({ length: TRACKS }, () => 0);
  private why: string | null = null;

  constructor(
    plan: SearchPlan,
    { ms = Infinity, fuel = Infinity, again = [] }: SearchLimits,
    events: SearchEvents,
  ) {
    this.plan = plan;
    this.ms = ms;
    this.fuel = fuel / TRACKS;
    this.again = again;
    this.events = events;
  }

  outcome(): Outcome<SearchReport> {
    if (this.reports.some((report) => report !== null)) return { ok: true, value: this.joined() };
    if (this.why === null) return { ok: false, tag: 'stopped', why: 'stopped' };
    return { ok: false, tag: 'crash', why: this.why };
  }

  /** Goes on with `tracks` on one worker until all are over. `share` is the part of the workers that it is. */
  async work(
    supervisor: Supervisor<Remote<EngineApi>>,
    tracks: readonly number[],
    share: number,
  ): Promise<void> {
    let losses = 0;
    for (;;) {
      await this.events.ready?.();
      const left = tracks.filter((track) => !this.isOver(track));
      const used = tracks.reduce((sum, track) => sum + this.spent[track], 0);
      if (left.length === 0 || used >= this.ms || this.stopped) return;
      const track = left.reduce((a, b) => (this.spent[b] < this.spent[a] ? b : a));
      const why = await this.goOn(supervisor, track, this.ms - used, share);
      losses = why === null ? 0 : losses + 1;
      if (losses <= PATIENCE) continue;
      this.why = why;
      return;
    }
  }

  /**
   * A track may have gone on while another ended: asks it again what it had at that time, and how it ranked that. The worker
   * that had the track has its bank, of some hundred megabytes; another would keep a second one from then on.
   */
  async settle(workerOf: Dealt): Promise<void> {
    const until = endOf(this.known());
    for (const [track, report] of this.reports.entries()) {
      if (report === null || report.fuel <= until || this.stopped) continue;
      for (let losses = 0; losses <= PATIENCE && !this.stopped; losses++)
        if ((await this.ask(workerOf(track), track, 1, until)) === null) break;
    }
  }

  private known(): SearchReport[] {
    return this.reports.filter((report) => report !== null);
  }

  private get stopped(): boolean {
    return this.events.stopped?.() === true;
  }

  private isOver(track: number): boolean {
    const report = this.reports[track];
    if (report === null) return false;
    return report.done || report.fuel >= Math.min(this.fuel, endOf(this.known()));
  }

  /** Has a track go on for a while, `left` milliseconds at most; why there was no answer, or null. */
  private async goOn(
    supervisor: Supervisor<Remote<EngineApi>>,
    track: number,
    left: number,
    share: number,
  ): Promise<string | null> {
    const repeats = (this.reports[track]?.slices ?? 0) < (this.again[track] ?? 0);
    const sooner = Math.min(LONGEST_MS, Math.max(SHORTEST_MS, this.spent[track] / 2), left);
    const asked = performance.now();
    const most = Math.max(1, repeats ? LONGEST_MS : sooner);
    const why = await this.ask(supervisor, track, most, this.fuel);
    const took = performance.now() - asked;
    if (!repeats) this.spent[track] += took > SLEPT_MS ? most : took;
    const ms = this.spent.reduce((sum, each) => sum + each, 0) * share;
    if (why === null)
      this.events.onReport?.(
        this.joined(),
        ms,
        this.reports.map((report) => report?.slices ?? 0),
      );
    return why;
  }

  private async ask(
    supervisor: Supervisor<Remote<EngineApi>>,
    track: number,
    ms: number,
    fuel: number,
  ): Promise<string | null> {
    const request: SearchRequest = {
      plan: this.plan,
      track,
      from: this.reports[track]?.slices ?? 0,
      ms,
      fuel,
    };
    const outcome: Outcome<Answer<SearchReport>> = await supervisor.ask(
      (api) => api.search(request) as Promise<Answer<SearchReport>>,
      DEADLINE_MS,
    );
    if (!outcome.ok) return outcome.why;
    if (!outcome.value.ok) return outcome.value.why;
    this.reports[track] = outcome.value.value;
    return null;
  }

  private joined(): SearchReport {
    return joined(this.reports.map((report) => report ?? NO_REPORT));
  }
}
