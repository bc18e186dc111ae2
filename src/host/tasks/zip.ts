/**
 * Zips of task and solver files, within limits. The directory at the end of the zip is read here and each entry is held
 * against its checksum: the library unpacks, but looks at neither.
 */
import type { inflateSync } from 'fflate';
import { crc32 } from './crc32.ts';
import { sizeText } from './text.ts';

export const MAX_ZIP_BYTES = 32_000_000;
const MAX_ENTRIES = 10_000;
/** Of all entries, unpacked. */
const MAX_UNPACKED = 160_000_000;

export interface ZipEntry {
  /** With its folders, as the zip has it. */
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** An entry that was left out although it looks as if it was meant. */
export interface ZipLeft {
  readonly name: string;
  readonly why: string;
}

export type Unpacked =
  | { readonly ok: true; readonly entries: readonly ZipEntry[]; readonly left: readonly ZipLeft[] }
  | { readonly ok: false; readonly why: string };

/** The entries of interest: what is no task, solver or zip by its ending is not spoken of. */
export async function unpack(zip: Uint8Array<ArrayBuffer>): Promise<Unpacked> {
  const { inflateSync } = await import('fflate');
  const directory = directoryOf(zip);
  if (typeof directory === 'string')
    return { ok: false, why: `it is no zip that can be read (${directory})` };
  const entries: ZipEntry[] = [];
  const left: ZipLeft[] = [];
  const wanted = directory.filter(({ name }) => isWanted(name));
  const bytes = wanted.reduce((sum, { size }) => sum + size, 0);
  if (wanted.length > MAX_ENTRIES) return { ok: false, why: `it holds more than ${MAX_ENTRIES} files` };
  if (bytes > MAX_UNPACKED) return { ok: false, why: `it holds more than ${sizeText(MAX_UNPACKED)}` };
  for (const entry of wanted) {
    const read = contentOf(zip, entry, inflateSync);
    if (typeof read === 'string') left.push({ name: entry.name, why: read });
    else entries.push({ name: entry.name, bytes: read });
  }
  return { ok: true, entries, left };
}

/** A file by its ending; not those that an archiver adds for itself. */
function isWanted(name: string): boolean {
  return /\.(json|jsonl|ndjson|pyw?|zip)$/i.test(name) && !/(^|[\\/])__MACOSX[\\/]/.test(name);
}

interface Entry {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  /** Bytes, packed and unpacked. */
  readonly packed: number;
  readonly size: number;
  /** Of the header before its bytes. */
  readonly at: number;
}

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
const ENCRYPTED = 1;
const UTF8 = 0x800;
const STORED = 0;
const DEFLATED = 8;

/** The entries that the directory names, or why there is none that can be read. */
function directoryOf(zip: Uint8Array<ArrayBuffer>): Entry[] | string {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const end = endOf(view);
  if (end < 0) return 'it has no directory; was it cut off?';
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count === 0xffff || at === 0xffffffff) return 'it is of the kind for large archives, zip64';
  const entries: Entry[] = [];
  for (let i = 0; i < count; i++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== ENTRY_SIGNATURE)
      return 'its directory is damaged';
    const flags = view.getUint16(at + 8, true);
    const nameLength = view.getUint16(at + 28, true);
    const after = at + 46 + nameLength;
    if (after > view.byteLength) return 'its directory is damaged';
    entries.push({
      name: nameOf(zip.subarray(at + 46, after), (flags & UTF8) !== 0),
      flags,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    });
    at = after + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/** Where the record at the end of the zip begins, behind which only a comment of up to 64 kB stands; -1 for nowhere. */
function endOf(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 0xffff); at--)
    if (view.getUint32(at, true) === END_SIGNATURE) return at;
  return -1;
}

/** Names that are not said to be UTF-8 are so as well, most of them. */
function nameOf(bytes: Uint8Array, isUtf8: boolean): string {
  try {
    return new TextDecoder('utf-8', { fatal: !isUtf8 }).decode(bytes);
  } catch {
    return new TextDecoder('latin1').decode(bytes);
  }
}

/** The bytes of an entry, or why they cannot be had. */
function contentOf(
  zip: Uint8Array<ArrayBuffer>,
  { name, flags, method, crc, packed, size, at }: Entry,
  inflate: typeof inflateSync,
): Uint8Array<ArrayBuffer> | string {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  if (/\.zip$/i.test(name)) return 'it is a zip inside of the zip: unpack it first';
  if (/(^|[\\/])\.[^\\/]*$/.test(name)) return 'its name begins with a dot, as those of hidden files do';
  if ((flags & ENCRYPTED) !== 0) return 'it is encrypted';
  if (method !== STORED && method !== DEFLATED)
    return `it is packed in a way that is not known here (${method})`;
  if (at + 30 > zip.length || view.getUint32(at, true) !== LOCAL_SIGNATURE) return DAMAGED;
  const from = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  if (from + packed > zip.length || (method === STORED && packed !== size)) return DAMAGED;
  const bytes = zip.subarray(from, from + packed);
  try {
    // What unpacks to more than it says does not get the room.
    const content = method === STORED ? bytes : inflate(bytes, { out: new Uint8Array(size) });
    return content.length === size && crc32(content) === crc ? content : DAMAGED;
  } catch {
    return DAMAGED;
  }
}

const DAMAGED = 'it is damaged: it does not match its checksum';
