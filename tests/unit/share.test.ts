/**
 * Links: what goes in comes out, whatever is changed on the way is told, and what was sent once can be opened for ever.
 * tests/links/v1.json holds links as they were made when version 1 was new: they are never made anew.
 */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { CATALOGUE } from '../../src/core/dsl/catalogue.ts';
import { CONSTANTS } from '../../src/core/dsl/constants.ts';
import { Random } from '../../src/core/random.ts';
import { NO_VIEW, type LinkContent } from '../../src/core/share/content.ts';
import { decodeLink } from '../../src/core/share/link.ts';
import { V1_DICTIONARY } from '../../src/core/share/v1-dictionary.ts';
import { V1_CONSTANTS, V1_PRIMITIVES } from '../../src/core/share/v1-words.ts';
import { LAYOUTS } from '../../src/core/share/v1-task.ts';
import { readV1, writeV1 } from '../../src/core/share/v1.ts';
import type { Task } from '../../src/core/task/task.ts';
import { randomProgram, writeFreely } from '../support/programs.ts';
import { printSteps } from '../../src/core/lang/print.ts';
import {
  root,
  read,
  starterTasks,
  starterSolvers,
  plain,
  returns,
  solverOnly,
  median,
} from '../support/links.ts';

describe('there and back, to the letter', () => {
  test.each([
    ['the plain layout', 'def solve_a(I):\n    x1 = vmirror(I)\n    O = hmirror(x1)\n    return O\n'],
    ['no line feed at the end', 'def solve_a(I):\n    O = hmirror(I)\n    return O'],
    [
      'own names',
      'def solve_Größe(grid):\n    upside = vmirror(grid)\n    O = hmirror(upside)\n    return O\n',
    ],
    ['nested calls', 'def solve_a(I):\n    return fill(vmirror(I), ONE, ofcolor(I, TWO))\n'],
    [
      'a computed function',
      'def solve_a(I):\n    x1 = compose(vmirror, hmirror)\n    O = x1(I)\n    return O\n',
    ],
    ['a chain of calls', 'def solve_a(I):\n    return rbind(fill, ONE)(I)(vmirror)\n'],
    ['names alone', 'def solve_a(I):\n    x1 = vmirror\n    x2 = ONE\n    O = I\n    return O\n'],
    [
      'an earlier variable returned',
      'def solve_a(I):\n    x1 = vmirror(I)\n    x2 = size(I)\n    return x1\n',
    ],
    ['the parameter returned', 'def solve_a(I):\n    return I\n'],
    ['a wrong number of arguments', 'def solve_a(I):\n    return fill(I)\n'],
    ['names that nobody knows', 'def solve_a(I):\n    return paintit(I, BLACK)\n'],
    ['keywords', 'def solve_a(I):\n    return fill(I, value=ONE, patch=asindices(I))\n'],
    ['remarks', '# Why.\ndef solve_a(I):  # how\n    x1 = vmirror(I)\n\n    # then\n    return x1\n'],
    ['strange spaces', 'def solve_a( I ) :\r\n\treturn  vmirror( I )\r\n'],
    ['annotations', 'def solve_a(I: Grid) -> Grid:\n    return vmirror(I)\n'],
    ['two functions', 'def solve_a(I):\n    return I\n\n\ndef solve_b(I):\n    return vmirror(I)\n'],
    ['imports', 'from dsl import *\n\ndef solve_a(I):\n    return I\n'],
    ['letters of all kinds', '# 例 🙂\ndef solve_例(I):\n    return I\n'],
    ['nothing', ''],
  ])('%s', (_, source) => {
    returns(solverOnly(source));
    returns({ task: { kind: 'known', id: 'a', dataset: '' }, solver: source, view: NO_VIEW });
  });

  test('variables from far above', () => {
    const lines = Array.from(
      { length: 300 },
      (_, i) => `    x${i + 1} = vmirror(${i < 200 ? 'I' : `x${i - 150}`})`,
    );
    returns(solverOnly(['def solve_long(I):', ...lines, '    return hconcat(x1, x300)', ''].join('\n')));
  });

  test('random programs, printed and written freely', () => {
    const random = new Random('links');
    for (let i = 0; i < 150; i++) {
      const program = randomProgram(random, random.int(1, 40));
      returns(solverOnly(printSteps(program, 'r')));
      returns(solverOnly(writeFreely(program, random)));
    }
  });

  test('every word of the dialect', () => {
    for (const name of [...CATALOGUE.map((primitive) => primitive.name), ...Object.keys(CONSTANTS)]) {
      const { length } = returns(solverOnly(`def solve_a(I):\n    x1 = ${name}\n    O = x1\n    return O\n`));
      expect(length).toBeLessThan(30);
    }
  });

  test.each<[string, LinkContent]>([
    ['nothing at all', { task: null, solver: null, view: NO_VIEW }],
    [
      'a task by id',
      {
        task: { kind: 'known', id: '007bbfb7', dataset: 'ARC-AGI-2 evaluation' },
        solver: null,
        view: NO_VIEW,
      },
    ],
    [
      'an id with capitals',
      { task: { kind: 'known', id: '007BBFB7', dataset: '' }, solver: null, view: NO_VIEW },
    ],
    ['a long id', { task: { kind: 'known', id: 'ä'.repeat(200), dataset: '' }, solver: null, view: NO_VIEW }],
    ['a view', { task: null, solver: null, view: { pair: 3, theme: 'dark' } }],
    ['half a view', { task: null, solver: null, view: { pair: null, theme: 'light' } }],
    [
      'the smallest task',
      {
        task: {
          kind: 'whole',
          id: '',
          task: { train: [{ input: [[1]], output: [[0]] }], test: [{ input: [[9]], output: null }] },
        },
        solver: null,
        view: NO_VIEW,
      },
    ],
  ])('%s', (_, content) => void returns(content));

  test('random tasks', () => {
    const random = new Random('tasks');
    const grid = (height: number, width: number) =>
      Array.from({ length: height }, () => Array.from({ length: width }, () => random.int(0, 9)));
    for (let i = 0; i < 40; i++) {
      const pair = () => {
        const [height, width] = [random.int(1, 30), random.int(1, 30)];
        const alike = random.bool();
        return {
          input: grid(height, width),
          output: alike ? grid(height, width) : grid(random.int(1, 30), random.int(1, 30)),
        };
      };
      const train = Array.from({ length: random.int(1, 6) }, pair);
      const test = Array.from({ length: random.int(1, 3) }, () =>
        random.bool() ? pair() : { ...pair(), output: null },
      );
      returns({ task: { kind: 'whole', id: 'random', task: { train, test } }, solver: null, view: NO_VIEW });
    }
  });
});

