/** Zips written byte by byte, so that they can be wrong. */
import { crc32 } from 'node:zlib';
import { deflateRawSync } from 'node:zlib';

export interface ZipPart {
  readonly name: string;
  readonly text: string;
  readonly packed?: boolean;
  readonly crc?: number;
  /** What the directory says of the size. */
  readonly size?: number;
  readonly flags?: number;
  readonly method?: number;
}

export function zipOf(parts: readonly ZipPart[]): Uint8Array<ArrayBuffer> {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const raw = Buffer.from(part.text);
    const bytes = part.packed ? deflateRawSync(raw) : raw;
    const name = Buffer.from(part.name);
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(part.flags ?? 0x800, 2);
    shared.writeUInt16LE(part.method ?? (part.packed ? 8 : 0), 4);
    shared.writeUInt32LE(part.crc ?? crc32(raw), 10);
    shared.writeUInt32LE(bytes.length, 14);
    shared.writeUInt32LE(part.size ?? raw.length, 18);
    shared.writeUInt16LE(name.length, 22);
    files.push(Buffer.from('PK\x03\x04'), shared, name, bytes);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('PK\x01\x02'), Buffer.from([20, 0]), shared, rest, name);
    offset += 30 + name.length + bytes.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(listed.length, 8);
  end.writeUInt32LE(offset, 12);
  return new Uint8Array(Buffer.concat([...files, listed, Buffer.from('PK\x05\x06'), end]));
}
