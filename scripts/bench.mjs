import { runCli } from './cli.mjs';

await runCli('dist-cli/bench.js');
