/** What jobs in a test are done with: one instance of the arena core, and a clock that stands still. */
import { Stock } from '../../src/core/pipeline/1-generate.ts';
import type { Tools } from '../../src/core/pipeline/work.ts';
import { newEvaluation } from './evaluation.ts';

export const TOOLS: Tools = { evaluation: newEvaluation(), stock: new Stock(), now: () => 0 };
