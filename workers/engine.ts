/** What a pool worker does, in a tab and under Node alike. */
import { transfer } from 'comlink';
import type { Arena } from '../src/core/engine/arena.ts';
import { Evaluation } from '../src/core/engine/evaluation.ts';
import { Stock } from '../src/core/pipeline/1-generate.ts';
import { work } from '../src/core/pipeline/work.ts';
import { Filler } from '../src/core/search/filler.ts';
import { Searcher } from '../src/core/search/searcher.ts';
import { TriedSearch } from '../src/core/search/tried.ts';
import type { Answer, EngineApi } from '../src/protocol/engine.ts';

/**
 * `another` gives an arena at each call: one for jobs, one for each track of a search. Every defect becomes data: an
 * error thrown here would reach the tab without its tag.
 */
export function engineOn(another: () => Arena): EngineApi {
  const arena = another();
  const banks: Arena[] = [];
  const searcher = new Searcher(
    (track) => (banks[track] ??= another()),
    () => performance.now(),
  );
  let fillArena: Arena | null = null;
  const filler = new Filler(() => (fillArena ??= another()));
  let triedArena: Arena | null = null;
  const triedSearch = new TriedSearch(() => (triedArena ??= another()));
  const tools = { evaluation: new Evaluation(arena), stock: new Stock(), now: () => performance.now() };
  return {
    work(name, job) {
      const answer = answered(name, () => work(name, job, tools));
      return transfer(answer, buffersOf(answer));
    },
    search: (request) => answered('search', () => searcher.search(request)),
    tried: (request) => answered('tried', () => triedSearch.tried(request)),
    grown: (request) => answered('grown', () => triedSearch.grown(request)),
    fill: (request) => answered('fill', () => filler.fill(request)),
  };
}

/** What was asked, or in words why there is none. */
function answered<T>(name: string, make: () => T): Answer<T> {
  try {
    return { ok: true, value: make() };
  } catch (error) {
    return { ok: false, why: `${name}: ${String(error)}` };
  }
}

/** The typed arrays of a result are handed over, not copied. */
function buffersOf(value: unknown): ArrayBuffer[] {
  const found = new Set<ArrayBuffer>();
  collect(value, found);
  return [...found];
}

function collect(value: unknown, found: Set<ArrayBuffer>): void {
  if (ArrayBuffer.isView(value)) found.add(value.buffer as ArrayBuffer);
  else if (value !== null && typeof value === 'object' && !Array.isArray(value))
    Object.values(value).forEach((item) => collect(item, found));
}
