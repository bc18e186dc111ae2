/** Data sets change: whether something was made on another version than the one that this page knows. */
import { DATA_SETS, versionedName } from './catalogue.ts';

/** What there is to say of a name with a version, as results carry it; '' where it is that of today, or no public set. */
export function versionNote(dataset: string): string {
  const match = /^(.+) @([0-9a-f]{7,40})\b/.exec(dataset);
  const set = DATA_SETS.find(({ name }) => name === match?.[1]);
  if (!match || !set || set.commit.startsWith(match[2])) return '';
  return `Made on another version: here it is ${versionedName(set)}, and tasks may differ.`;
}
