/**
 * Cases as data: tests/lang/*.txt. A case is `input`, a line `==>` and what is expected; a line `---` ends it.
 * The name of the file says what is done with the input. BATT_UPDATE=1 writes down what comes out now.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { typeText } from '../../src/core/lang/type-text.ts';
import { ANY } from '../../src/core/lang/types.ts';
import { expand, inline } from '../../src/core/lang/inline.ts';
import { bodyHash } from '../../src/core/lang/body-hash.ts';
import { check } from '../../src/core/lang/2-check.ts';
import { compile } from '../../src/core/lang/compile.ts';
import { CODES, lineColumn } from '../../src/core/lang/diagnostics.ts';
import { parse } from '../../src/core/lang/1-parse.ts';
import {
  formatSource,
  printExpression,
  printLine,
  printModule,
  printSteps,
} from '../../src/core/lang/print.ts';

const FOLDER = new URL('../lang/', import.meta.url);

function diagnose(source: string): string {
  const { diagnostics } = compile(source);
  const lines = diagnostics.map(({ code, severity, span, message, suggestions }) => {
    const { line, column } = lineColumn(source, span.from);
    const text = source.slice(span.from, span.to).replaceAll('\n', '⏎');
    const more = suggestions === undefined ? '' : ` [${suggestions.join(', ')}]`;
    return `${line}:${column} ${severity === 'error' ? '' : `${severity} `}${code} «${text}» ${message}${more}`;
  });
  return lines.join('\n') || 'nothing';
}

const DOINGS: Readonly<Record<string, (source: string) => string>> = {
  diagnostics: diagnose,
  format: formatSource,
  types(source) {
    const [solver] = parse(source).solvers;
    const checked = check(solver);
    return [
      ...solver.lines.map(({ target, value }) => `${target}: ${typeText(checked.types.get(value) ?? ANY)}`),
      diagnose(source),
    ].join('\n');
  },
  canonical(source) {
    const { solvers } = compile(source);
    return solvers
      .map(({ program }) => (program ? `${printLine(program)}\n${bodyHash(program)}` : 'has errors'))
      .join('\n');
  },
  steps(source) {
    const [{ name, program }] = compile(source).solvers;
    return program ? printSteps(program, name) : 'has errors';
  },
  inline(source) {
    const [solver] = parse(source).solvers;
    const inlined = inline(solver);
    if (inlined.kind === 'too-long') return inlined.diagnostic.message;
    const expanded = expand(inlined.expression, solver.name, solver.param);
    const module = { source: '', items: [expanded], solvers: [expanded], after: [], diagnostics: [] };
    return `${printExpression(inlined.expression)}\n${printModule(module)}`;
  },
};

const seen = new Set<string>();

for (const file of readdirSync(FOLDER).filter((name) => name.endsWith('.txt'))) {
  const act = DOINGS[file.replace(/[-.].*/, '')];
  const text = readFileSync(new URL(file, FOLDER), 'utf8');
  const cases = text.split(/^---\n/m).map((part) => part.split(/^==>\n/m));
  const outcomes = cases.map(([input]) => act(input).replace(/\n*$/, '\n'));
  if (process.env.BATT_UPDATE) {
    writeFileSync(
      new URL(file, FOLDER),
      cases.map(([input], i) => `${input}==>\n${outcomes[i]}`).join('---\n'),
    );
  }
  describe(file, () => {
    cases.forEach(([input, expected = ''], i) => {
      for (const [, code] of outcomes[i].matchAll(/^\d+:\d+ (?:(?:warning|info) )?([a-z-]+) «/gm))
        seen.add(code);
      test(`${i + 1}: ${input.split('\n', 2).join(' ')}`, () =>
        expect(outcomes[i]).toBe(process.env.BATT_UPDATE ? outcomes[i] : expected));
    });
  });
}

test('there is a case for every code', () => {
  // These take sources that are too long for a case; lang.test.ts has them.
  const elsewhere = ['too-large', 'not-text', 'too-many', 'too-deep', 'too-long'];
  expect(Object.keys(CODES).filter((code) => !seen.has(code) && !elsewhere.includes(code))).toEqual([]);
});
