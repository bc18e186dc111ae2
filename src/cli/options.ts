/** Reading the words of a call. */
import { availableParallelism } from 'node:os';
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { defaultPoolSize, MAX_POOL } from '../host/pool/size.ts';
import { WrongCall } from './faults.ts';

type OptionTable = NonNullable<ParseArgsConfig['options']>;

/** What a call may say: options with a value, with one each time that they are there, and without. */
interface Known<Value, List, Flag> {
  readonly values?: readonly Value[];
  readonly lists?: readonly List[];
  readonly flags?: readonly Flag[];
}

/** The options by name; unknown ones, missing values and stray words are wrong calls. */
export function readOptions<
  Value extends string = never,
  List extends string = never,
  Flag extends string = never,
>(
  words: readonly string[],
  { values = [], lists = [], flags = [] }: Known<Value, List, Flag>,
): Record<Value, string | undefined> & Record<List, readonly string[]> & Record<Flag, boolean> {
  const options: OptionTable = {};
  for (const name of values) options[name] = { type: 'string' };
  for (const name of lists) options[name] = { type: 'string', multiple: true, default: [] };
  for (const name of flags) options[name] = { type: 'boolean', default: false };
  try {
    const args = withValues(words, options);
    return parseArgs({ args, options, allowPositionals: false, strict: true }).values as never;
  } catch (error) {
    throw new WrongCall((error as Error).message.split('\n')[0]?.split('. ')[0] ?? 'unreadable options');
  }
}

/**
 * The words with each value joined to its option: `--fuel -1` has the value -1, which its reader judges. A word that
 * begins with two dashes is an option and no value.
 */
function withValues(words: readonly string[], options: OptionTable): string[] {
  const joined: string[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as string;
    const name = word.startsWith('--') ? word.slice(2) : '';
    if (!Object.hasOwn(options, name) || options[name]?.type !== 'string') {
      joined.push(word);
      continue;
    }
    const value = words[++i];
    if (value === undefined || value.startsWith('--')) throw new WrongCall(`${word} needs a value`);
    joined.push(`${word}=${value}`);
  }
  return joined;
}

/** An option that is a whole number of at least `least`. */
export function wholeNumber(
  name: string,
  text: string | undefined,
  least: number,
  otherwise: number,
  most = Number.MAX_SAFE_INTEGER,
): number {
  if (text === undefined) return otherwise;
  const value = Number(text);
  if (text.trim() !== '' && Number.isSafeInteger(value) && value >= least && value <= most) return value;
  const limit = most < Number.MAX_SAFE_INTEGER ? ` and at most ${most}` : '';
  throw new WrongCall(`--${name} needs a whole number of at least ${least}${limit}, not '${text}'`);
}

/** `--workers`: threads, as many as the machine has unless it is said. */
export function workersIn(text: string | undefined): number {
  return wholeNumber('workers', text, 1, defaultPoolSize(availableParallelism()), MAX_POOL);
}

/** The longest time for a task, a day. */
export const MOST_SECONDS = 86_400;

/** An option that is a time. */
export function secondsIn(name: string, text: string): number {
  const value = Number(text);
  if (text.trim() !== '' && value > 0 && value <= MOST_SECONDS) return value;
  throw new WrongCall(
    `--${name} needs a number of seconds above 0 and at most ${MOST_SECONDS}, not '${text}'`,
  );
}

/** An option that must be there. */
export function needed(name: string, text: string | undefined): string {
  if (text !== undefined && text !== '') return text;
  throw new WrongCall(`--${name} is needed`);
}
