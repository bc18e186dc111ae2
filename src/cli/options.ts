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
    return parseArgs({ args: [...words], options, allowPositionals: false, strict: true }).values;
  } catch (error) {
    throw new WrongCall((error as Error).message.split('\n')[0]?.split('. ')[0] ?? 'unreadable options');
  }
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
