/** Searching one task on one worker, in questions short enough that a stop is heard and a lost worker costs little. */
import type { Remote } from 'comlink';
import type { SearchPlan, SearchReport, SearchRequest } from '../../core/search/searcher.ts';
import type { Answer, EngineApi } from '../../protocol/engine.ts';
import type { Outcome } from '../../protocol/outcome.ts';
import type { Lane } from './lane.ts';

export interface SearchLimits {
  /** Milliseconds of searching, or steps of fuel, in all; without either the search goes on to its end. */
  readonly ms?: number;
  readonly fuel?: number;
  /** Slices that an earlier search has done: doing these again takes none of the time. */
  readonly again?: number;
}

export interface SearchEvents {
  /** `ms` is the time taken so far. */
  readonly onReport?: (report: SearchReport, ms: number) => void;
  /** Asked between questions. */
  readonly stopped?: () => boolean;
  /** Awaited before each question: as long as it does not settle, the search pauses, and its time stands still. */
  readonly ready?: () => Promise<void>;
}

/** Milliseconds of one question: short ones at first, since most that is found is found soon. */
const SHORTEST_MS = 30;
const LONGEST_MS = 250;
/** A question that takes so long is lost, with its worker: the same slices are then done anew by another one. */
const DEADLINE_MS = 120_000;
/** Workers that one place in a search may cost. */
const PATIENCE = 2;

/** Searches until an answer is trusted, the limits are met or somebody stops it. Never rejects. */
export async function searchTask(
  lane: Lane<Remote<EngineApi>>,
  plan: SearchPlan,
  { ms = Infinity, fuel, again = 0 }: SearchLimits,
  { onReport, stopped = () => false, ready }: SearchEvents = {},
): Promise<Outcome<SearchReport>> {
  let report: SearchReport | null = null;
  let losses = 0;
  let spent = 0;
  for (;;) {
    if (ready !== undefined) await ready();
    if (stopped()) {
      if (report !== null) return { ok: true, value: report };
      return { ok: false, tag: 'stopped', why: 'stopped' };
    }
    const from: number = report === null ? 0 : report.slices;
    const repeats = from < again;
    const sooner = Math.min(LONGEST_MS, Math.max(SHORTEST_MS, spent / 2), ms - spent);
    const time = repeats ? LONGEST_MS : sooner;
    const request: SearchRequest = {
      plan,
      from,
      ms: Math.max(1, time),
      ...(fuel === undefined ? {} : { fuel }),
    };
    const asked = performance.now();
    const outcome: Outcome<Answer<SearchReport>> = await lane.ask(
      (api) => api.search(request) as Promise<Answer<SearchReport>>,
      DEADLINE_MS,
    );
    if (!repeats) spent += performance.now() - asked;
    const why = !outcome.ok ? outcome.why : outcome.value.ok ? null : outcome.value.why;
    if (why === null) {
      losses = 0;
      report = outcome.ok && outcome.value.ok ? outcome.value.value : report;
      if (report !== null) onReport?.(report, spent);
    } else if (stopped() || ++losses > PATIENCE) {
      return report === null ? { ok: false, tag: 'crash', why } : { ok: true, value: report };
    }
    if (report === null) continue;
    const over = report.done || spent >= ms || (fuel !== undefined && report.fuel >= fuel);
    if (over || stopped()) return { ok: true, value: report };
  }
}
