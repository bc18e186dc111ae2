/** One record of an exported library, of unknown origin. */
import { refuse } from '../../core/task/refusal.ts';
import { normalised, type KeptSolver } from './record.ts';
import { setOfVersion1 } from './version-1.ts';

/** UTF-16 units. */
const MAX_TEXT = 10_000;
const MAX_SOURCE = 250_000;

/** Refuses with the path of the first fault. Fields that are not known are left out. */
export function readRecord(data: unknown, path: string, version: 1 | 2): KeptSolver {
  const record = fieldsOf(data, path);
  const score = fieldsOf(record.score, `${path}.score`);
  const number = (from: Record<string, unknown>, key: string, at: string, most: number): number => {
    const value = from[key];
    const isFraction = most === 1;
    if (typeof value === 'number' && value >= 0 && value <= most && (isFraction || Number.isInteger(value)))
      return value + 0;
    refuse(
      `${at}.${key}`,
      `a ${isFraction ? 'share from 0 to 1' : 'whole number'} is needed, not ${shown(value)}`,
    );
  };
  const text = (key: string, most = MAX_TEXT): string => {
    const value = record[key];
    if (typeof value !== 'string') refuse(`${path}.${key}`, `a text is needed, not ${shown(value)}`);
    if (value.length > most)
      refuse(`${path}.${key}`, `the text has ${value.length} characters; at most ${most} are allowed`);
    return value;
  };
  const hash = text('hash');
  if (!/^[0-9a-f]{16}$/.test(hash))
    refuse(`${path}.hash`, `16 hexadecimal digits are needed, not ${shown(hash)}`);
  const { star } = record;
  if (typeof star !== 'boolean') refuse(`${path}.star`, `true or false is needed, not ${shown(star)}`);
  const read = {
    task: text('task'),
    hash,
    source: text('source', MAX_SOURCE),
    score: {
      matched: number(score, 'matched', `${path}.score`, 1e6),
      pairs: number(score, 'pairs', `${path}.score`, 1e6),
      accuracy: number(score, 'accuracy', `${path}.score`, 1),
    },
    length: number(record, 'length', path, 1e6),
    cost: number(record, 'cost', path, Number.MAX_SAFE_INTEGER),
    origin: text('origin'),
    date: number(record, 'date', path, 8.64e15),
    dataset: text('dataset'),
    notes: text('notes'),
    star,
  };
  return normalised({ ...read, set: version === 1 ? setOfVersion1(read) : text('set') });
}

function fieldsOf(data: unknown, path: string): Record<string, unknown> {
  if (typeof data === 'object' && data !== null && !Array.isArray(data))
    return data as Record<string, unknown>;
  refuse(path, `an object is needed, not ${shown(data)}`);
}

function shown(data: unknown): string {
  const text = JSON.stringify(data) ?? 'nothing';
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
