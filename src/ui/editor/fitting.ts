/** What the editor takes: text, and not more of it than can be a solver. Whatever is left out is said. */
import { number } from '../parts/number.ts';

export const MOST_TEXT = 20_000; // six times the longest published solver, and what a link carries

export interface Fitting {
  readonly text: string;
  /** What was cut, for people; '' where nothing was. */
  readonly said: string;
}

// eslint-disable-next-line no-control-regex -- they are what is looked for
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffd]/g;

/** @param room how many characters may come in; a line break counts as one, as in the editor */
export function fitting(source: string, room = MOST_TEXT): Fitting {
  const text = source.includes('\r') ? source.replace(/\r\n?/g, '\n') : source;
  const long = text.length > room;
  const part = long ? text.slice(0, room) : text;
  const clean = part.replace(CONTROL, '');
  const said: string[] = [];
  if (long) said.push(`Only the first ${number(room)} of ${number(text.length)} characters were taken.`);
  const dropped = part.length - clean.length;
  if (dropped > 0) said.push(`${number(dropped)} characters that are no text were left out.`);
  return { text: clean, said: said.join(' ') };
}
