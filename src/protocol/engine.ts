/** The contract of a pool worker: a job in, its result out, or a search that goes on. */
import type { Answer } from '../core/pipeline/executor.ts';
import type { JobName, Jobs } from '../core/pipeline/jobs.ts';
import type { FillAnswer, FillRequest } from '../core/search/filler.ts';
import type { Branch, GrownRequest, TriedReport, TriedRequest } from '../core/search/tried.ts';
import type { SearchReport, SearchRequest } from '../core/search/searcher.ts';

export type { Answer };

export interface EngineApi {
  work<K extends JobName>(name: K, job: Jobs[K]['job']): Answer<Jobs[K]['result']>;
  /** Goes on with a search for a while. */
  search(request: SearchRequest): Answer<SearchReport>;
  /** Does one block of a search for what may stand in the holes of a solver. */
  fill(request: FillRequest): Answer<FillAnswer>;
  /** Some of what a search from nothing makes in its first rounds. */
  tried(request: TriedRequest): Answer<TriedReport>;
  /** What came from what in them. */
  grown(request: GrownRequest): Answer<Branch>;
}
