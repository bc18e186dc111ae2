/** What the train pairs of a task tell of its outputs, for the page. */
export { differencesOf, type Difference } from '../../core/task/differs.ts';
