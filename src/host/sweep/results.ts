/** What a sweep found, as records and as tables: for whoever shows a sweep and does not drive one. */
export { standingOf, type Standing, type TaskResult } from '../../core/pipeline/sweep-record.ts';
export { summaryOf, type SweepSummary } from '../../core/pipeline/sweep-summary.ts';
