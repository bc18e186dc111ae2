/** Stages 3 and 4 in one job: candidates that grow beyond bounds or cannot work are refused. */
import { decodeBatch } from '../lang/program-code.ts';
import { inlineFault } from './3-inline.ts';
import { validationFault } from './4-validate.ts';
import type { CheckJob, Checked, Clock } from './jobs.ts';
import type { Rejection } from './types.ts';

export function check({ programs }: CheckJob, now: Clock): Checked {
  const started = now();
  const candidates = decodeBatch(programs);
  const rejections: Rejection[] = [];
  const inlined: number[] = [];
  candidates.forEach((program, id) => {
    const why = inlineFault(program);
    if (why === null) inlined.push(id);
    else rejections.push({ id, stage: 'inline', why });
  });
  const between = now();
  for (const id of inlined) {
    const why = validationFault(candidates[id]);
    if (why !== null) rejections.push({ id, stage: 'validate', why });
  }
  return { rejections, inlineMs: between - started, validateMs: now() - between };
}
