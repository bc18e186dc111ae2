/** Links that are broken, made up or hostile: each gets a sentence, within limits. */
import { describe, expect, test } from 'vitest';
import { Random } from '../../src/core/random.ts';
import { fromBase64url, toBase64url } from '../../src/core/share/base64url.ts';
import { MAX_LINK_SOURCE, MAX_PAYLOAD, NO_VIEW, type LinkFault } from '../../src/core/share/content.ts';
import { compress } from '../../src/core/share/deflate.ts';
import { decodeLink, encodeLink } from '../../src/core/share/link.ts';
import { V1_DICTIONARY } from '../../src/core/share/v1-dictionary.ts';
import {
  starterTasks,
  starterSolvers,
  plain,
  made,
  solverOnly,
  faultOf,
  codes,
  forged,
  asText,
} from '../support/links.ts';
import { processorTime } from '../support/processor-time.ts';

describe('what is no good is told', () => {
  const good = made({
    task: { kind: 'known', id: 'a', dataset: 'b' },
    solver: 'def solve_a(I):\n    return I\n',
    view: NO_VIEW,
  });
  const WHOLE = [3, 2, 97]; // task whole, its id 'a'

  test.each<[string, string, LinkFault['tag'], string]>([
    ['another fragment', '#about', 'not-a-link', ''],
    ['a version to come', `#v2.${good.slice(4)}`, 'version', ''],
    ['version 0', `#v0.${good.slice(4)}`, 'version', ''],
    ['a name of objects', '#v1constructor.AAAA', 'not-a-link', ''],
    ['no payload', '#v1.', 'damaged', ''],
    ['a cut payload', good.slice(0, -3), 'damaged', ''],
    ['foreign characters', `${good.slice(0, 12)}+${good.slice(12)}`, 'damaged', ''],
    ['a payload over 64 KiB', `#v1.${'A'.repeat(90_000)}`, 'too-large', ''],
    ['no deflate', `#v1.${toBase64url(Uint8Array.of(255, 255, 255))}`, 'damaged', ''],
    ['parts to come', forged([16]), 'version', ''],
    ['more than there should be', forged([0, 0]), 'damaged', ''],
    ['a task without pairs', forged([...WHOLE, 0, 0, 0]), 'task', 'task.train'],
    ['a task with too many pairs', forged([...WHOLE, 0xff, 1, 1, 0]), 'too-large', 'task'],
    ['a layout to come', forged([...WHOLE, 1, 1, 9]), 'task', 'task'],
    [
      'a grid that is too large',
      forged([...WHOLE, 1, 1, 0, 31, 1, 0, 1, 1, 0, ...Array<number>(40).fill(0)]),
      'task',
      'task',
    ],
    [
      'a grid without rows',
      forged([...WHOLE, 1, 1, 0, 0, 1, 1, 1, 1, 1, 0, 5, 5]),
      'task',
      'task.train[0].input',
    ],
    [
      'a colour out of bounds',
      forged([...WHOLE, 1, 1, 0, 1, 1, 1, 1, 1, 1, 0, 10, 5, 5]),
      'task',
      'task.train[0].input[0][0]',
    ],
    [
      'a train pair without output',
      forged([...WHOLE, 1, 1, 0, 1, 1, 0, 1, 1, 0, 5, 5]),
      'task',
      'task.train[0].output',
    ],
    ['a solver form to come', forged([4, 64]), 'damaged', 'solver'],
    ['a variable from nowhere', forged([4, 1 + 4, 2, 97, 0, 55, 3]), 'damaged', 'solver'],
    ['a solver outside of the language', forged([4, 0, 5, ...codes('x = 1')]), 'solver', 'solver:1:1'],
    ['a view to come', forged([8, 64]), 'view', 'view'],
    ['a pair that cannot be', forged([8, 1, 0xff, 0xff, 1]), 'view', 'view.pair'],
  ])('%s', (_, link, tag, path) => {
    const fault = faultOf(link);
    expect([fault.tag, fault.path]).toEqual([tag, path]);
    expect(fault.message).toMatch(/^[A-Za-z].*/);
  });

  test('Python that is not of the language', () => {
    const evil = 'def solve_a(I):\n    return __import__("os")\n';
    expect(faultOf(forged(asText(evil)))).toMatchObject({ tag: 'solver', path: 'solver:2:23' });
    expect(encodeLink(solverOnly(evil))).toMatchObject({ ok: false, fault: { tag: 'solver' } });
  });

  test('the end of a sentence is no fault', () => {
    for (const end of ['.', ')', '!"', ' ']) expect(decodeLink(good + end)).toEqual(decodeLink(good));
  });

  test('what may not leave', () => {
    const task = { train: [{ input: [[1]], output: [[11]] }], test: [{ input: [[1]], output: null }] };
    const whole = (id: string) =>
      encodeLink({ task: { kind: 'whole', id, task }, solver: null, view: NO_VIEW });
    expect(whole('a')).toMatchObject({ fault: { tag: 'task', path: 'task.train[0].output[0][0]' } });
    expect(whole('a'.repeat(201))).toMatchObject({ fault: { tag: 'too-large' } });
    expect(whole('\ud800')).toMatchObject({ fault: { tag: 'task', path: 'task.id' } });
    expect(encodeLink(solverOnly(`#${' '.repeat(50_000)}`))).toMatchObject({ fault: { tag: 'too-large' } });
  });

  test('a bomb stops at a megabyte', () => {
    const bomb = compress(new Uint8Array(8_000_000), V1_DICTIONARY);
    expect(bomb.length).toBeLessThan(MAX_PAYLOAD);
    const start = processorTime();
    expect(faultOf(`#v1.${toBase64url(bomb)}`).tag).toBe('too-large');
    expect(processorTime() - start).toBeLessThan(200);
  });

  test('long names, many times over, stop too', () => {
    const name = Array<number>(100).fill(97);
    const lines = Array.from({ length: 2000 }, () => [57, 1, 1, 1, 1]).flat();
    const names = Array.from({ length: 2001 }, () => [100, ...name]).flat();
    expect(faultOf(forged([4, 3, 2, 97, 0xd0, 0x0f, ...names, ...lines])).tag).toBe('too-large');
  });
});

