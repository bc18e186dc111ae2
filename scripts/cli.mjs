import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { at, ensureBuilt, ensureInstalled, fail } from './shared.mjs';

export async function runCli(file) {
  ensureInstalled({ quiet: true });
  ensureBuilt('cli', { quiet: true });
  if (!existsSync(at(file))) fail(`The build has no ${file}.`);
  // npm runs scripts in the project's folder: go back to where the command was typed, so that paths mean the same.
  if (process.env.INIT_CWD && existsSync(process.env.INIT_CWD)) process.chdir(process.env.INIT_CWD);
  process.argv[1] = at(file);
  await import(pathToFileURL(at(file)).href);
}
