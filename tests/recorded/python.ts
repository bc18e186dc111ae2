/** What a checkout of arc-dsl makes of the cases, under CPython. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { GridRows } from '../../src/core/task/task.ts';
import { decode, encode, type Encoded } from '../../src/core/values/codec.ts';
import type { Value } from '../../src/core/values/value.ts';
import { call as callFunction, primitive } from '../support/calls.ts';
import type { Case } from './cases.ts';
import type { End } from './tally.ts';

interface Answer {
  readonly result?: Encoded;
  readonly error?: string;
}

/** CPython's end of each case, and the value as it came; with 'ordered', its sets iterate in canonical order. */
export function askPython(
  folder: string,
  cases: readonly Case[],
  mode?: 'ordered',
): {
  readonly python: string;
  readonly ends: readonly End[];
  readonly values: readonly (Encoded | undefined)[];
} {
  const script = fileURLToPath(new URL('./record.py', import.meta.url));
  const asked = cases.map(({ call, program }) =>
    program === undefined ? call : { source: program.source, input: digits(program.input) },
  );
  const { status, stdout, stderr, error } = spawnSync(
    'python3',
    [script, folder, ...(mode === undefined ? [] : [mode])],
    {
      input: JSON.stringify(asked),
      encoding: 'utf8',
      maxBuffer: 2 ** 30,
      env: { ...process.env, PYTHONHASHSEED: '0', PYTHONDONTWRITEBYTECODE: '1' },
    },
  );
  if (error !== undefined || status !== 0) throw new Error(`python3 failed: ${error?.message ?? stderr}`);
  const { python, answers } = JSON.parse(stdout) as { python: string; answers: readonly Answer[] };
  const ends = answers.map((answer, i) => endOfAnswer(answer, cases[i]));
  return { python, ends, values: answers.map(({ result }) => result) };
}

function endOfAnswer({ result, error }: Answer, { call }: Case): End {
  if (error !== undefined) return 'error';
  if (result === undefined) return 'none';
  const value = decodeValue(result);
  const encoded = encode(value);
  if (call !== undefined) return { value: encoded };
  const isGrid = typeof encoded === 'object' && encoded !== null && 'g' in encoded;
  return { value: isGrid ? encoded.g : 'nongrid' };
}

function decodeValue(data: Encoded): Value {
  return decode(data, primitive, (name, parts) => callFunction(primitive(name), parts));
}

export function digits(rows: GridRows): string[] {
  return rows.map((row) => row.join(''));
}
