/** `batt queue work`: does the tasks of the queue until nothing is left. */
import { ENGINE_VERSION } from '../engine-version.ts';
import { WrongCall } from '../faults.ts';
import { readOptions, wholeNumber, workersIn } from '../options.ts';
import { print, remark } from '../output.ts';
import { onSignal } from '../signals.ts';
import { TaskThread } from '../task-thread.ts';
import type { Database } from './database.ts';
import { withQueue } from './verbs.ts';
import { QueueWorker } from './worker.ts';

/** Seconds of silence after which a program is given up. */
const LEASE_SECONDS = 30;

export async function work(words: readonly string[]): Promise<number> {
  const options = readOptions(words, { values: ['db', 'workers', 'lease'], flags: ['wait'] });
  const threads = workersIn(options.workers);
  const lease = wholeNumber('lease', options.lease, 1, LEASE_SECONDS, 3600);
  const { wait } = options;
  return withQueue(options.db, { keep: true }, async ({ database, jobs }) => {
    await refuseOthers(database, wait);
    const hire = (): TaskThread => new TaskThread();
    const worker = new QueueWorker(database, jobs, { engine: ENGINE_VERSION, threads, lease, wait, hire });
    let code: number | null = null;
    const off = onSignal((signal) => {
      code = signal;
      worker.stop();
    });
    try {
      await worker.run();
    } catch (error) {
      if (code === null) throw error;
    } finally {
      off();
    }
    const { done, lost, givenUp, alarms } = worker.tally;
    const cost = lost === 0 ? '' : `, ${lost} cost a worker, ${givenUp} of them given up`;
    if (code === null) {
      print(`${done} tasks done${cost}\n`);
      return alarms > 0 ? 1 : 0;
    }
    const kept = worker.unrecorded === 0 ? '' : `, ${worker.unrecorded} results could not be recorded`;
    remark(`batt: stopped; ${done} tasks done${cost}${kept}; what was begun is given back\n`);
    return code;
  });
}

/** Open sweeps of other engine versions are named; where there are no others, this program has nothing to do here. */
async function refuseOthers(database: Database, wait: boolean): Promise<void> {
  const open = await database.rows<{ name: string; engine: string }>(
    `SELECT s.name, s.engine FROM batt.sweep s JOIN batt.dataset d ON d.id = s.dataset
     WHERE s.cancelled IS NULL AND d.tasks > (SELECT count(*) FROM batt.result r WHERE r.sweep = s.id)
       + (SELECT count(*) FROM batt.loss l WHERE l.sweep = s.id AND l.given_up) ORDER BY s.id`,
  );
  const others = open.filter(({ engine }) => engine !== ENGINE_VERSION);
  if (others.length === 0) return;
  const named = others.slice(0, 3).map(({ name, engine }) => `'${name}' needs engine version ${engine}`);
  const more = others.length > 3 ? ` and ${others.length - 3} more` : '';
  const why = `${named.join(', ')}${more}; this program is ${ENGINE_VERSION}`;
  if (others.length === open.length && !wait) throw new WrongCall(why);
  remark(`batt: ${why}; these are left to others\n`);
}
