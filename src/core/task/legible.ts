/**
 * Sentences that quote what others wrote: a name without end is cut, and what cannot be seen, turns the text around it
 * or is half a character is written as its number.
 */

/** UTF-16 units without a blank: no word is that long. */
const LONGEST = 120;
const KEPT = 80;

export function legible(sentence: string): string {
  return sentence
    .replace(RUN, (run) => `${run.slice(0, KEPT).replace(/[\ud800-\udbff]$/, '')}…`)
    .replace(UNSEEN, (char) => `<U+${char.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}>`);
}

const RUN = new RegExp(`[^\\s]{${LONGEST},}`, 'gu');
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu;
