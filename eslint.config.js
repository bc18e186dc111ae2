import js from '@eslint/js';
import globals from 'globals';
import svelte from 'eslint-plugin-svelte';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

const unused = {
  args: 'all',
  argsIgnorePattern: '^_',
  varsIgnorePattern: '^_',
  caughtErrorsIgnorePattern: '^_',
  destructuredArrayIgnorePattern: '^_',
};

/** AssemblyScript decorates functions and constants, which TypeScript's parser refuses: the rules see blanks instead. */
const undecorated = {
  meta: { name: 'undecorated', version: '1' },
  preprocess: (text) => [text.replace(/^\s*@\w+(\([^)]*\))?/gm, (found) => found.replace(/\S/g, ' '))],
  postprocess: ([messages]) => messages,
};

export default ts.config(
  {
    ignores: [
      'node_modules/',
      'dist/',
      'dist-cli/',
      '.svelte-check/',
      'test-results/',
      'playwright-report/',
      'coverage/',
      'public/',
      'tests/fixtures/',
    ],
  },
  js.configs.recommended,
  ...ts.configs.recommended,
  ...svelte.configs.recommended,
  {
    rules: {
      'no-undef': 'off', // the compiler knows better
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      '@typescript-eslint/no-explicit-any': 'off',
      '@typescript-eslint/no-unused-vars': ['error', unused],
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: {
      globals: globals.browser,
      parserOptions: { parser: ts.parser, svelteConfig, extraFileExtensions: ['.svelte'] },
    },
  },
  {
    files: ['src/arena/**/*.ts'],
    processor: undecorated,
    rules: {
      '@typescript-eslint/ban-ts-comment': 'off',
      '@typescript-eslint/no-namespace': 'off',
      'no-loss-of-precision': 'off', // numbers have 64 bits there
    },
  },
  { files: ['scripts/**/*.mjs', '*.config.js'], languageOptions: { globals: globals.node } },
  {
    // The core has no clock and no dice: the same input gives the same output.
    files: ['src/core/**/*.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        { name: 'Date', message: 'src/core has no clock: take times as data.' },
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'Use the seeded generator in src/core/random.ts.' },
      ],
    },
  },
);
