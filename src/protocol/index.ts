/** The door of the protocol: the types that cross between the tab and its workers. Types only. */
export type * from '../core/task/task.ts';
export type * from '../core/pipeline/types.ts';
export type {
  SearchEnd,
  SearchProgress,
  SourceCount,
  SourceCounts,
  SourceName,
} from '../core/pipeline/sources.ts';
export type { GeneratorName } from '../core/search/brought.ts';
export type { Diagnostic } from '../core/lang/diagnostics.ts';
export type * from './inspection.ts';
export type * from './editing.ts';
export type * from './film.ts';
export type { Loss, LossTag, Outcome } from './outcome.ts';
