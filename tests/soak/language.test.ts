/** Parser and checker on damaged solvers: they never throw, never take long, and point into the text. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { compile } from '../../src/core/lang/compile.ts';
import { printSteps } from '../../src/core/lang/print.ts';
import { Random } from '../../src/core/random.ts';
import { mangled, TRICKS } from '../support/mangled-text.ts';
import { quickest, rounds, SOAK_SEED, tell } from '../support/soak.ts';

const starter = readFileSync(new URL('../../public/tasks/starter.py', import.meta.url), 'utf8');
const SOLVERS = starter.split(/(?=^def )/m).filter((text) => text.startsWith('def '));
/** Milliseconds for 10 KB, and for anything smaller, on a machine that does nothing else; the short part is generous. */
const MOST_MS = rounds(250, 50);

function lookThrough(source: string): boolean {
  const { solvers, diagnostics } = compile(source);
  const spans = [...solvers, ...diagnostics].map(({ span }) => span);
  for (const { from, to } of spans)
    if (!(from >= 0 && from <= to && to <= source.length)) throw new Error(`${from}-${to} is outside`);
  for (const { message, suggestions = [] } of diagnostics) {
    if (!message.isWellFormed() && source.isWellFormed()) throw new Error(`half a character: ${message}`);
    if (message.length > 2000 || suggestions.length > 200) throw new Error('a message without end');
  }
  for (const { program } of solvers) if (program !== null) printSteps(program, 'again');
  return solvers.some(({ program }) => program !== null);
}

test('damaged solvers', { timeout: 1e9 }, () => {
  const random = new Random(`${SOAK_SEED}/language`);
  const count = rounds(600, 100_000);
  let [sound, slowest] = [0, 0];
  for (let round = 0; round < count; round++) {
    const many = random.bool(0.03) ? random.int(10, 60) : random.int(1, 2);
    const whole = Array.from({ length: many }, () => random.pick(SOLVERS)).join('\n');
    const source = mangled(whole, random, random.pick([1, 2, 4, 30]));
    try {
      let good = false;
      const limit = MOST_MS * Math.max(1, source.length / 10_000);
      const took = quickest(() => (good = lookThrough(source)), limit);
      if (good) sound++;
      slowest = Math.max(slowest, took / Math.max(1, source.length / 10_000));
      if (took > limit) throw new Error(`took ${took.toFixed(0)} ms`);
    } catch (error) {
      throw new Error(`round ${round}: ${String(error)}\n${JSON.stringify(source)}`, { cause: error });
    }
  }
  tell('damaged solvers', { count, sound, slowestMsIn10KB: Math.round(slowest) });
  // Both ways out were taken.
  expect(sound).toBeGreaterThan(count / 20);
  expect(sound).toBeLessThan(count * 0.9);
});

test('names that every object has, and what cannot be seen, as variables, functions and keywords', () => {
  for (const trick of TRICKS) {
    for (const source of [
      `def solve_${trick}(I):\n    return I\n`,
      `def solve_a(${trick}):\n    return ${trick}\n`,
      `def solve_a(I):\n    ${trick} = vmirror(I)\n    return ${trick}\n`,
      `def solve_a(I):\n    return ${trick}(I)\n`,
      `def solve_a(I):\n    return vmirror(${trick}=I)\n`,
      `def solve_a(I):\n    return I.${trick}\n`,
    ])
      lookThrough(source);
  }
  const own = compile(
    'def solve_constructor(I):\n    __proto__ = vmirror(I)\n    return hmirror(__proto__)\n',
  );
  expect(own.diagnostics).toEqual([]);
  expect(own.solvers.map(({ name, program }) => [name, program === null])).toEqual([['constructor', false]]);
  for (const name of ['constructor', '__proto__', 'toString']) {
    const called = compile(`def solve_a(I):\n    return ${name}(I)\n`);
    expect(called.diagnostics.map(({ code }) => code)).toContain('unknown-name');
    const keyword = compile(`def solve_a(I):\n    return vmirror(${name}=I)\n`);
    expect(keyword.diagnostics.map(({ code }) => code)).toContain('unknown-keyword');
  }
});

/** Shapes that are deep, wide or repeat: what costs a careless parser the square of its length. */
test.each([
  ['brackets', '('.repeat(10_000)],
  ['calls', `def solve_a(I):\n    return ${'vmirror('.repeat(1200)}I`],
  ['closed calls', `def solve_a(I):\n    return ${'vmirror('.repeat(1100)}I${')'.repeat(1100)}\n`],
  ['one long name', `def solve_a(I):\n    return ${'a'.repeat(9_900)}\n`],
  [
    'unknown names',
    `def solve_a(I):\n${Array.from({ length: 400 }, (_, i) => `    x${i} = vmirorr${i}(I)\n`).join('')}`,
  ],
  ['arguments', `def solve_a(I):\n    return vmirror(${'I,'.repeat(4800)})\n`],
  ['lines', `def solve_a(I):\n${'    x = vmirror(I)\n'.repeat(520)}`],
  [
    'doubling',
    `def solve_a(I):\n    x0 = I\n${Array.from({ length: 300 }, (_, i) => `    x${i + 1} = hconcat(x${i}, x${i})\n`).join('')}    return x300\n`,
  ],
  ['solvers', 'def solve_a(I):\n    return I\n'.repeat(300)],
  ['quotes', '"""'.repeat(3333)],
  ['numbers', `def solve_a(I):\n    return ${'1'.repeat(9_900)}\n`],
  ['fences', '```python\n'.repeat(1000)],
  ['blanks', `${' '.repeat(5000)}\n`.repeat(2)],
  ['backslashes', '\\\n'.repeat(5000)],
  ['decorators', '@a\n'.repeat(3300)],
])('10 KB of %s take less than 50 ms', (_, source) => {
  expect(quickest(() => lookThrough(source), MOST_MS)).toBeLessThan(MOST_MS);
});
