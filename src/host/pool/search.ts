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
}

export interface SearchEvents {
  readonly onReport?: (report: SearchReport) => void;
  /** Asked between questions. */
  readonly stopped?: () => boolean;
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
  { ms = Infinity, fuel }: SearchLimits,
  { onReport, stopped = () => false }: SearchEvents = {},
): Promise<Outcome<SearchReport>> {
  let report: SearchReport | null = null;
  let losses = 0;
  const began = performance.now();
  for (;;) {
    const passed = performance.now() - began;
    const time = Math.min(LONGEST_MS, Math.max(SHORTEST_MS, passed / 2), ms - passed);
    const from: number = report === null ? 0 : report.slices;
    const request: SearchRequest = {
      plan,
      from,
      ms: Math.max(1, time),
      ...(fuel === undefined ? {} : { fuel }),
    };
    const outcome: Outcome<Answer<SearchReport>> = await lane.ask(
      (api) => api.search(request) as Promise<Answer<SearchReport>>,
      DEADLINE_MS,
    );
    const why = !outcome.ok ? outcome.why : outcome.value.ok ? null : outcome.value.why;
    if (why === null) {
      losses = 0;
      report = outcome.ok && outcome.value.ok ? outcome.value.value : report;
      if (report !== null) onReport?.(report);
    } else if (stopped() || ++losses > PATIENCE) {
      return report === null ? { ok: false, tag: 'crash', why } : { ok: true, value: report };
    }
    if (report === null) continue;
    const over =
      report.done || performance.now() - began >= ms || (fuel !== undefined && report.fuel >= fuel);
    if (over || stopped()) return { ok: true, value: report };
  }
}
