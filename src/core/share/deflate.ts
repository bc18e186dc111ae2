/** Raw deflate with a preset dictionary, and inflating that stops at a limit whatever the bytes claim. */
import { deflateSync, Inflate } from 'fflate';
import { MAX_CONTENT, refuseLink } from './content.ts';

export function compress(bytes: Uint8Array, dictionary: Uint8Array): Uint8Array {
  return deflateSync(bytes, { level: 9, mem: 8, dictionary });
}

/** A byte of deflate grows to 1,032 at most, so that a step makes no more than a quarter of the limit. */
const STEP = 240;

export function decompress(bytes: Uint8Array, dictionary: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [];
  let size = 0;
  let isDone = false;
  const inflate = new Inflate({ dictionary }, (part, final) => {
    parts.push(part);
    size += part.length;
    isDone = final;
  });
  try {
    for (let at = 0; at < bytes.length && size <= MAX_CONTENT; at += STEP) {
      inflate.push(bytes.subarray(at, at + STEP), at + STEP >= bytes.length);
    }
  } catch {
    refuseLink('damaged', '', 'The link is damaged: it cannot be unpacked. Was it cut when it was copied?');
  }
  if (size > MAX_CONTENT)
    refuseLink('too-large', '', `The link unpacks to more than ${MAX_CONTENT / 1e6} MB.`);
  if (!isDone) refuseLink('damaged', '', 'The link is damaged: it ends too early.');
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
