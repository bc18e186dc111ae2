// Draws the starter tasks from their fixed seeds and writes public/tasks/starter.json. The same tasks every time:
// run it after a change in src/core/starter.
import { writeFileSync } from 'node:fs';
import { runnerImport } from 'vite';
import { at } from './shared.mjs';

const { module: starter } = await runnerImport(at('src/core/starter/index.ts'), { configFile: false });
const { GENERATORS, drawTask, publishedSeed } = starter;

const list = (items, indent) => `[\n${items.map((item) => `${indent}  ${item}`).join(',\n')}\n${indent}]`;

/** A line for every pair: short enough to compare two versions of the file, long enough to stay readable. */
function taskText({ train, test, ...about }) {
  const texts = Object.entries(about).map(([name, text]) => `      "${name}": ${JSON.stringify(text)}`);
  const pairs = Object.entries({ train, test }).map(
    ([name, part]) =>
      `      "${name}": ${list(
        part.map((pair) => JSON.stringify(pair)),
        '      ',
      )}`,
  );
  return `{\n${[...texts, ...pairs].join(',\n')}\n    }`;
}

const tasks = GENERATORS.map((generator) => {
  const task = drawTask(generator, publishedSeed(generator.id));
  return `    ${JSON.stringify(generator.id)}: ${taskText(task)}`;
});
const text = `{\n  "version": 1,\n  "name": "starter",\n  "tasks": {\n${tasks.join(',\n')}\n  }\n}\n`;
JSON.parse(text);
writeFileSync(at('public/tasks/starter.json'), text);
process.stdout.write(`public/tasks/starter.json: ${GENERATORS.length} tasks\n`);
