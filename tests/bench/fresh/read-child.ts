/** Reading a file of solvers in a process of its own: at first, and once more. */
import { readFileSync } from 'node:fs';
import { compile } from '../../../src/core/lang/compile.ts';
import { measured, yardSample, type Sample } from '../measure.ts';
import { answerOnce } from './child.ts';

export interface ReadOrder {
  readonly solvers: string;
}

export interface ReadResult {
  readonly cold: Sample;
  /** The very same text. */
  readonly again: Sample;
  readonly yard: Sample;
}

answerOnce(async ({ solvers }: ReadOrder): Promise<ReadResult> => {
  const source = readFileSync(solvers, 'utf8');
  const cold = await measured(() => compile(source));
  const again = await measured(() => compile(source));
  return { cold, again, yard: await yardSample() };
});
