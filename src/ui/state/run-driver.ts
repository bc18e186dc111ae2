/** What a run takes: not needed for the first look, and there before somebody presses Run. */
export { rehearse, startRun } from '../../host/run.ts';
export { RunHistory } from './run-history.svelte.ts';
