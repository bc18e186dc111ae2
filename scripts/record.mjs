// Remakes tests/recorded/*.json, what arc-dsl under CPython makes of calls and programs that are drawn here:
//   node scripts/record.mjs --peer path/to/arc-dsl
import { resolve } from 'node:path';
import { runnerImport } from 'vite';
import { at, fail } from './shared.mjs';

const [option, folder] = process.argv.slice(2);
if (option !== '--peer' || folder === undefined) fail('node scripts/record.mjs --peer path/to/arc-dsl');
const { module } = await runnerImport(at('tests/recorded/record.ts'), { configFile: false });
process.stdout.write(`${module.record(resolve(folder))}\n`);
