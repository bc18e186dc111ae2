/** Where a text stops being JSON: the built-in parser says whether it does. */
import { describe, expect, test } from 'vitest';
import { jsonFault } from '../../src/core/task/json-fault.ts';
import { parseJson } from '../../src/core/task/parse-json.ts';
import { readTask } from '../../src/core/task/read.ts';
import { Random } from '../../src/core/random.ts';

test.each<[string, number, string]>([
  ['', 0, 'value expected'],
  ['[1,]', 3, 'value expected'],
  ['{"a" 1}', 5, 'colon expected'],
  ['{"a": 1,}', 8, 'property name expected'],
  ['{a: 1}', 1, 'invalid symbol'],
  ['[1 2]', 3, 'comma expected'],
  ['[1}', 2, 'comma expected'],
  ['{"a": [1]', 9, 'close brace expected'],
  ['[[1]', 4, 'close bracket expected'],
  ['1 2', 2, 'end of file expected'],
  ['[NaN]', 1, 'invalid symbol'],
  ['[1] // one', 4, 'comments are no part of JSON'],
  ['"a', 0, 'unexpected end of string'],
  ['["\\q"]', 1, 'invalid escape character'],
  ['[1.]', 1, 'unexpected end of number'],
])('%j', (text, offset, message) => {
  expect(jsonFault(text)).toEqual({ offset, message });
});

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

test('finds a fault where there is one, and none elsewhere', () => {
  const random = new Random(7);
  const base = '{"a": [1, -2.5e3, {"b": null, "c": [true, false, "x\\n"]}], "": {}}';
  const marks = '{}[],:"1a\\ \n-.e';
  let good = 0;
  for (let i = 0; i < 5000; i++) {
    let text = base;
    for (let change = random.int(0, 3); change > 0; change--) {
      const at = random.int(0, text.length - 1);
      text =
        text.slice(0, at) +
        (random.int(0, 1) === 0 ? '' : marks[random.int(0, marks.length - 1)]) +
        text.slice(at + 1);
    }
    if (isJson(text)) {
      good++;
      expect(jsonFault(text), text).toBeNull();
    } else expect(jsonFault(text)?.offset ?? -1, text).toBeGreaterThanOrEqual(0);
  }
  expect(good).toBeGreaterThan(500);
});

describe('nested deep', () => {
  test.each([5_000, 1_000_000])('%d brackets', (depth) => {
    expect(() => parseJson('['.repeat(depth) + ']'.repeat(depth - 1))).toThrow(
      expect.objectContaining({
        fault: { path: '', message: `not JSON: line 1, column ${2 * depth}: close bracket expected` },
      }),
    );
  });

  test('that is JSON is no task', () => {
    const depth = 50_000;
    const task = `{"train": [{"input": [[${'['.repeat(depth)}${']'.repeat(depth)}]], "output": [[1]]}], "test": []}`;
    expect(readTask(parseJson(task))).toEqual({
      ok: false,
      fault: { path: 'train[0].input[0][0]', message: 'a colour from 0 to 9 is needed, not a list' },
    });
  });
});
