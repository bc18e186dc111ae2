/** What holds for all programs and all texts. */
import { parser } from '@lezer/python';
import fc from 'fast-check';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test, vi } from 'vitest';
import { check } from '../../src/core/lang/2-check.ts';
import { expand, inline } from '../../src/core/lang/inline.ts';
import { bodyHash } from '../../src/core/lang/body-hash.ts';
import { canonicalise, toProgram } from '../../src/core/lang/3-canonical.ts';
import { compile } from '../../src/core/lang/compile.ts';
import { decodeSource } from '../../src/core/lang/decode.ts';
import { lineColumn, MAX_DIAGNOSTICS } from '../../src/core/lang/diagnostics.ts';
import { parse } from '../../src/core/lang/1-parse.ts';
import { formatSource, printLine, printModule, printSteps } from '../../src/core/lang/print.ts';
import { INPUT, opOfCall, type Op, type Program } from '../../src/core/lang/program.ts';
import { Random } from '../../src/core/random.ts';
import { processorTime } from '../support/processor-time.ts';
import { randomProgram, writeFreely } from '../support/programs.ts';

const seeds = fc.integer({ min: 0, max: 2 ** 31 });

/** The program of the only solver; types are not checked. */
function read(source: string): Program {
  const { solvers, diagnostics } = parse(source);
  expect(diagnostics).toEqual([]);
  return toProgram(solvers[0]);
}

describe('programs', () => {
  test('steps and line read back as they were', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 0, max: 30 }), (seed, calls) => {
        const program = randomProgram(new Random(seed), calls);
        expect(canonicalise(program)).toEqual(program);
        expect(read(printSteps(program, 'a-b/1'))).toEqual(program);
        const line = printLine(program);
        if (!line.includes('…')) expect(read(`def solve_x(I): return ${line}`)).toEqual(program);
      }),
    );
  });

  test('names, order, dead lines, nesting and keywords leave no trace', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 0, max: 12 }), (seed, calls) => {
        const random = new Random(seed);
        const program = randomProgram(random, calls);
        const source = writeFreely(program, random);
        const { solvers, diagnostics } = parse(source);
        expect(diagnostics).toEqual([]);
        expect(toProgram(solvers[0])).toEqual(program);
        expect(bodyHash(toProgram(solvers[0]))).toBe(bodyHash(program));
        const inlined = inline(solvers[0]);
        if (inlined.kind === 'inlined') {
          expect(toProgram(expand(inlined.expression, 'x', solvers[0].param))).toEqual(program);
        }
        const formatted = formatSource(source);
        expect(toProgram(parse(formatted).solvers[0])).toEqual(program);
        expect(formatted.split('# why')).toHaveLength(source.split('# why').length);
        expect(formatSource(formatted)).toBe(formatted);
      }),
    );
  });

  test('the hash is FNV-1a of the nodes as text, on every platform', () => {
    let hash = 0xcbf29ce484222325n;
    for (const unit of 'I;vmirror(0;hconcat(0,1;')
      hash = ((hash ^ BigInt(unit.charCodeAt(0))) * 0x100000001b3n) & 0xffffffffffffffffn;
    const program = read('def solve_x(I): return hconcat(I, vmirror(I))');
    expect(bodyHash(program)).toBe(hash.toString(16).padStart(16, '0'));
  });

  test('a long chain of calls is no trouble', () => {
    const vmirror = opOfCall('vmirror') as Op;
    const nodes = [{ op: INPUT, args: [] as number[] }];
    for (let i = 0; i < 4000; i++) nodes.push({ op: vmirror, args: [i] });
    const program = canonicalise({ nodes });
    expect(program.nodes).toHaveLength(4001);
    expect(read(printSteps(program, 'long'))).toEqual(program);
    expect(printLine(program)).toContain('…');
    expect(inline(parse(printSteps(program, 'long')).solvers[0]).kind).toBe('too-long');
  });
});

const WORDS = [
  'def',
  'solve_a',
  '(',
  ')',
  'I',
  ':',
  '\n',
  '    ',
  '\t',
  ' ',
  'x1',
  '=',
  'vmirror',
  'TWO',
  ',',
  'return',
  'fill',
];
const MORE = [
  '#',
  '"',
  "'",
  '"""',
  '[',
  ']',
  '{',
  '}',
  '*',
  '**',
  'if',
  'lambda',
  'for',
  'in',
  '@',
  '.',
  ';',
  '\\',
  '3',
  '-',
  'def solve_b(I):',
  '\r',
  'é',
  'print',
  'match',
];

