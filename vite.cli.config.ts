import { existsSync, readFileSync } from 'node:fs';
import { defineConfig, type Plugin } from 'vite';
import { engineVersion } from './scripts/engine-version.mjs';

// The command line: the same core, bundled for plain Node. Vite leaves `new Worker(new URL(…))` alone here, so
// the source names the emitted file, './engine.node-worker.js'; hence also every chunk in one folder.
const entries = {
  main: 'src/cli/main.ts',
  'engine.node-worker': 'src/cli/engine.node-worker.ts',
  learn: 'src/cli/learn.ts',
  bench: 'tests/bench/main.ts',
  'bench-run': 'tests/bench/fresh/run-child.ts',
  'bench-read': 'tests/bench/fresh/read-child.ts',
  'bench-queue': 'tests/bench/fresh/queue-child.ts',
  'bench-solvers': 'tests/bench/fresh/solvers-child.ts',
};

/** The arena core lies beside the program, which reads it from there. */
const besideArena: Plugin = {
  name: 'arena beside the program',
  generateBundle() {
    this.emitFile({
      type: 'asset',
      fileName: 'arena.wasm',
      source: readFileSync('src/arena/build/arena.wasm'),
    });
  },
};

export default defineConfig({
  plugins: [besideArena],
  publicDir: false,
  define: { __ENGINE_VERSION__: JSON.stringify(engineVersion()) },
  ssr: { noExternal: true },
  build: {
    ssr: true,
    target: 'node20',
    outDir: 'dist-cli',
    emptyOutDir: true,
    rolldownOptions: {
      input: Object.fromEntries(Object.entries(entries).filter(([, file]) => existsSync(file))),
      output: { entryFileNames: '[name].js', chunkFileNames: 'chunk-[name]-[hash].js' },
    },
  },
});
