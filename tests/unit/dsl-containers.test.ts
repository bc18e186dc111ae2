/** The container and higher-order families beyond the examples: fast paths against definitions, ties and limits. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Failure } from '../../src/core/engine/failure.ts';
import { setOf, tuple } from '../../src/core/values/build.ts';
import { encode, type Encoded } from '../../src/core/values/codec.ts';
import { cell, members, sizeOf, vec } from '../../src/core/values/container.ts';
import { compare, equal } from '../../src/core/values/order.ts';
import { isSet, isTuple, type Fn } from '../../src/core/values/value.ts';
import type { Container, Value } from '../../src/core/values/value.ts';
import { Budget, call, primitive as fn, type ValueWatch } from '../support/calls.ts';
import { checkCanonical } from './reference.ts';

const run = (name: string, args: readonly Value[], budget = new Budget(1e9)): Value =>
  call(fn(name), args, budget);

const small = fc.integer({ min: -1, max: 2 });
const index = fc.tuple(small, small).map(([row, column]): Value => vec(row, column));
const colouredCell = fc
  .tuple(small, small, small)
  .map(([colour, row, column]): Value => cell(colour, row, column));
const row = fc
  .integer({ min: 0, max: 3 })
  .chain((width) => fc.array(small, { minLength: width, maxLength: width }))
  .map((items): Value => tuple(items));
const member = fc.oneof(
  small,
  index,
  colouredCell,
  row,
  fc.constantFrom<Value>(true, false, null, fn('size')),
);
const items = fc.oneof(
  ...[small, index, colouredCell, row, member].map((kind) => fc.array(kind, { maxLength: 5 })),
);
const container = fc
  .tuple(fc.boolean(), items)
  .map(([set, list]): Container => (set ? setOf(list) : tuple(list)));
const nested = fc
  .tuple(fc.boolean(), fc.array(fc.oneof(container, items.map(tuple), items.map(setOf)), { maxLength: 4 }))
  .map(([set, list]): Container => (set ? setOf(list) : tuple(list)));

function expectCall(name: string, args: readonly Value[], wanted: Value): void {
  const found = run(name, args);
  checkCanonical(found);
  expect(encode(found)).toStrictEqual(encode(wanted));
}

function attempt(run: () => unknown): unknown {
  try {
    return run();
  } catch (failure) {
    if (failure instanceof Failure) return failure.end;
    throw failure;
  }
}

const like = (kind: Container, list: readonly Value[]): Value => (isSet(kind) ? setOf(list) : tuple(list));
const within = (value: Value, list: readonly Value[]): boolean => list.some((item) => equal(item, value));

describe('fast paths agree with definitions', () => {
  test('merge, mapply and mfilter', () => {
    fc.assert(
      fc.property(nested, (outer) => {
        const inner = members(outer) as readonly Container[];
        expectCall(
          'merge',
          [outer],
          like(
            outer,
            inner.flatMap((part) => [...members(part)]),
          ),
        );
        expectCall(
          'mapply',
          [fn('identity'), outer],
          like(
            outer,
            inner.flatMap((part) => [...members(part)]),
          ),
        );
        const big = inner.filter((part) => sizeOf(part) > 1);
        const sized = run('rbind', [fn('greater'), 1]);
        const test = run('compose', [sized, fn('size')]);
        expectCall('sfilter', [outer, test], like(outer, big));
        expectCall(
          'mfilter',
          [outer, test],
          like(
            outer,
            big.flatMap((part) => [...members(part)]),
          ),
        );
      }),
    );
  });

  test('two containers: combine, difference, contained, remove, insert', () => {
    fc.assert(
      fc.property(container, container, member, (a, b, value) => {
        const [as, bs] = [members(a), members(b)];
        expectCall('combine', [a, b], like(a, [...as, ...bs]));
        expectCall(
          'difference',
          [a, b],
          like(
            a,
            as.filter((item) => !within(item, bs)),
          ),
        );
        for (const item of [value, ...bs]) {
          expectCall('contained', [item, a], within(item, as));
          expectCall(
            'remove',
            [item, a],
            like(
              a,
              as.filter((other) => !equal(other, item)),
            ),
          );
          if (isSet(a)) expectCall('insert', [item, a], setOf([...as, item]));
        }
      }),
    );
  });

  test('pairs: product, pair, papply, prapply', () => {
    fc.assert(
      fc.property(container, container, (a, b) => {
        const [as, bs] = [members(a), members(b)];
        const pairs = as.flatMap((x) => bs.map((y) => tuple([x, y])));
        const zipped = tuple(as.slice(0, bs.length).map((x, i) => tuple([x, bs[i]])));
        expectCall('product', [a, b], setOf(pairs));
        expectCall('prapply', [fn('astuple'), a, b], setOf(pairs));
        expectCall('pair', [a, b], zipped);
        expectCall('papply', [fn('astuple'), a, b], zipped);
      }),
    );
  });

  test('one container: apply, totuple, dedupe, repeat, order', () => {
    fc.assert(
      fc.property(container, fc.integer({ min: -1, max: 3 }), (a, times) => {
        const list = members(a);
        expectCall('apply', [fn('identity'), a], a);
        expectCall(
          'apply',
          [fn('initset'), a],
          like(
            a,
            list.map((item) => setOf([item])),
          ),
        );
        expectCall('totuple', [a], tuple(list));
        if (isTuple(a))
          expectCall('dedupe', [a], tuple(list.filter((item, i) => !within(item, list.slice(0, i)))));
        expectCall('repeat', [a, times], tuple(Array.from({ length: Math.max(0, times) }, () => a)));
        expectCall(
          'order',
          [a, run('matcher', [fn('identity'), 1])],
          tuple([...list.filter((item) => !equal(item, 1)), ...list.filter((item) => equal(item, 1))]),
        );
      }),
    );
  });

  test('the ends: first, last, maximum, minimum, argmax, argmin, mostcommon, leastcommon', () => {
    fc.assert(
      fc.property(
        fc.boolean(),
        fc.oneof(...[small, index, colouredCell].map((kind) => fc.array(kind, { minLength: 1 }))),
        (set, list) => {
          const kind = set ? setOf(list) : tuple(list);
          const values = members(kind);
          const sorted = [...values].sort(compare);
          const [most, least] = [sorted[sorted.length - 1], sorted[0]];
          expectCall('first', [kind], values[0]);
          expectCall('last', [kind], values[values.length - 1]);
          expectCall('maximum', [kind], most);
          expectCall('minimum', [kind], least);
          expectCall('argmax', [kind, fn('identity')], most);
          expectCall('argmin', [kind, fn('identity')], least);
          const count = (item: Value) => list.filter((other) => equal(item, other)).length;
          const commonest = [...list].sort((x, y) => count(y) - count(x) || compare(x, y));
          expectCall('mostcommon', [tuple(list)], commonest[0]);
          const rarest = [...list].sort((x, y) => count(x) - count(y) || compare(x, y));
          expectCall('leastcommon', [tuple(list)], rarest[0]);
        },
      ),
    );
  });
});

describe('ties', () => {
  const set = setOf([1, 2, 3, 4]);
  const even = fn('even');
  const cases: readonly [string, readonly Value[], readonly (readonly Encoded[])[], Encoded][] = [
    ['first', [set], [[1, 2, 3, 4]], 2],
    ['last', [set], [[4, 3, 2, 1]], 3],
    ['extract', [set, even], [[2, 4]], 4],
    ['other', [set, 2], [[1, 3, 4]], 3],
    ['argmax', [set, even], [[2, 4]], 4],
    ['argmin', [set, even], [[1, 3]], 3],
    [
      'order',
      [set, even],
      [
        [1, 3],
        [2, 4],
      ],
      { t: [3, 1, 4, 2] },
    ],
    ['totuple', [set], [[1, 2, 3, 4]], { t: [2, 1, 3, 4] }],
    ['mostcommon', [tuple([5, 3, 5, 3, 4])], [[3, 5]], 5],
    ['leastcommon', [tuple([4, 9, 3, 9])], [[3, 4]], 4],
  ];

  test.each(cases)('%s asks the watch among the tied, and follows it', (name, args, asked, second) => {
    const heard: Encoded[][] = [];
    const listen =
      (answer: number): ValueWatch =>
      (tied) => {
        heard.push(tied.map(encode));
        return answer;
      };
    const free = new Budget(1e6);
    const usual = run(name, args, free);
    const watched = new Budget(1e6, undefined, listen(0));
    expect(encode(run(name, args, watched))).toEqual(encode(usual));
    expect(heard).toEqual(asked);
    expect(watched.fuel, 'a watch costs no fuel').toBe(free.fuel);
    expect(encode(run(name, args, new Budget(1e6, undefined, listen(1))))).toEqual(second);
  });

  test('position decides in tuples, and nothing is asked', () => {
    const meter = new Budget(1e6, undefined, () => {
      throw new Error('asked');
    });
    const list = tuple([1, 2, 3, 4]);
    for (const name of ['argmax', 'argmin', 'extract', 'order']) run(name, [list, even], meter);
    for (const name of ['first', 'last', 'totuple', 'mostcommon'])
      run(name, [name === 'mostcommon' ? tuple([1, 1, 2]) : list], meter);
    run('other', [setOf([1, 2]), 1], meter);
    run('extract', [setOf([1, 2, 3]), even], meter);
  });
});

describe('limits', () => {
  const long = run('interval', [0, 1000, 1]);
  const double = run('fork', [fn('combine'), fn('identity'), fn('identity')]);

  test.each([
    ['repeat', [1, 1e9]],
    ['repeat', [long, 1000]],
    ['interval', [0, 1e12, 1]],
    ['product', [long, long]],
    ['prapply', [fn('add'), long, long]],
    ['merge', [tuple(Array.from({ length: 300 }, () => long))]],
    ['combine', [run('repeat', [0, 200_000]), run('repeat', [0, 200_000])]],
  ])('%s refuses a value over the cap', (name, args) => {
    expect(attempt(() => run(name, args as readonly Value[], new Budget(1e9, 250_000)))).toBe('size');
  });

  test('pairs that are objects of their own cost more than packed ones', () => {
    const digits = run('interval', [0, 10, 1]);
    const places = run('product', [digits, digits], new Budget(150));
    expect(sizeOf(places as Container)).toBe(100);
    expect(attempt(() => run('product', [places, places], new Budget(50_000)))).toBe('fuel');
    expect(sizeOf(run('product', [places, places], new Budget(90_000)) as Container)).toBe(10_000);
  });

  test('doubling over and over is refused', () => {
    const doubling = run('power', [double, 100]) as Fn;
    expect(attempt(() => call(doubling, [tuple([1])]))).toBe('size');
  });

  test('calls of a function use up the fuel', () => {
    expect(attempt(() => run('apply', [fn('identity'), long], new Budget(900)))).toBe('fuel');
    const often = run('power', [run('power', [run('power', [fn('identity'), 1000]), 1000]), 1000]) as Fn;
    expect(attempt(() => call(often, [1], new Budget(10_000)))).toBe('fuel');
  });
});

test('functions made from equal parts are equal', () => {
  const made = () => run('compose', [run('rbind', [fn('add'), 1]), run('power', [fn('double'), 3])]);
  expect(equal(made(), made())).toBe(true);
  expect(equal(made(), run('compose', [run('rbind', [fn('add'), 2]), fn('double')]))).toBe(false);
  expect(encode(run('power', [fn('double'), 1]))).toEqual({ f: 'double' });
  expect(sizeOf(run('insert', [made(), setOf([made()])]) as Container)).toBe(1);
});