test('each layout of a task says the same', () => {
  const task = plain(starterTasks.spin_pinwheel);
  const content: LinkContent = { task: { kind: 'whole', id: 'x', task }, solver: null, view: NO_VIEW };
  for (const layout of LAYOUTS) expect(readV1(writeV1(content, layout))).toEqual(content);
});

describe('length of the payload', () => {
  const payload = (content: LinkContent) => returns(content).length - '#v1.'.length;

  test('starter solvers alone: the median is at most 60', () => {
    expect(starterSolvers.size).toBeGreaterThan(60);
    expect(
      median([...starterSolvers.values()].map((solver) => payload(solverOnly(solver)))),
    ).toBeLessThanOrEqual(60);
  });

  test('starter solvers with their whole tasks: the median is at most 450, none has 1,900', () => {
    const lengths = [...starterSolvers].map(([id, solver]) =>
      payload({ task: { kind: 'whole', id, task: plain(starterTasks[id]) }, solver, view: NO_VIEW }),
    );
    expect(median(lengths)).toBeLessThanOrEqual(450);
    expect(Math.max(...lengths)).toBeLessThan(1900);
  });

  const file = new URL('../shared/arc/agi1-training.json', root);
  test.skipIf(!existsSync(file))(
    'ARC tasks whole (skipped where ../shared/arc is missing): median under 200, 99 % under 900',
    () => {
      const tasks: Record<string, Task> = JSON.parse(readFileSync(file, 'utf8'));
      const some = Object.entries(tasks).filter((_, i) => i % 4 === 0);
      const lengths = some.map(([id, task]) =>
        payload({ task: { kind: 'whole', id, task }, solver: null, view: NO_VIEW }),
      );
      expect(median(lengths)).toBeLessThan(200);
      expect(lengths.filter((length) => length < 900).length / lengths.length).toBeGreaterThanOrEqual(0.99);
    },
  );
});

describe('version 1 stays as it is', () => {
  const golden: { link: string; content: LinkContent }[] = JSON.parse(read('tests/links/v1.json'));

  test.each(golden.map(({ link, content }, i) => [i, link, content] as const))(
    'golden link %i opens',
    (_, link, content) => {
      // The first links could ask for a line and a form, which is passed over.
      const { pair, theme } = content.view;
      expect(decodeLink(link)).toEqual({ ok: true, value: { ...content, view: { pair, theme } } });
    },
  );

  test('words and dictionary have not moved', () => {
    let hash = 0x811c9dc5;
    for (const byte of V1_DICTIONARY) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
    const words = [...V1_CONSTANTS, ...V1_PRIMITIVES.map(([name, arity]) => `${name}${arity}`)].join(' ');
    for (let i = 0; i < words.length; i++) hash = Math.imul(hash ^ words.charCodeAt(i), 0x01000193) >>> 0;
    expect(hash).toBe(2942249754);
  });

  test('its words mean what they mean in the dialect', () => {
    const arities = new Map(CATALOGUE.map(({ name, params }) => [name, params.length]));
    expect(V1_PRIMITIVES.filter(([name, arity]) => arities.get(name) !== arity)).toEqual([]);
    expect(V1_CONSTANTS.filter((name) => !Object.hasOwn(CONSTANTS, name))).toEqual([]);
  });
});