describe('any text', () => {
  const anyText = fc.oneof(
    fc.array(fc.constantFrom(...WORDS, ...MORE), { maxLength: 60 }).map((words) => words.join('')),
    fc
      .array(fc.constantFrom(...WORDS), { maxLength: 80 })
      .map((words) => `def solve_a(I):\n ${words.join(' ')}`),
    fc.string({ unit: 'binary', maxLength: 80 }),
  );

  test('is read without throwing; spans lie within it; the layout is stable', () => {
    fc.assert(
      fc.property(anyText, (source) => {
        const { diagnostics, solvers } = compile(source);
        for (const { span, message } of diagnostics) {
          expect(span.from >= 0 && span.from <= span.to && span.to <= source.length).toBe(true);
          expect(message).toMatch(/[.:…?]$/);
        }
        for (const solver of parse(source).solvers) check(solver);
        for (const { program } of solvers) if (program !== null) printSteps(program, 'x');
        const formatted = formatSource(source);
        expect(formatSource(formatted)).toBe(formatted);
      }),
      { numRuns: 150 },
    );
  });

  test('a solver whose text lost or gained a piece never throws', () => {
    fc.assert(
      fc.property(
        seeds,
        fc.nat(),
        fc.nat(8),
        fc.constantFrom('', ...WORDS, ...MORE),
        (seed, at, gone, put) => {
          const source = printSteps(randomProgram(new Random(seed), 6), 'x');
          const from = at % source.length;
          compile(source.slice(0, from) + put + source.slice(from + gone));
        },
      ),
    );
  });

  test('bytes are read as TextDecoder reads them', () => {
    const strict = new TextDecoder('utf-8', { fatal: true });
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 12 }),
      fc.string({ unit: 'binary' }).map((text) => new TextEncoder().encode(text)),
    );
    fc.assert(
      fc.property(bytes, (given) => {
        const decoded = decodeSource(given);
        const isMarked = (given[0] === 0xff && given[1] === 0xfe) || (given[0] === 0xfe && given[1] === 0xff);
        let text: string | null;
        try {
          text = given.includes(0) || isMarked ? null : strict.decode(given);
        } catch {
          text = null;
        }
        expect(decoded.kind === 'text' ? decoded.text : null).toBe(text);
      }),
      { numRuns: 200 },
    );
    const [fault] = decodeFaults([0x23, 0xc3, 0xa9, 0xff]);
    expect(fault).toMatchObject({ code: 'not-text', message: expect.stringContaining('Byte 3') });
  });
});

function decodeFaults(bytes: readonly number[]) {
  const decoded = decodeSource(Uint8Array.from(bytes));
  return decoded.kind === 'fault' ? decoded.diagnostics : [];
}

function codes(source: string): string[] {
  return compile(source).diagnostics.map(({ code }) => code);
}

describe('limits', () => {
  test('a source over 2 MB or with a NUL gives one diagnostic', () => {
    expect(codes(`# ${'x'.repeat(2_000_001)}`)).toEqual(['too-large']);
    expect(codes('def solve_a(I):\n    return \0\n')).toEqual(['not-text']);
    expect(codes('# \ufffd')).toEqual(['not-text']);
    expect(codes('# \ud800')).toEqual(['not-text']);
  });

  test('thousands of faults: 200 are listed, one says how many more', () => {
    const source = `def solve_a(I):\n${'    x = nosuchthing(I, 3 + 4)\n'.repeat(2000)}    return I\n`;
    const started = processorTime();
    const { diagnostics } = compile(source);
    expect(processorTime() - started).toBeLessThan(2000);
    expect(diagnostics).toHaveLength(MAX_DIAGNOSTICS + 1);
    expect(diagnostics.filter(({ code }) => code === 'too-many').map(({ message }) => message)).toEqual([
      expect.stringMatching(/^\d{4} more/),
    ]);
  });

  test('nesting and size are limited', () => {
    const nested = (depth: number): string =>
      `def solve_a(I):\n    return ${'vmirror('.repeat(depth)}I${')'.repeat(depth)}\n`;
    expect(codes(nested(200))).toEqual([]);
    expect(codes(nested(201))).toEqual(['too-deep']);
    expect(codes(nested(20_000))).toEqual(['too-deep']);
    expect(codes(`def solve_a(I):\n    return ${'('.repeat(300)}I${')'.repeat(300)}\n`)).toEqual([
      'too-deep',
    ]);
    expect(codes(`def solve_a(I):\n    return vmirror${'(I)'.repeat(300)}\n`)).toContain('too-deep');
    const many = `def solve_a(I):\n${Array.from({ length: 5001 }, (_, i) => `    x${i} = vmirror(I)\n`).join('')}    return I\n`;
    expect(codes(many).filter((code) => code !== 'unused')).toContain('too-long');
    expect(codes(`def solve_a(I):\n    # ${'x'.repeat(250_000)}\n    return I\n`)).toEqual(['too-long']);
  });

  test('what the grammar has no stack for is told', () => {
    const source = `def solve_a(I):\n    return ${'-'.repeat(5000)}I\n\ndef solve_b(I):\n    return I\n`;
    vi.spyOn(parser, 'parse').mockImplementationOnce(() => {
      throw new RangeError('Maximum call stack size exceeded');
    });
    const { solvers, diagnostics } = compile(source);
    expect(diagnostics.map(({ code, span }) => [code, span.from])).toEqual([['too-deep', 0]]);
    expect(solvers.map(({ name }) => name)).toEqual(['b']);
  });

  test('a fault in one solver leaves the others whole', () => {
    const source = 'def solve_a(I):\n    return vmirror(\n\ndef solve_b(I):\n    return I\n';
    expect(compile(source).solvers.map(({ name, program }) => [name, program !== null])).toEqual([
      ['a', false],
      ['b', true],
    ]);
  });

  test('lines and columns count from 1', () => {
    expect(lineColumn('ab\r\nc\rd\n', 0)).toEqual({ line: 1, column: 1 });
    expect(lineColumn('ab\r\nc\rd\n', 4)).toEqual({ line: 2, column: 1 });
    expect(lineColumn('ab\r\nc\rd\n', 7)).toEqual({ line: 3, column: 2 });
    expect(lineColumn('ab\r\nc\rd\n', 8)).toEqual({ line: 4, column: 1 });
  });
});

const PUBLISHED = process.env.BATT_SOLVERS ?? '';

describe.skipIf(!existsSync(PUBLISHED))('the solver file of BATT_SOLVERS', () => {
  test('loads without errors and survives printing', () => {
    const source = readFileSync(PUBLISHED, 'utf8');
    const { solvers, diagnostics } = compile(source);
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(solvers.length).toBeGreaterThan(0);
    for (const { name, program } of solvers)
      expect(read(printSteps(program as Program, name))).toEqual(program);
    expect(printModule(parse(formatSource(source)))).toBe(formatSource(source));
  });
});
