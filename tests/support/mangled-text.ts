/** Texts and bytes with random damage: what a chat, an editor, a disk or somebody who means ill makes of them. */
import type { Random } from '../../src/core/random.ts';

/** Names that every object has, characters that cannot be seen or turn the text around, halves of characters. */
export const TRICKS = [
  ...['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', '__defineGetter__', 'then'],
  ...['\u202e', '\u2066', '\u200b', '\u200d', '\u00ad', '\ufeff', '\ud800', '\udc00', '\u2028', '\0', '\x7f'],
  ...['\r\n', '\r', '\t', '\f', '\v', '\u00a0', '\u3000', '😀', 'é', 'e\u0301', 'İ', 'ſ', 'ß', '１'],
  ...['<img src=x onerror=alert(1)>', '"', "'", '`', '\\', '\\u0000', '%00', '../', '..\\', '&amp;', '${x}'],
];
const NUMBERS = [
  '-0',
  '1e999',
  '-1',
  '2147483648',
  '9007199254740993',
  '0.5',
  '007',
  '1e5',
  '0x10',
  'NaN',
  '٣',
];
const MARKS = ['(', ')', '[', ']', '{', '}', ',', ':', '=', '#', '.', '"""', '\n', ' ', 'null', 'true', '""'];

/** A text with one to `most` places changed. */
export function mangled(text: string, random: Random, most = 4): string {
  let changed = text;
  for (let n = random.int(1, most); n > 0; n--) changed = once(changed, random);
  return changed;
}

function once(text: string, random: Random): string {
  const at = random.int(0, text.length);
  const to = Math.min(text.length, at + random.int(0, random.bool(0.1) ? 400 : 12));
  const put = (piece: string): string => text.slice(0, at) + piece + text.slice(to);
  switch (random.int(0, 11)) {
    case 0:
      return put('');
    case 1:
      return text.slice(0, at);
    case 2:
      return text.slice(0, to) + text.slice(at);
    case 3:
      return put(random.pick(MARKS).repeat(random.bool(0.05) ? random.int(10, 300) : 1));
    case 4:
      return put(random.pick(NUMBERS));
    case 5:
      return put(String.fromCharCode(random.int(0, 0xffff)));
    case 6:
      return wordChanged(text, at, random.pick(TRICKS));
    case 7:
      return wordChanged(text, at, wordAt(text, random.int(0, text.length)) || '0');
    case 8:
      return random.bool() ? text.replaceAll('\n', random.pick(['\r\n', '\r', '\u2028'])) : `\ufeff${text}`;
    case 9: {
      const [a, b] = [at, random.int(0, text.length)].toSorted((x, y) => x - y);
      const [upTo, from] = [text.indexOf('\n', a), text.indexOf('\n', b)];
      return upTo < 0 || from < 0 ? put('') : text.slice(0, upTo) + text.slice(from);
    }
    default:
      return put(random.pick(TRICKS));
  }
}

const WORD = /[\w.+-]+/g;

function wordAt(text: string, at: number): string {
  WORD.lastIndex = at;
  return WORD.exec(text)?.[0] ?? '';
}

function wordChanged(text: string, at: number, word: string): string {
  WORD.lastIndex = at;
  const found = WORD.exec(text);
  return found === null ? text : text.slice(0, found.index) + word + text.slice(WORD.lastIndex);
}

/** Bytes with some of them changed, left out, doubled or cut off. */
export function mangledBytes(bytes: Uint8Array, random: Random): Uint8Array<ArrayBuffer> {
  let changed = Uint8Array.from(bytes);
  for (let n = random.int(1, 6); n > 0 && changed.length > 0; n--) {
    const at = random.int(0, changed.length - 1);
    const kind = random.int(0, 9);
    if (kind === 0) changed = changed.slice(0, at);
    else if (kind === 1) changed = joined(changed.slice(0, at), changed.slice(at + random.int(1, 40)));
    else if (kind === 2) changed = joined(changed.slice(0, at), changed.slice(Math.max(0, at - 30)));
    else if (kind < 5) changed.fill(random.pick([0, 255]), at, at + random.int(1, 4));
    else changed[at] = random.int(0, 255);
  }
  return changed;
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
