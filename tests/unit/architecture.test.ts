import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { areaOf, edgesOf, faultsOf, unmarkedState, type Source } from '../support/architecture.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

function sourcesUnder(folder: string): Source[] {
  return readdirSync(root + folder, { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((path) => /\.(ts|svelte)$/.test(path))
    .map((path) => ({ path, text: readFileSync(root + path, 'utf8') }));
}

test('every import points to the left, and none in a circle', () => {
  const sources = [...sourcesUnder('src'), ...sourcesUnder('workers')];
  expect(sources.length).toBeGreaterThan(0);
  expect(faultsOf(sources)).toEqual([]);
}, 300_000); // a second of work; a busy machine may take a minute

test('state of modules says why it is safe to share', () => {
  expect(unmarkedState([...sourcesUnder('src'), ...sourcesUnder('workers')])).toEqual([]);
});

test('state of modules is found where nobody vouches for it', () => {
  const text = [
    ...[
      'let count = 0;',
      'const seen = new Set<string>();',
      '/** Of all. */',
      'export const list: number[] = [];',
    ],
    ...[
      'const scratch = new Int32Array(9);',
      '/** Safe to share: one a task. */',
      'const known = new WeakMap();',
    ],
    ...['let next = 1;', "const TABLE = new Map([['a', 1]]);", 'const LIST = [1];', '  let inside = 0;'],
  ].join('\n');
  const lines = unmarkedState([
    { path: 'src/core/lang/x.ts', text },
    { path: 'src/arena/x.ts', text },
  ]);
  expect(lines.map((line) => line.split(':')[1])).toEqual(['1', '2', '4', '5']);
});

describe('the checker', () => {
  /** A small sound project; a test adds its faulty file. */
  const sound = {
    'src/arena/index.ts': "export * from './dsl/line';",
    'src/arena/dsl/line.ts': "import { row } from '../memory';",
    'src/arena/memory.ts': 'export const row = 1;',
    'src/core/random.ts': 'export const dice = 1;',
    'src/core/starter/pool.ts': "import { dice } from '../random.ts'; export const pool = [dice];",
    'src/core/task/read.ts': "import { max } from './task.ts';",
    'src/core/task/task.ts': 'export const max = 30;',
    'src/core/values/grid.ts': "import '../random.ts'; export type Grid = 1; export const grid = 1;",
    'src/core/dsl/catalogue.ts': "import { grid } from '../values/grid.ts'; export const all = [grid];",
    'src/core/lang/parse.ts':
      "import { parser } from '@lezer/python'; import { all } from '../dsl/catalogue.ts';",
    'src/core/engine/dag.ts': "import '../lang/parse.ts'; import '../dsl/catalogue.ts';",
    'src/core/search/mutate.ts': "import '../engine/dag.ts'; import { pool } from '../starter/pool.ts';",
    'src/core/pipeline/run.ts': "import '../search/mutate.ts'; export const run = 1; export type Task = 1;",
    'src/protocol/job.ts': "import type { Grid } from '../core/values/grid.ts'; export type Job = Grid;",
    'src/host/pool.ts':
      "import { run } from '../core/pipeline/run.ts'; import '../core/task/read.ts'; import type { Grid } from '../core/values/grid.ts';" +
      "new Worker(new URL('../../workers/engine.worker.ts', import.meta.url), { type: 'module' });",
    'src/ui/App.svelte':
      '<script lang="ts">\n  import Grid from \'./Grid.svelte\';\n  import { p } from "../host/pool.ts";\n</script>\n<Grid />',
    'src/ui/Grid.svelte': "<p>import '../core/engine/dag.ts'</p>",
    'src/cli/queue/x.ts': "import pg from 'pg'; import PgBoss from 'pg-boss';",
    'src/ui/editor/monaco.ts': "import * as monaco from 'monaco-editor/editor'; import './editor.css';",
    'src/main.ts': "import App from './ui/App.svelte';",
    'src/cli/main.ts': "import { argv } from 'node:process'; import '../core/pipeline/run.ts';",
    'workers/engine.worker.ts':
      "import '../src/core/pipeline/run.ts'; import type { Job } from '../src/protocol/job.ts';" +
      "import url from '../src/arena/build/arena.wasm?url';",
  };
  const faults = (planted: Record<string, string> = {}) =>
    faultsOf(Object.entries({ ...sound, ...planted }).map(([path, text]) => ({ path, text })));

  test('has nothing against a sound project', () => {
    expect(faults()).toEqual([]);
  });

  test.each([
    ['the arena to core', 'src/arena/x.ts', "import { dice } from '../core/random';", 'core/random'],
    ['the arena to a package', 'src/arena/x.ts', "import 'comlink';", 'package comlink'],
    ['core to the arena', 'src/core/engine/x.ts', "import '../../arena/memory.ts';", 'may not import arena'],
    ['a worker to the arena', 'workers/x.ts', "import '../src/arena/memory.ts';", 'may not import arena'],
    ['a core layer to its right', 'src/core/values/x.ts', "import '../dsl/catalogue.ts';", 'core/dsl'],
    [
      'a core layer to its right, as a type',
      'src/core/dsl/x.ts',
      "import type { A } from '../lang/parse.ts';",
      'core/lang',
    ],
    [
      'core to protocol, as a type',
      'src/core/engine/x.ts',
      "import type { Job } from '../../protocol/job.ts';",
      'protocol',
    ],
    ['core to the page', 'src/core/pipeline/x.ts', "export * from '../../host/pool.ts';", 'host'],
    [
      'starter to values',
      'src/core/starter/x.ts',
      "import { grid } from '../values/grid.ts';",
      'core/values',
    ],
    ['core to a package', 'src/core/lang/x.ts', "import { wrap } from 'comlink';", 'package comlink'],
    ['core to Node', 'src/core/lang/x.ts', "import fs from 'node:fs';", 'package node:fs'],
    [
      'protocol to a value of core',
      'src/protocol/x.ts',
      "import { grid } from '../core/values/grid.ts';",
      '`import type` may',
    ],
    ['host into the engine', 'src/host/x.ts', "import '../core/engine/dag.ts';", 'core/engine'],
    [
      'host into the engine, later',
      'src/host/x.ts',
      "const a = () => import('../core/engine/dag.ts');",
      'core/engine',
    ],
    ['host to ui', 'src/host/x.ts', "import '../ui/App.svelte';", 'may not import ui'],
    ['ui to core', 'src/ui/x.svelte.ts', "import '../core/engine/dag.ts';", 'core/engine'],
    [
      'ui to core, in a component',
      'src/ui/X.svelte',
      "<p>a</p>\n<script>import '../core/values/grid.ts';</script>",
      ':2 ui may not',
    ],
    [
      'ui starts a worker',
      'src/ui/x.ts',
      "new URL('../../workers/engine.worker.ts', import.meta.url);",
      'may not start workers',
    ],
    [
      'a worker imported',
      'src/host/x.ts',
      "import '../../workers/engine.worker.ts';",
      'may not import workers',
    ],
    ['a worker to host', 'workers/x.worker.ts', "import '../src/host/pool.ts';", 'may not import host'],
    ['cli to host', 'src/cli/x.ts', "import '../host/pool.ts';", 'may not import host'],
    [
      'the editor outside its adapter',
      'src/ui/panels/x.ts',
      "import 'monaco-editor/editor';",
      'package monaco-editor/editor',
    ],
    ['the plots outside theirs', 'src/ui/panels/x.ts', "import 'uplot';", 'package uplot'],
    ['the database outside the queue', 'src/cli/x.ts', "import pg from 'pg';", 'package pg'],
    ['Node in the page', 'src/ui/x.ts', "import 'node:fs';", 'package node:fs'],
    ['a file in no layer', 'src/core/helpers/x.ts', '', 'lies in no layer'],
    ['another file in no layer', 'src/utils/x.ts', '', 'lies in no layer'],
    ['an import of nothing', 'src/ui/x.ts', "import './gone.ts';", 'does not exist'],
    ['an import without an ending', 'src/ui/x.ts', "import './App';", 'no file ending'],
    ['a file that imports itself', 'src/ui/x.ts', "import './x.ts';", 'cycle'],
  ])('finds: %s', (_name, path, text, message) => {
    const found = faults({ [path]: text });
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(message);
    expect(found[0]).toContain(path);
  });

  test('finds a cycle through three modules, but not one of types', () => {
    const ring = (keyword: string) => ({
      'src/ui/a.ts': "import './b.ts';",
      'src/ui/b.ts': "export * from './c.ts';",
      'src/ui/c.ts': `${keyword} { A } from './a.ts';`,
    });
    expect(faults(ring('import'))).toEqual(['cycle: src/ui/a.ts → src/ui/b.ts → src/ui/c.ts → src/ui/a.ts']);
    expect(faults(ring('import type'))).toEqual([]);
  });

  test('knows the kinds of import apart', () => {
    const text = [
      "import a, { type B } from './1.ts';",
      "import type { C } from './2.ts';",
      "export type { D } from './3.ts';",
      "let e: import('./4.ts').E;",
      "await import('./5.ts');",
      "import F from './6.ts?worker';",
      "// import './no.ts';",
      'const s = "import \'./no.ts\'";',
    ].join('\n');
    const kinds = edgesOf({ path: 'src/ui/x.ts', text }).map(
      ({ line, spec, kind }) => `${line} ${spec} ${kind}`,
    );
    expect(kinds).toEqual([
      '1 ./1.ts value',
      '2 ./2.ts type',
      '3 ./3.ts type',
      '4 ./4.ts type',
      '5 ./5.ts value',
      '6 ./6.ts value',
    ]);
  });

  test('knows the areas', () => {
    expect(areaOf('src/core/random.ts')).toBe('core/random');
    expect(areaOf('src/core/values/deep/grid.ts')).toBe('core/values');
    expect(areaOf('src/main.ts')).toBe('main');
    expect(areaOf('workers/engine.worker.ts')).toBe('workers');
  });
});
