/** Worker threads of the built command line, as users start them. */
import { hireFrom } from '../../src/cli/threads.ts';

export const builtThread = new URL('../../dist-cli/engine.node-worker.js', import.meta.url);
export const hireBuiltThread = hireFrom(builtThread);
