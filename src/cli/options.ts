/** Reading the words of a call. */
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { WrongCall } from './faults.ts';

type OptionTable = NonNullable<ParseArgsConfig['options']>;

/** The options by name; unknown ones, missing values and stray words are wrong calls. */
export function readOptions(
  words: readonly string[],
  options: OptionTable,
): Record<string, string | boolean | (string | boolean)[] | undefined> {
  try {
    const args = withValues(words, options);
    return parseArgs({ args, options, allowPositionals: false, strict: true }).values;
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
  text: unknown,
  least: number,
  otherwise: number,
  most = Number.MAX_SAFE_INTEGER,
): number {
  if (text === undefined) return otherwise;
  const value = Number(text);
  if (
    typeof text !== 'string' ||
    text.trim() === '' ||
    !Number.isSafeInteger(value) ||
    value < least ||
    value > most
  ) {
    throw new WrongCall(
      `--${name} needs a whole number of at least ${least}${most < Number.MAX_SAFE_INTEGER ? ` and at most ${most}` : ''}, not '${String(text)}'`,
    );
  }
  return value;
}

/** An option that must be there. */
export function needed(name: string, text: unknown): string {
  if (typeof text === 'string' && text !== '') return text;
  throw new WrongCall(`--${name} is needed`);
}
