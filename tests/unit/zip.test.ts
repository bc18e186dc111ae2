/** Zips: what is taken, what is left out and why. */
import { zipSync, strToU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import { crc32 } from '../../src/host/tasks/crc32.ts';
import { unpack } from '../../src/host/tasks/zip.ts';
import { zipOf, type ZipPart } from '../support/zip.ts';

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

async function told(zip: Uint8Array<ArrayBuffer>): Promise<string[] | string> {
  const read = await unpack(zip);
  if (!read.ok) return read.why;
  return [
    ...read.entries.map(({ name, bytes }) => `${name}: ${text(bytes)}`),
    ...read.left.map(({ name, why }) => `${name} left: ${why}`),
  ];
}

test('the checksum', () => {
  expect(crc32(strToU8('123456789'))).toBe(0xcbf43926);
  expect(crc32(new Uint8Array())).toBe(0);
});

test('what the library writes is read', async () => {
  const zip = zipSync({
    'a/one.json': strToU8('1'.repeat(1000)),
    'two.py': strToU8('2'),
    'readme.md': strToU8('3'),
  });
  expect(await told(new Uint8Array(zip))).toEqual([`a/one.json: ${'1'.repeat(1000)}`, 'two.py: 2']);
});

const DAMAGED = 'left: it is damaged: it does not match its checksum';

test.each<[string, ZipPart, string]>([
  ['packed', { name: 'a.json', text: 'aaaa', packed: true }, 'a.json: aaaa'],
  ['with another checksum', { name: 'a.json', text: 'a', crc: 1 }, `a.json ${DAMAGED}`],
  [
    'packed, with another checksum',
    { name: 'a.json', text: 'aaaa', packed: true, crc: 1 },
    `a.json ${DAMAGED}`,
  ],
  [
    'that is longer than it says',
    { name: 'a.json', text: 'a'.repeat(1e6), packed: true, size: 10 },
    `a.json ${DAMAGED}`,
  ],
  [
    'that is shorter than it says',
    { name: 'a.json', text: 'aa', packed: true, size: 10 },
    `a.json ${DAMAGED}`,
  ],
  ['stored, that is shorter than it says', { name: 'a.json', text: 'aa', size: 10 }, `a.json ${DAMAGED}`],
  ['that is no deflate', { name: 'a.json', text: '\u0007\u0007\u0007', method: 8 }, `a.json ${DAMAGED}`],
  ['encrypted', { name: 'a.json', text: 'a', flags: 1 }, 'a.json left: it is encrypted'],
  [
    'of another packer',
    { name: 'a.json', text: 'a', method: 93 },
    'a.json left: it is packed in a way that is not known here (93)',
  ],
  [
    'hidden',
    { name: 'x/.a.json', text: 'a' },
    'x/.a.json left: its name begins with a dot, as those of hidden files do',
  ],
  ['a zip', { name: 'b.zip', text: 'a' }, 'b.zip left: it is a zip inside of the zip: unpack it first'],
  ['of the prototype', { name: '__proto__.json', text: 'a' }, '__proto__.json: a'],
  ['with a name in another encoding', { name: 'é.json', text: 'a', flags: 0 }, 'é.json: a'],
])('an entry %s', async (_, part, expected) => {
  expect(await told(zipOf([part, { name: 'z.json', text: 'z' }]))).toEqual(
    expected.includes(' left: ') ? ['z.json: z', expected] : [expected, 'z.json: z'],
  );
});

test('entries of one name are all there, those of archivers and other files are not', async () => {
  const zip = zipOf([
    { name: 'a.json', text: '1' },
    { name: 'a.json', text: '2' },
    { name: '__MACOSX/._a.json', text: '3' },
    { name: 'folder.json/', text: '' },
    { name: 'notes.txt', text: '4' },
  ]);
  expect(await told(zip)).toEqual(['a.json: 1', 'a.json: 2']);
});

describe('a zip that cannot be read', () => {
  const good = zipOf([{ name: 'a.json', text: 'a'.repeat(100) }]);

  test('cut anywhere says so and does not throw', async () => {
    for (let length = 0; length < good.length; length++)
      expect(await told(good.slice(0, length)), `${length} bytes`).toMatch(
        /^it is no zip that can be read \(/,
      );
  });

  test('with any byte changed never gives another text', async () => {
    for (let at = 0; at < good.length; at++) {
      const zip = good.slice();
      zip[at] ^= 255;
      for (const line of [await told(zip)].flat())
        if (!/left: |no zip that can be read|holds more/.test(line))
          expect(line.slice(line.indexOf(': ') + 2), `byte ${at}`).toBe('a'.repeat(100));
    }
  });

  test('of too much says so', async () => {
    const zip = zipOf([{ name: 'a.json', text: 'a', size: 0xf0000000, packed: true }]);
    expect(await told(zip)).toBe('it holds more than 160.0 MB');
    const many = zipOf(Array.from({ length: 10_001 }, (_, i) => ({ name: `${i}.json`, text: '' })));
    expect(await told(many)).toBe('it holds more than 10000 files');
  });
});
