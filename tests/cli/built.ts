/** Worker threads of the built command line, as users start them. */
import { hireFrom } from '../../src/cli/threads.ts';

export const hireBuiltThread = hireFrom(new URL('../../dist-cli/engine.node-worker.js', import.meta.url));
