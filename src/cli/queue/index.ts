/** `batt queue VERB`: sweeps over many machines, on a PostgreSQL database. */
import { WrongCall } from '../faults.ts';
import { add } from './add.ts';
import { cancel, retry } from './cancel.ts';
import { collect } from './collect.ts';
import { status } from './status.ts';
import { work } from './work.ts';

const VERBS: Readonly<Record<string, (words: readonly string[]) => Promise<number>>> = {
  add,
  work,
  status,
  collect,
  cancel,
  retry,
};

export async function queue(words: readonly string[]): Promise<number> {
  const [verb, ...rest] = words;
  const run = verb !== undefined && Object.hasOwn(VERBS, verb) ? VERBS[verb] : undefined;
  if (run === undefined)
    throw new WrongCall(
      `queue needs one of: ${Object.keys(VERBS).join(', ')}${verb === undefined ? '' : `, not '${verb}'`}`,
    );
  return run(rest);
}
