/** Git's own hashes, by which a download from a pinned commit is known to be what was pinned. */

export interface TreeEntry {
  readonly path: string;
  /** Of the file's content, in hexadecimal. */
  readonly sha: string;
  readonly mode: string;
}

/** Git's hash of a file; null where the browser has no hashing (a page that came over plain http). */
export function blobHash(content: Uint8Array): Promise<string | null> {
  return objectHash('blob', content);
}

/** Git's hash of a folder of files, from its listing. */
export function treeHash(entries: readonly TreeEntry[]): Promise<string | null> {
  const encoder = new TextEncoder();
  const parts = entries.map(({ mode, path, sha }) => {
    const head = encoder.encode(`${mode.replace(/^0/, '')} ${path}\0`);
    const hash = Uint8Array.from(sha.match(/../g) ?? [], (byte) => parseInt(byte, 16));
    return joined([head, hash]);
  });
  return objectHash('tree', joined(parts));
}

/** Whether the browser has hashing at all: a page that came over plain http has none. */
export const canHash = (): boolean => typeof crypto !== 'undefined' && Boolean(crypto.subtle);

async function objectHash(kind: string, content: Uint8Array): Promise<string | null> {
  if (!canHash()) return null;
  const head = new TextEncoder().encode(`${kind} ${content.length}\0`);
  const digest = await crypto.subtle.digest('SHA-1', joined([head, content]));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
