/** Where a text stops being JSON. Looks at one token after the other, so that nesting costs nothing. */
import { createScanner, type JSONScanner, type SyntaxKind } from 'jsonc-parser';

/** An offset of the text, and what is wrong there. */
export interface JsonFault {
  readonly offset: number;
  readonly message: string;
}

// The library declares its kinds of tokens as a constant enumeration, which is no value at run time.
const OPEN_BRACE = 1 as SyntaxKind;
const CLOSE_BRACE = 2 as SyntaxKind;
const OPEN_BRACKET = 3 as SyntaxKind;
const CLOSE_BRACKET = 4 as SyntaxKind;
const COMMA = 5 as SyntaxKind;
const COLON = 6 as SyntaxKind;
const NULL = 7 as SyntaxKind;
const STRING = 10 as SyntaxKind;
const NUMBER = 11 as SyntaxKind;
const LINE_COMMENT = 12 as SyntaxKind;
const BLOCK_COMMENT = 13 as SyntaxKind;
const LINE_BREAK = 14 as SyntaxKind;
const TRIVIA = 15 as SyntaxKind;
const UNKNOWN = 16 as SyntaxKind;
const END = 17 as SyntaxKind;

/** The first fault; null where the text is JSON. */
export function jsonFault(text: string): JsonFault | null {
  const scanner = createScanner(text, false);
  const open: SyntaxKind[] = [];
  let wanted: Wanted = 'value';
  for (;;) {
    const kind = nextToken(scanner);
    const fault = (message: string): JsonFault => ({ offset: scanner.getTokenOffset(), message });
    if (kind === LINE_COMMENT || kind === BLOCK_COMMENT) return fault('comments are no part of JSON');
    if (scanner.getTokenError() !== 0)
      return fault(TOKEN_FAULTS[scanner.getTokenError()] ?? 'invalid symbol');
    if (kind === UNKNOWN) return fault('invalid symbol');
    if (wanted === 'end') return kind === END ? null : fault('end of file expected');
    const inside = open.at(-1);
    const closes = inside === OPEN_BRACE ? CLOSE_BRACE : CLOSE_BRACKET;
    if (inside !== undefined && kind === closes && CLOSABLE.includes(wanted)) {
      open.pop();
      wanted = afterValue(open);
    } else if (wanted === 'value' || wanted === 'first value') {
      if (kind === OPEN_BRACE || kind === OPEN_BRACKET) {
        open.push(kind);
        wanted = kind === OPEN_BRACE ? 'first name' : 'first value';
      } else if (kind >= NULL && kind <= NUMBER) wanted = afterValue(open);
      else return fault('value expected');
    } else if (wanted === 'name' || wanted === 'first name') {
      if (kind !== STRING) return fault('property name expected');
      wanted = 'colon';
    } else if (wanted === 'colon') {
      if (kind !== COLON) return fault('colon expected');
      wanted = 'value';
    } else if (kind === COMMA) wanted = inside === OPEN_BRACE ? 'name' : 'value';
    else if (kind === END) return fault(`close ${inside === OPEN_BRACE ? 'brace' : 'bracket'} expected`);
    else return fault('comma expected');
  }
}

type Wanted = 'value' | 'first value' | 'name' | 'first name' | 'colon' | 'comma' | 'end';

/** Where a bracket may be closed. */
const CLOSABLE: readonly Wanted[] = ['first value', 'first name', 'comma'];

function afterValue(open: readonly SyntaxKind[]): Wanted {
  return open.length === 0 ? 'end' : 'comma';
}

function nextToken(scanner: JSONScanner): SyntaxKind {
  for (;;) {
    const kind = scanner.scan();
    if (kind !== LINE_BREAK && kind !== TRIVIA) return kind;
  }
}

/** By the number of the library's `ScanError`. */
const TOKEN_FAULTS: readonly string[] = [
  '',
  'unexpected end of comment',
  'unexpected end of string',
  'unexpected end of number',
  'invalid unicode',
  'invalid escape character',
  'invalid character',
];
