import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
}

/** Folders of the packages of which something is in the build, the workers' part included. */
const folders = new Set<string>();

/** Notes whose code is taken. To be among the plugins of the page and of its workers. */
const gather = (): Plugin => ({
  name: 'licences-gather',
  generateBundle(_options, bundle) {
    for (const chunk of Object.values(bundle))
      if (chunk.type === 'chunk')
        for (const id of Object.keys(chunk.modules)) {
          const found = /^\0?(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/.exec(id);
          if (found !== null) folders.add(found[1]);
        }
  },
});

/** Writes `licences.txt` beside the page: each package that is built in, with its licence as it came. */
const write: Plugin = {
  name: 'licences-write',
  apply: 'build',
  generateBundle: {
    order: 'post',
    handler() {
      const texts = [...folders].map(textOf).sort();
      const source = `Batt is made with these packages. Their licences:\n\n${texts.join('\n')}`;
      this.emitFile({ type: 'asset', fileName: 'licences.txt', source });
    },
  },
};

function textOf(folder: string): string {
  const { name, version, license } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  ) as Manifest;
  const files = readdirSync(folder).filter((file) => /^(licen[cs]e|notice|thirdpartynotices)/i.test(file));
  if (license === undefined) throw new Error(`${name} names no licence`);
  const texts = files.map((file) => readFileSync(join(folder, file), 'utf8').trim());
  return [`---- ${name} ${version}: ${license}`, ...texts, ''].join('\n\n');
}

export const licences = { plugins: [gather(), write], workerPlugins: () => [gather()] };
