/** The hash by which equal programs are found. */
import { meaningOf, OP_COUNT, type Op, type Program } from './program.ts';

/**
 * 16 hexadecimal digits that equal programs in canonical form share: FNV-1a over 64 bits (offset basis
 * cbf29ce484222325, prime 100000001b3) of the nodes as text, such as `I;vmirror(0;ONE;hupscale(1,2;`. The names of the
 * dialect go in, not op numbers, so that a hash stays valid when the catalogue grows.
 */
export function bodyHash(program: Program): string {
  const length = writeText(program);
  let high = 0xcbf29ce4 | 0;
  let low = 0x84222325 | 0;
  for (let i = 0; i < length; i++) {
    low ^= text[i];
    // times 2^40 + 0x1b3 in halves of 16 bits, so that every product is exact in 32
    const first = (low & 0xffff) * 0x1b3;
    const second = (low >>> 16) * 0x1b3 + (first >>> 16);
    high = (Math.imul(high, 0x1b3) + (low << 8) + (second >>> 16)) | 0;
    low = (second << 16) | (first & 0xffff);
  }
  return hexadecimal(high) + hexadecimal(low);
}

/**
 * The nodes of the program at work as text, in ASCII: strings would be made only to be read once. Safe to share: each
 * call writes it anew, and reads it before it ends.
 */
let text = new Uint8Array(4096);

/** Fills `text`; gives the number of characters. */
function writeText({ nodes }: Program): number {
  let at = 0;
  for (const { op, args } of nodes) {
    const head = HEADS[op];
    const most = at + head.length + 12 * args.length + 1;
    if (most > text.length) text = enlarged(text, most);
    for (let i = 0; i < head.length; i++) text[at++] = head[i];
    for (let i = 0; i < args.length; i++) {
      if (i > 0) text[at++] = COMMA;
      at = writeNumber(args[i], at);
    }
    text[at++] = SEMICOLON;
  }
  return at;
}

const COMMA = 44;
const SEMICOLON = 59;
const DIGIT = 48;

function writeNumber(number: number, at: number): number {
  if (number < 10) {
    text[at] = DIGIT + number;
    return at + 1;
  }
  const end = writeNumber(Math.floor(number / 10), at);
  text[end] = DIGIT + (number % 10);
  return end + 1;
}

function enlarged(old: Uint8Array<ArrayBuffer>, least: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(Math.max(least, 2 * old.length));
  larger.set(old);
  return larger;
}

function hexadecimal(word: number): string {
  return (word >>> 0).toString(16).padStart(8, '0');
}

function isCall(op: Op): boolean {
  const { kind } = meaningOf(op);
  return kind === 'call' || kind === 'apply';
}

function nameOf(op: Op): string {
  const meaning = meaningOf(op);
  if (meaning.kind === 'input') return 'I';
  if (meaning.kind === 'apply') return '';
  return meaning.kind === 'constant' ? meaning.name : meaning.primitive.name;
}

/** What the text of a node begins with, by op. */
const HEADS: readonly Uint8Array[] = Array.from({ length: OP_COUNT }, (_, op) =>
  Uint8Array.from(`${nameOf(op)}${isCall(op) ? '(' : ''}`, (character) => character.charCodeAt(0)),
);
