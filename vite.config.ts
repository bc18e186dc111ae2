import { spawn } from 'node:child_process';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { withBreakpoints } from './src/ui/breakpoints.ts';
import { licences } from './vite.licences.ts';
import { offline } from './vite.offline.ts';
import { published } from './vite.published.ts';

// Unit tests run in Node, yet with Svelte's runes as in a browser: otherwise no effect would ever run.
const testing = Boolean(process.env.VITEST);
const asInBrowser = { dynamicCompileOptions: () => ({ generate: 'client' as const }) };

/** The dev server builds the arena core anew when its sources change. */
const arena: Plugin = {
  name: 'arena',
  configureServer({ watcher }) {
    watcher.on('change', (file) => {
      if (!/[\\/]src[\\/]arena[\\/].*\.ts$/.test(file)) return;
      spawn(process.execPath, ['scripts/setup.mjs', 'arena'], { stdio: 'inherit' });
    });
  },
};

/** Styles name the breakpoints of the page. */
const breakpoints: Plugin = {
  name: 'breakpoints',
  enforce: 'pre',
  transform: {
    filter: { id: /src\/ui\/.*\.(svelte|css)$/ },
    handler: (code) => (code.includes('(--') ? { code: withBreakpoints(code), map: null } : undefined),
  },
};

export default defineConfig({
  base: './', // the build runs from any folder of any static host
  plugins: [
    breakpoints,
    svelte(testing ? asInBrowser : {}),
    arena,
    published(process.env.BATT_SITE),
    testing ? [] : [...licences.plugins, offline],
  ],
  ssr: testing ? { resolve: { conditions: ['browser', 'module', 'development|production'] } } : {},
  worker: { format: 'es', plugins: testing ? undefined : licences.workerPlugins },
  optimizeDeps: {
    // Met only by workers or behind a dynamic import: found up front, a cold dev server need not reload the page.
    entries: ['index.html', 'workers/*.worker.ts'],
    include: [
      'monaco-editor/editor',
      'monaco-editor/features/*/register',
      'monaco-editor/editor/contrib/suggest/browser/suggestController',
      'virtua/svelte',
      'fflate',
      'uqr',
      'uplot',
      'workbox-window',
    ],
  },
  build: {
    target: 'es2022',
    manifest: true, // tests/bundle reads it
    chunkSizeWarningLimit: 5000, // the editor is large, and loaded only when it is opened
  },
  preview: { port: 4173 },
  test: {
    projects: [
      // Times are for a very busy machine: what takes long on a quiet one has a budget in the bench.
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/{unit,soak}/**/*.test.ts'],
          testTimeout: 240_000,
          setupFiles: ['tests/support/setup.ts'],
          // Files take turns in one process a core, which loads what they share once: a third less work.
          isolate: false,
          restoreMocks: true,
        },
      },
      {
        extends: true,
        test: { name: 'cli', include: ['tests/cli/**/*.test.ts'], testTimeout: 600_000, hookTimeout: 60_000 },
      },
      {
        extends: true,
        test: {
          name: 'queue',
          include: ['tests/queue/**/*.test.ts'],
          globalSetup: 'tests/queue/setup.ts',
          testTimeout: 600_000,
          hookTimeout: 60_000,
        },
      },
      { extends: true, test: { name: 'bundle', include: ['tests/bundle/**/*.test.ts'] } },
    ],
  },
});
