/** The command line: `batt VERB [options]`. */
import { WrongCall } from './faults.ts';
import { fill, FILL_HELP } from './fill.ts';
import { merge, MERGE_HELP } from './merge.ts';
import { flushed, print, remark } from './output.ts';
import { QUEUE_HELP } from './queue-help.ts';
import { score, SCORE_HELP } from './score.ts';
import { solve, SOLVE_HELP } from './solve.ts';
import { sweep, SWEEP_HELP } from './sweep.ts';

const VERBS: Readonly<Record<string, (words: readonly string[]) => Promise<number>>> = {
  score,
  solve,
  fill,
  sweep,
  merge,
  queue: async (words) => (await import('./queue/index.ts')).queue(words),
};

const HELP = `The pipeline of Batt on the command line.

${SCORE_HELP}
${SOLVE_HELP}
${FILL_HELP}
${SWEEP_HELP}
${MERGE_HELP}
${QUEUE_HELP}
--help explains all this.

A wrong call exits with 2 and one line; a solver file of which some functions could not be read with 1.
`;

async function main(words: readonly string[]): Promise<number> {
  const [verb, ...rest] = words;
  if (words.includes('--help') || words.includes('-h')) {
    print(HELP);
    return 0;
  }
  const run = verb === undefined || !Object.hasOwn(VERBS, verb) ? undefined : VERBS[verb];
  if (run === undefined) {
    const given = verb === undefined ? 'a verb is needed' : `'${verb}' is no verb`;
    throw new WrongCall(`${given}; there is: ${Object.keys(VERBS).join(', ')} (--help explains)`);
  }
  return run(rest);
}

try {
  process.exitCode = await main(process.argv.slice(2));
  await flushed();
} catch (error) {
  if (!(error instanceof WrongCall)) throw error;
  remark(`batt: ${error.message}\n`);
  process.exitCode = 2;
}
