import { existsSync } from 'node:fs';
import { defineConfig } from 'vite';

// The command line: the same core, bundled for plain Node. Vite leaves `new Worker(new URL(…))` alone here, so
// the source names the emitted file, './engine.node-worker.js'; hence also every chunk in one folder.
const entries = {
  main: 'src/cli/main.ts',
  'engine.node-worker': 'src/cli/engine.node-worker.ts',
  bench: 'tests/bench/main.ts',
  'bench-run': 'tests/bench/fresh/run-child.ts',
  'bench-read': 'tests/bench/fresh/read-child.ts',
  'bench-solvers': 'tests/bench/fresh/solvers-child.ts',
};

export default defineConfig({
  publicDir: false,
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
