/** Opens a database of the browser, or says within a bounded time why there is none. Loaded when the first is wanted. */
import { openDB, type DBSchema, type IDBPDatabase, type OpenDBCallbacks } from 'idb';
import { onDeadline } from './pool/deadline.ts';

/** A browser whose disk is in trouble may never answer, not even with an error (milliseconds). */
const ANSWER_MS = 5000;

/** As `openDB`, but it rejects where no answer comes. A database that comes after that is let go. */
export function openDatabaseInTime<Schema extends DBSchema>(
  name: string,
  version: number,
  callbacks: OpenDBCallbacks<Schema>,
): Promise<IDBPDatabase<Schema>> {
  const opening = openDB<Schema>(name, version, callbacks);
  return new Promise((resolve, reject) => {
    const callOff = onDeadline(ANSWER_MS, () => {
      reject(new Error(`the browser’s database gives no answer within ${ANSWER_MS / 1000} s`));
      opening.then(
        (database) => database.close(),
        () => {},
      );
    });
    opening.then(resolve, reject).finally(callOff);
  });
}
