import { runCli } from './cli.mjs';

await runCli('dist-cli/learn.js');
