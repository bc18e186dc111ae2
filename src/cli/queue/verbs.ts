/** What the verbs of the queue have in common. */
import { Database } from './database.ts';
import { addressOf } from './address.ts';
import { Jobs } from './jobs.ts';
import { asWrongCall } from './troubles.ts';

export interface Queue {
  readonly database: Database;
  readonly jobs: Jobs;
}

/**
 * Works on the queue at `url`, or where the PG variables point. What the database refuses ends the program with one
 * line: its own errors would show more than a user wants, and may show what nobody should see.
 */
export async function withQueue<T>(
  url: string | undefined,
  how: { readonly make?: boolean; readonly keep?: boolean },
  work: (queue: Queue) => Promise<T>,
): Promise<T> {
  const database = new Database(addressOf(url));
  let jobs: Jobs | null = null;
  try {
    jobs = await Jobs.open(database, how);
    return await work({ database, jobs });
  } catch (error) {
    if (isDefect(error)) throw error;
    throw asWrongCall(error);
  } finally {
    await jobs?.close().catch(() => {});
    await database.close().catch(() => {});
  }
}

/** A fault of this program, and none of the database or the call. */
const isDefect = (error: unknown): boolean =>
  error instanceof TypeError || error instanceof RangeError || error instanceof ReferenceError;
