/** A real PostgreSQL: that of BATT_TEST_DB, or one that is started here and ends with this process. */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export interface Postgres {
  readonly url: string;
  /** Stops the server, and starts it again, with all that it holds; not to be had of one that is others'. */
  readonly stop: () => Promise<void>;
  readonly start: () => Promise<void>;
  /** Ends it and takes all that it holds away. */
  readonly end: () => Promise<void>;
}

const KEEPER = fileURLToPath(new URL('./postgres-keeper.mjs', import.meta.url));

/**
 * Starts one.
 * @param settings such as `fsync=off`
 * @param keeper where the script that keeps it is, for a caller that was bundled
 */
export async function startPostgres(settings: readonly string[], keeper = KEEPER): Promise<Postgres> {
  const child = spawn(process.execPath, [keeper, ...settings], { stdio: ['pipe', 'pipe', 'inherit'] });
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const answer = async (): Promise<string> => {
    const { value, done } = await lines.next();
    if (done === true) throw new Error('the PostgreSQL for the tests could not be started');
    return value;
  };
  const say = async (word: string): Promise<void> => {
    child.stdin.write(`${word}\n`);
    await answer();
  };
  return {
    url: (await answer()).replace(/^ready /, ''),
    stop: () => say('stop'),
    start: () => say('start'),
    async end() {
      child.stdin.end();
      await exited;
    },
  };
}