const LINKS = 3000;

describe(`${LINKS} mutated and random links`, () => {
  const random = new Random('fuzz');
  const seeds = [...starterSolvers].slice(0, 12).map(([id, solver], i) =>
    made({
      task:
        i % 2 === 0
          ? { kind: 'whole', id, task: plain(starterTasks[id]) }
          : { kind: 'known', id, dataset: 'starter' },
      solver: i % 3 === 0 ? `# by hand\n${solver}` : solver,
      view: { pair: i, theme: null },
    }),
  );
  const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const noise = (length: number) => Array.from({ length }, () => random.pick([...digits])).join('');

  /** Changed as text; as bytes; below the compression, with a checksum that fits. */
  function mutated(): string {
    const link = random.pick(seeds);
    switch (random.int(0, 5)) {
      case 0:
        return `#v1.${noise(random.int(0, 200))}`;
      case 1:
        return link.slice(0, random.int(4, link.length));
      case 2: {
        const at = random.int(4, link.length - 1);
        return link.slice(0, at) + noise(random.int(0, 4)) + link.slice(at + random.int(0, 4));
      }
      case 3: {
        const bytes = fromBase64url(link.slice(4)) as Uint8Array;
        for (let i = random.int(1, 3); i > 0; i--)
          bytes[random.int(0, bytes.length - 1)] = random.int(0, 255);
        return `#v1.${toBase64url(bytes)}`;
      }
      case 4:
        return changedText();
      default:
        return forgedAtRandom();
    }
  }

  function forgedAtRandom(): string {
    const body = Array.from({ length: random.int(1, 120) }, () =>
      random.bool() ? random.int(0, 70) : random.int(0, 255),
    );
    body[0] = random.int(0, 15);
    return forged(body);
  }

  function changedText(): string {
    const source = random.pick([...starterSolvers.values()]);
    const at = random.int(0, source.length - 1);
    return forged(
      asText(source.slice(0, at) + random.pick([...'()=,:x#"\n\t *']) + source.slice(at + random.int(0, 2))),
    );
  }

  test('each gives a content or a fault, and soon', () => {
    let slowest = 0;
    const tags = new Set<string>();
    for (let i = 0; i < LINKS; i++) {
      const link = mutated();
      const start = processorTime();
      const opened = decodeLink(link);
      slowest = Math.max(slowest, processorTime() - start);
      tags.add(opened.ok ? 'ok' : opened.fault.tag);
      if (!opened.ok) expect(opened.fault.message).not.toBe('');
    }
    expect(slowest).toBeLessThan(200);
    expect([...tags].sort()).toEqual(expect.arrayContaining(['damaged', 'ok', 'solver', 'task']));
  }, 60_000);

  test('the longest solvers are read in time as well', () => {
    const body = (lines: string) => `def solve_a(I):\n${lines}`;
    const hard = [
      body(`    y = ${'f('.repeat(190)}I${')'.repeat(190)}\n`.repeat(40)),
      body(`    return ${'('.repeat(399)}${'f(a)'.repeat(6000)}`),
      body(` return ${'-'.repeat(MAX_LINK_SOURCE)}`),
      body(` ${'a='.repeat(MAX_LINK_SOURCE)}`),
      'def a():\n'.repeat(3000),
      'f('.repeat(MAX_LINK_SOURCE),
    ];
    for (const source of hard) {
      const link = forged(asText(source.slice(0, MAX_LINK_SOURCE)));
      // The best of three: other programs run on the machine as well.
      const times = [1, 2, 3].map(() => {
        const start = processorTime();
        expect(decodeLink(link).ok).toBe(false);
        return processorTime() - start;
      });
      expect(Math.min(...times)).toBeLessThan(200);
    }
  });
});
