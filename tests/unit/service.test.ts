/**
 * Cases as data: tests/service/<ability>/*.txt. A case is a text with the cursor (or, with two marks, a selection) at
 * `‸`, a line `==>` and the answer; a line `---` ends it. BATT_UPDATE=1 writes down what is answered now.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ABILITIES } from '../service/answers.ts';

const FOLDER = new URL('../service/', import.meta.url);

const abilities = readdirSync(FOLDER).filter((name) => !name.includes('.'));

for (const ability of abilities) {
  const folder = new URL(`${ability}/`, FOLDER);
  for (const file of readdirSync(folder)) {
    const cases = readFileSync(new URL(file, folder), 'utf8')
      .split(/^---\n/m)
      .map((part) => part.split(/^==>\n/m));
    const outcomes = cases.map(([input]) => {
      const [before, selected = '', ...rest] = input.split('‸');
      const at = before.length;
      const isSelection = rest.length > 0;
      const answer = ABILITIES[ability](
        before + selected + rest.join(''),
        at,
        isSelection ? at + selected.length : at,
      );
      return answer.replace(/\n*$/, '\n');
    });
    if (process.env.BATT_UPDATE) {
      writeFileSync(
        new URL(file, folder),
        cases.map(([input], i) => `${input}==>\n${outcomes[i]}`).join('---\n'),
      );
    }
    describe(`${ability}/${file}`, () => {
      test.each(
        cases.map(([input, expected = ''], i) => [
          input.split('\n').find((line) => line.includes('‸')) ?? String(i),
          expected,
          outcomes[i],
        ]),
      )('%s', (_, expected, outcome) => {
        expect(outcome).toBe(process.env.BATT_UPDATE ? outcome : expected);
      });
    });
  }
}

test('every ability has cases', () => {
  expect(abilities.sort()).toEqual(Object.keys(ABILITIES).sort());
});
