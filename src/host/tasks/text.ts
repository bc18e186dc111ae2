/** Bytes to text, with a message that names the place where that is not possible. */

export type TextRead =
  { readonly ok: true; readonly text: string } | { readonly ok: false; readonly why: string };

/** Bytes of a file of text that are read at most. */
const MAX_TEXT_BYTES = 32_000_000;
const LINE_FEED = 10;

/** The text of a file, or why it cannot be had: it is too large, cannot be read, or is no UTF-8. */
export async function textOf(file: {
  readonly size: number;
  bytes(): Promise<Uint8Array>;
}): Promise<TextRead> {
  if (file.size > MAX_TEXT_BYTES) return refusal(tooLarge(file.size, MAX_TEXT_BYTES));
  try {
    return decodeText(await file.bytes());
  } catch (error) {
    return refusal(`the browser could not read it (${(error as Error).message})`);
  }
}

export async function bytesOf(file: File): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await file.arrayBuffer());
}

/** Why a file of so many bytes is not read. */
export function tooLarge(bytes: number, limit: number): string {
  return `the file has ${sizeText(bytes)}; at most ${sizeText(limit)} are read`;
}

export function decodeText(bytes: Uint8Array): TextRead {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return refusal('the file is UTF-16, not UTF-8');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return refusal('the file is UTF-16, not UTF-8');
  try {
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return refusal(`line ${faultyLine(bytes)} is not UTF-8; save the file in that encoding`);
  }
}

/** No byte of a longer UTF-8 sequence is a line feed, so each line can be tried alone. */
function faultyLine(bytes: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 1;
  for (let start = 0; start < bytes.length; line++) {
    const feed = bytes.indexOf(LINE_FEED, start);
    const end = feed < 0 ? bytes.length : feed;
    try {
      decoder.decode(bytes.subarray(start, end));
    } catch {
      return line;
    }
    start = end + 1;
  }
  return line;
}

function refusal(why: string): TextRead {
  return { ok: false, why };
}

/** A size for people: 5.2 MB. */
export function sizeText(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} kB`;
  return bytes < 1e9 ? `${(bytes / 1e6).toFixed(1)} MB` : `${(bytes / 1e9).toFixed(1)} GB`;
}
