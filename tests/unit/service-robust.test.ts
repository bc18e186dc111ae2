/** The service on texts that nobody would write down as a case: cut, mixed up, long. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { formatSource } from '../../src/core/lang/print.ts';
import { compile } from '../../src/core/lang/compile.ts';
import { bodyHash } from '../../src/core/lang/body-hash.ts';
import { CATALOGUE } from '../../src/core/dsl/catalogue.ts';
import { exampleOf } from '../../src/core/service/examples.ts';
import { applyEdits } from '../../src/core/service/find.ts';
import { service, type Edit, type Span } from '../../src/core/service/index.ts';
import { Random } from '../../src/core/random.ts';
import { processorTime } from '../support/processor-time.ts';

const FILE = readFileSync(new URL('../../public/tasks/starter.py', import.meta.url), 'utf8');
const SOLVERS = FILE.split(/(?=^def )/m).filter((text) => text.startsWith('def '));

/** Everything that can be asked at a place. */
function askAll(source: string, at: number): void {
  const inside = ({ from, to }: Span): void => {
    if (!(from >= 0 && from <= to && to <= source.length))
      throw new Error(`${from}-${to} is outside of the source`);
  };
  const ordered = (edits: readonly Edit[]): void => {
    edits.forEach(({ span }, i) => {
      inside(span);
      if (i > 0 && span.from < edits[i - 1].span.to) throw new Error('edits overlap');
    });
  };
  const to = Math.min(source.length, at + 7);
  service.completion(source, at).forEach(({ replace }) => inside(replace));
  inside(service.signatureHelp(source, at)?.span ?? { from: 0, to: 0 });
  inside(service.hover(source, at)?.span ?? { from: 0, to: 0 });
  inside(service.definition(source, at) ?? { from: 0, to: 0 });
  inside(service.renameTarget(source, at)?.span ?? { from: 0, to: 0 });
  service.references(source, at).forEach(inside);
  service.diagnostics(source).forEach(({ span }) => inside(span));
  service.fixes(source, { from: at, to }).forEach(({ edits }) => ordered(edits));
  const changes = [service.rename(source, at, 'zz'), service.toggle(source, at)];
  for (const change of changes) if (change.kind === 'edits') ordered(change.edits);
  const formatted = service.format(source);
  ordered(formatted);
  if (applyEdits(source, formatted) !== formatSource(source)) throw new Error('the edit does not format');
  service.folding(source).forEach(({ span }) => inside(span));
  service.inlays(source).forEach(({ offset }) => inside({ from: offset, to: offset }));
}

describe('never throws', () => {
  const random = new Random(7);
  const below = (n: number): number => random.int(0, n - 1);
  const any = <T>(items: readonly T[]): T => random.pick(items);

  test('cut anywhere', () => {
    for (let i = 0; i < 150; i++) {
      const text = any(SOLVERS) + any(SOLVERS);
      const source = text.slice(below(30), below(text.length + 1));
      askAll(source, below(source.length + 1));
    }
  });

  test('pieces taken out and put in', () => {
    const junk = [
      '(',
      ')',
      ',',
      '=',
      '\n',
      '\r\n',
      '\t',
      '#',
      '"',
      "'''",
      ':',
      ' def ',
      'return',
      '3',
      '[',
      'x1',
      '.',
      '\0',
      'é',
      '😀',
      '\ud83d',
      '\\',
    ];
    for (let i = 0; i < 150; i++) {
      let source = any(SOLVERS);
      for (let n = below(4); n >= 0; n--) {
        const at = below(source.length + 1);
        source = source.slice(0, at) + (below(2) === 0 ? any(junk) : '') + source.slice(at + below(12));
      }
      askAll(source, below(source.length + 1));
    }
  });

  test('texts without sense', () => {
    for (const source of [
      '',
      '\n',
      ' ',
      '(',
      ')',
      'def',
      'def ',
      'def solve_',
      '\ufeffdef solve_a(I):',
      '#',
      '"""',
      '\0',
      '('.repeat(1000),
      'a('.repeat(500),
      '\n'.repeat(999),
    ]) {
      for (const at of [0, source.length >> 1, source.length]) askAll(source, at);
    }
    askAll(SOLVERS[0], 99_999);
    askAll(SOLVERS[0], -1);
  });
});

/** Body hashes of the solvers of a text; a name for each that has errors. */
function meaning(source: string): string[] {
  return compile(source).solvers.map(({ program, name }) =>
    program === null ? `${name} is broken` : bodyHash(program),
  );
}

describe('a change of form leaves the program what it is', () => {
  test('refactorings', () => {
    let tried = 0;
    for (const source of SOLVERS) {
      for (let at = 0; at < source.length; at += 17) {
        for (const { kind, title, edits } of service.fixes(source, { from: at, to: at })) {
          if (kind === 'quickfix') continue;
          const after = applyEdits(source, edits);
          expect(meaning(after), `${title}\n${after}`).toEqual(meaning(source));
          tried++;
        }
      }
    }
    expect(tried).toBeGreaterThan(500);
  });

  test('toggle, there and back', () => {
    for (const source of SOLVERS) {
      const once = service.toggle(source, 20);
      if (once.kind === 'refused') continue;
      const line = applyEdits(source, once.edits);
      const back = service.toggle(line, 20);
      expect(meaning(line)).toEqual(meaning(source));
      expect(back.kind === 'edits' && meaning(applyEdits(line, back.edits))).toEqual(meaning(source));
    }
  });

  test('toggling loses no comment', () => {
    for (const source of SOLVERS) {
      let n = 0;
      const commented = source.replace(/^(.*\S)$/gm, (line) =>
        n++ === 0 ? line : `    # above ${n}.\n${line}  # behind ${n}.`,
      );
      const once = service.toggle(commented, 20);
      if (once.kind === 'refused') continue;
      const line = applyEdits(commented, once.edits);
      const back = service.toggle(line, 20);
      const comments = (text: string): string[] =>
        [...text.matchAll(/(above|behind) \d+\./g)].map(([found]) => found).sort();
      expect(comments(line)).toEqual(comments(commented));
      expect(back.kind === 'edits' && comments(applyEdits(line, back.edits))).toEqual(comments(commented));
    }
  });

  test('rename', () => {
    for (const source of SOLVERS) {
      const at = Math.max(source.indexOf('x1'), source.indexOf('I)'));
      const change = service.rename(source, at, 'renamed');
      expect(change.kind === 'edits' && meaning(applyEdits(source, change.edits))).toEqual(meaning(source));
    }
  });
});

test('every primitive has an example that works', () => {
  expect(CATALOGUE.filter(({ name }) => exampleOf(name) === null).map(({ name }) => name)).toEqual([]);
});

test('a file of 400 solvers is no trouble', () => {
  const source = Array.from({ length: 400 }, (_, i) =>
    SOLVERS[i % SOLVERS.length].replace('def solve_', `def solve_${i}_`),
  ).join('');
  const started = processorTime();
  askAll(source, source.length >> 1);
  // Measured: a tenth of it.
  expect(processorTime() - started).toBeLessThan(3000);
});
