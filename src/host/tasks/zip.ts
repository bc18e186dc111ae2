/** Zips of task and solver files, within limits. */
import { sizeText } from './text.ts';

export const MAX_ZIP_BYTES = 32_000_000;
const MAX_ENTRIES = 10_000;
/** Of all entries, unpacked. */
const MAX_UNPACKED = 160_000_000;

export interface ZipEntry {
  /** With its folders. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

export type Unpacked =
  { readonly ok: true; readonly entries: readonly ZipEntry[] } | { readonly ok: false; readonly why: string };

/** The entries of interest: what is no task or solver by its ending is left in the zip. */
export async function unpack(zip: Uint8Array): Promise<Unpacked> {
  const { unzipSync } = await import('fflate');
  let [count, bytes] = [0, 0];
  let why = '';
  try {
    const entries = unzipSync(zip, {
      filter({ name, size, originalSize }) {
        if (why !== '' || !isWanted(name)) return false;
        count++;
        bytes += originalSize;
        if (count > MAX_ENTRIES) why = `it holds more than ${MAX_ENTRIES} files`;
        else if (bytes > MAX_UNPACKED) why = `it holds more than ${sizeText(MAX_UNPACKED)}`;
        // Nothing grows by being packed: the entry lies about its size.
        else if (size > originalSize + 1024) why = `${name} is damaged`;
        return why === '';
      },
    });
    if (why !== '') return { ok: false, why };
    return { ok: true, entries: Object.entries(entries).map(([name, bytes]) => ({ name, bytes })) };
  } catch (error) {
    return { ok: false, why: `it is no zip that can be read (${(error as Error).message})` };
  }
}

function isWanted(name: string): boolean {
  return /\.(json|jsonl|ndjson|pyw?)$/i.test(name) && !/(^|\/)(__MACOSX\/|\.)/.test(name);
}
