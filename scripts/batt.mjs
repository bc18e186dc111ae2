// The command line: builds it when the sources changed, silently, then runs it in this very process, so that
// standard input and output, signals and the exit code are the program's own.
import { runCli } from './cli.mjs';

await runCli('dist-cli/main.js');
