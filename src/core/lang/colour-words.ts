/** Names of colours, which others have as constants: here colours are numbers. */
import type { Advice } from './diagnostics.ts';

/** By the number of the colour; the constant of that number, and what people call it. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  ZERO: ['BLACK'],
  ONE: ['BLUE'],
  TWO: ['RED'],
  THREE: ['GREEN'],
  FOUR: ['YELLOW'],
  FIVE: ['GREY', 'GRAY'],
  SIX: ['PINK', 'MAGENTA', 'FUCHSIA'],
  SEVEN: ['ORANGE'],
  EIGHT: ['LIGHT_BLUE', 'LIGHTBLUE', 'TEAL', 'CYAN', 'AZURE', 'SKY'],
  NINE: ['MAROON', 'BROWN'],
};

const BY_WORD = new Map(
  Object.entries(WORDS).flatMap(([constant, words]) => words.map((word) => [word, constant] as const)),
);

/** What to write for a name that is that of a colour; null for any other. */
export function colourNamed(name: string): Advice | null {
  const constant = BY_WORD.get(name.toUpperCase());
  if (constant === undefined) return null;
  const colour = name.toLowerCase().replace('_', ' ');
  return { message: `Colours are numbers: ${constant} is ${colour}.`, suggestions: [constant] };
}
