/** Data sets change: whether something was made on another version than the one that this page knows. */
import { DATA_SETS, versionedName } from './catalogue.ts';

/** What a submission is saved as: Kaggle's form has no room for the version of the tasks, the name of the file has. */
export function submissionName(dataset: string): string {
  return /@[0-9a-f]{7,40}$/.test(dataset) ? `submission-${plain(dataset)}.json` : 'submission.json';
}

/** The data set with its version that a submission was saved with; '' where its name tells none. */
export function submittedOn(file: string): string {
  const [, name, commit] = /^submission-(.+)_([0-9a-f]{7,40})\b/.exec(file) ?? [];
  const set = DATA_SETS.find((one) => plain(one.name) === name);
  return set === undefined ? '' : `${set.name} @${commit}`;
}

/** As any file system takes it. */
const plain = (text: string): string => text.replace(/[^\w.-]+/g, '_');

/** What there is to say of a name with a version, as results carry it; '' where it is that of today, or no public set. */
export function versionNote(dataset: string): string {
  const match = /^(.+) @([0-9a-f]{7,40})\b/.exec(dataset);
  const set = DATA_SETS.find(({ name }) => name === match?.[1]);
  if (!match || !set || set.commit.startsWith(match[2])) return '';
  return `Made on another version: here it is ${versionedName(set)}, and tasks may differ.`;
}
