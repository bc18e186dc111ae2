/** The bytes of a payload, written and read one after the other. Reading past the end is a refusal. */
import { decodeSource } from '../lang/decode.ts';
import { strToU8 } from 'fflate';
import { MAX_NAME, refuseLink } from './content.ts';

export class ByteWriter {
  private readonly bytes: number[] = [];

  byte(value: number): void {
    this.bytes.push(value & 0xff);
  }

  /** Seven bits a byte, the low ones first; the high bit says that more follow. */
  count(value: number): void {
    let rest = value;
    for (; rest > 0x7f; rest = Math.floor(rest / 128)) this.byte((rest % 128) | 0x80);
    this.byte(rest);
  }

  raw(bytes: Iterable<number>): void {
    for (const value of bytes) this.bytes.push(value);
  }

  text(text: string): void {
    const bytes = strToU8(text);
    this.count(bytes.length);
    this.raw(bytes);
  }

  /**
   * An id or the like: eight lower hexadecimal digits, as the public tasks have, are a zero and four bytes; anything
   * else is its length plus one, and its UTF-8.
   */
  name(name: string): void {
    if (!PACKABLE.test(name)) {
      const bytes = strToU8(name);
      this.count(bytes.length + 1);
      this.raw(bytes);
      return;
    }
    this.byte(0);
    for (let i = 0; i < 8; i += 2) this.byte(parseInt(name.slice(i, i + 2), 16));
  }

  done(): Uint8Array<ArrayBuffer> {
    return Uint8Array.from(this.bytes);
  }
}

const PACKABLE = /^[0-9a-f]{8}$/;

export class ByteReader {
  private readonly bytes: Uint8Array;
  private at = 0;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  get left(): number {
    return this.bytes.length - this.at;
  }

  byte(): number {
    return this.at < this.bytes.length ? this.bytes[this.at++] : this.ended();
  }

  count(): number {
    let value = 0;
    for (let scale = 1; scale < 2 ** 28; scale *= 128) {
      const byte = this.byte();
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) return value;
    }
    return refuseLink('damaged', '', 'The link is damaged: a number in it is out of bounds.');
  }

  raw(length: number): Uint8Array {
    if (length > this.left) this.ended();
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }

  text(): string {
    return this.textOf(this.count());
  }

  name(): string {
    const length = this.count();
    if (length > 0) {
      const name = this.textOf(length - 1);
      return name.length <= MAX_NAME
        ? name
        : refuseLink('too-large', '', `A name in the link is over ${MAX_NAME} characters long.`);
    }
    return Array.from(this.raw(4), (byte) => byte.toString(16).padStart(2, '0')).join('');
  }

  private textOf(length: number): string {
    const bytes = this.raw(length);
    const decoded = decodeSource(bytes);
    return decoded.kind === 'text'
      ? decoded.text
      : refuseLink('damaged', '', 'The link is damaged: a text in it is not UTF-8.');
  }

  private ended(): never {
    return refuseLink(
      'damaged',
      '',
      'The link is damaged: it ends too early. Was it cut when it was copied?',
    );
  }
}
