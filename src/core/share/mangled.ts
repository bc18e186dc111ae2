/**
 * Links as they come out of chats and mails: with marks of quotation or emphasis around them, escaped, wrapped, with
 * something appended, with a capital letter in front. A checksum inside of the link tells which reading is the right one.
 */

/** What a fragment claims to be: a version, and the texts that its payload may be, the likeliest first. */
export interface Readings {
  /** As in `v1`. */
  readonly version: string;
  readonly payloads: readonly string[];
}

/** So often an address may have been escaped. */
const MOST_ESCAPED = 3;

/** Marks before the version: those of fragments, routes, quotations and emphasis. */
const HEAD = /^[^A-Za-z0-9]*v(\d{1,9})(?:\.|$)/i;

/** Where a line was broken: white space, soft breaks of mail, the marks of quoted lines, what cannot be seen. */
const BREAKS = /[\s=>\u00ad\u200b-\u200d\u2060\ufeff]+/g;

/** null for what does not claim to be a link. */
export function readingsOf(fragment: string): Readings | null {
  const text = unescaped(fragment)
    .replaceAll('\u2014', '--') // what writing aids make of two hyphens, and of one
    .replace(/[\u2010-\u2013\u2212]/g, '-');
  const head = HEAD.exec(text);
  if (head === null) return null;
  const rest = text.slice(head[0].length);
  const plain = digitsOf(rest.trimStart());
  const joined = digitsOf(rest.replace(BREAKS, ''));
  const payloads = [plain, joined].flatMap((payload) => [payload, payload.replace(/_+$/, '')]);
  return { version: `v${head[1]}`, payloads: [...new Set(payloads)] };
}

/** The text up to the first character that is none of base64url. */
function digitsOf(text: string): string {
  return /^[\w-]*/.exec(text)?.[0] ?? '';
}

/** Without the escapes of addresses. */
function unescaped(text: string): string {
  let plain = text;
  for (let i = 0; i < MOST_ESCAPED && /%[0-9a-f]{2}/i.test(plain); i++) {
    try {
      plain = decodeURIComponent(plain);
    } catch {
      plain = plain.replace(/%([2-7][0-9a-f])/gi, (_, code: string) =>
        String.fromCharCode(parseInt(code, 16)),
      );
    }
  }
  return plain;
}
