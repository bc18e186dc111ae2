/** What a sweep exports as: for whoever saves it, which is seldom and loaded then. */
export { reportCsv, reportJson, type SweptTasks } from '../../core/pipeline/sweep-report.ts';
