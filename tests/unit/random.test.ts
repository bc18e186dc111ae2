import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Random } from '../../src/core/random.ts';

const seeds = fc.oneof(fc.string(), fc.integer());

test('equal seeds give equal streams, a number being its decimal text', () => {
  const draw = (random: Random): number[] => Array.from({ length: 20 }, () => random.uint32());
  fc.assert(
    fc.property(seeds, (seed) => {
      expect(draw(new Random(seed))).toEqual(draw(new Random(String(seed))));
      expect(draw(new Random(seed))).not.toEqual(draw(new Random(`${seed}!`)));
    }),
  );
});

test('the numbers never change: tasks and candidates depend on them', () => {
  const random = new Random('batt');
  expect([random.uint32(), random.uint32(), random.int(1, 6), random.bool()]).toMatchInlineSnapshot(`
    [
      1558014587,
      3690727137,
      3,
      false,
    ]
  `);
});

test('int keeps to its bounds and reaches both', () => {
  fc.assert(
    fc.property(seeds, fc.integer({ min: -50, max: 50 }), fc.nat(5), (seed, low, span) => {
      const random = new Random(seed);
      const drawn = new Set(Array.from({ length: 200 }, () => random.int(low, low + span)));
      expect([...drawn].sort((one, two) => one - two)).toEqual(
        Array.from({ length: span + 1 }, (_, nth) => low + nth),
      );
    }),
  );
  expect(() => new Random(0).int(2, 1)).toThrow(RangeError);
});

test('every value is about equally likely', () => {
  const random = new Random('fair');
  const counts = [0, 0, 0, 0, 0, 0, 0];
  for (let draw = 0; draw < 70_000; draw++) counts[random.int(0, 6)]++;
  for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(500);
});

test('shuffle keeps the items and leaves the original alone', () => {
  fc.assert(
    fc.property(seeds, fc.array(fc.integer()), (seed, items) => {
      const before = items.slice();
      const mixed = new Random(seed).shuffle(items);
      expect(items).toEqual(before);
      expect(mixed.slice().sort()).toEqual(before.slice().sort());
    }),
  );
});

test('a fork does not depend on what was drawn before it, and disturbs nothing', () => {
  const [fresh, used] = [new Random('root'), new Random('root')];
  used.uint32();
  expect(used.fork('a').uint32()).toBe(fresh.fork('a').uint32());
  expect(fresh.fork('a').uint32()).not.toBe(fresh.fork('b').uint32());
  expect(fresh.uint32()).toBe(new Random('root').uint32());
});
