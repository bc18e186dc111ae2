/** Bytes -> source. Written out because core has no TextDecoder, and to name the place of the first fault. */
import { Report, type Diagnostic } from './diagnostics.ts';
import { MAX_SOURCE } from './syntax.ts';

export type Decoded =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'fault'; readonly diagnostics: readonly Diagnostic[] };

/** Reads UTF-8, with or without a byte order mark. What is not text gives one diagnostic with the byte offset. */
export function decodeSource(bytes: Uint8Array): Decoded {
  if (bytes.length > 2 * MAX_SOURCE) {
    return fault('too-large', `The file is over ${MAX_SOURCE / 1e6} MB: split it into several files.`);
  }
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    return fault('not-text', 'The file is in UTF-16: save it in UTF-8.');
  }
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  const parts: string[] = [];
  let units: number[] = [];
  for (let i = start; i < bytes.length;) {
    const length = sequenceLength(bytes, i);
    if (length === 0)
      return fault('not-text', `Byte ${i} is not UTF-8: save the solvers as a text file in UTF-8.`);
    if (bytes[i] === 0)
      return fault('not-text', `Byte ${i} is NUL: save the solvers as a text file in UTF-8.`);
    units.push(codePoint(bytes, i, length));
    i += length;
    if (units.length === 4096) {
      parts.push(String.fromCodePoint(...units));
      units = [];
    }
  }
  parts.push(String.fromCodePoint(...units));
  return { kind: 'text', text: parts.join('') };
}

function fault(code: 'too-large' | 'not-text', message: string): Decoded {
  const report = new Report();
  report.add(code, { from: 0, to: 0 }, () => message);
  return { kind: 'fault', diagnostics: report.diagnostics() };
}

/** How many bytes the character at `at` has; 0 where there is none: no overlong forms, surrogates or cut ends. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at];
  if (lead < 0x80) return 1;
  const length = lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
  if (at + length > bytes.length) return 0;
  for (let i = 1; i < length; i++) if ((bytes[at + i] & 0xc0) !== 0x80) return 0;
  const second = bytes[at + 1];
  if ((lead === 0xe0 && second < 0xa0) || (lead === 0xed && second > 0x9f)) return 0;
  if ((lead === 0xf0 && second < 0x90) || (lead === 0xf4 && second > 0x8f)) return 0;
  return length;
}

function codePoint(bytes: Uint8Array, at: number, length: number): number {
  if (length === 1) return bytes[at];
  let code = bytes[at] & (0x7f >> length);
  for (let i = 1; i < length; i++) code = (code << 6) | (bytes[at + i] & 0x3f);
  return code;
}
