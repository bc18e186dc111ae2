/**
 * The tables of the queue beside those of pg-boss, which has a schema of its own. `VERSION` is counted up with every
 * change; a program meets no tables but those of its version.
 *
 *   dataset, task   the tasks of a set, once for all sweeps over it
 *   sweep           what is asked for: data set, solvers, options, engine version
 *   result          a line for each task that is done, never changed again
 *   alarm           second results that differ from the first
 *   loss            tasks that cost workers, and those that are given up
 *   worker, held    the programs at work, until when they are believed to live, and the jobs that each holds
 */
import { WrongCall } from '../faults.ts';
import type { Database } from './database.ts';

const VERSION = 1;

/** The schema of pg-boss: one of its own, so that other programs in the database may have theirs. */
export const JOBS_SCHEMA = 'batt_jobs';

const TABLES = `
  CREATE SCHEMA batt;
  CREATE TABLE batt.version (version integer NOT NULL);
  INSERT INTO batt.version VALUES (${VERSION});

  CREATE TABLE batt.dataset (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    version text NOT NULL UNIQUE,
    tasks integer NOT NULL
  );
  CREATE TABLE batt.task (
    dataset integer NOT NULL REFERENCES batt.dataset,
    place integer NOT NULL,
    id text NOT NULL,
    body text NOT NULL,
    PRIMARY KEY (dataset, place),
    UNIQUE (dataset, id)
  );
  CREATE TABLE batt.sweep (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text NOT NULL UNIQUE,
    dataset integer NOT NULL REFERENCES batt.dataset,
    tasks_from text NOT NULL,
    engine text NOT NULL,
    seed bigint NOT NULL,
    limits text NOT NULL,
    options text NOT NULL,
    pool text NOT NULL,
    created timestamptz NOT NULL DEFAULT now(),
    cancelled timestamptz
  );
  CREATE TABLE batt.result (
    sweep integer NOT NULL REFERENCES batt.sweep,
    dataset integer NOT NULL,
    task text NOT NULL,
    engine text NOT NULL,
    seed bigint NOT NULL,
    limits text NOT NULL,
    line text NOT NULL,
    worker text NOT NULL,
    recorded timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (sweep, dataset, task, engine, seed, limits)
  );
  CREATE TABLE batt.alarm (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    sweep integer NOT NULL REFERENCES batt.sweep,
    task text NOT NULL,
    line text NOT NULL,
    worker text NOT NULL,
    recorded timestamptz NOT NULL DEFAULT now()
  );
  CREATE TABLE batt.loss (
    sweep integer NOT NULL REFERENCES batt.sweep,
    place integer NOT NULL,
    workers integer NOT NULL,
    reason text NOT NULL,
    given_up boolean NOT NULL,
    PRIMARY KEY (sweep, place)
  );
  CREATE TABLE batt.worker (
    id uuid PRIMARY KEY,
    name text NOT NULL,
    engine text NOT NULL,
    threads integer NOT NULL,
    expires timestamptz NOT NULL
  );
  CREATE TABLE batt.held (
    job uuid PRIMARY KEY,
    sweep integer NOT NULL,
    place integer NOT NULL,
    worker uuid NOT NULL,
    since timestamptz NOT NULL DEFAULT now()
  );
  CREATE INDEX held_by_worker ON batt.held (worker);
`;

/**
 * pg-boss sorts all jobs that wait for each one that it gives out; with this they lie in order, and giving one out
 * takes as long with a million of them as with ten.
 */
const NEXT = `CREATE INDEX IF NOT EXISTS batt_next ON ${JOBS_SCHEMA}.job (name, created_on, id) WHERE state < 'active'`;

/** Makes the tables where there are none. `install` makes those of pg-boss. Any number of callers may do so at once. */
export async function prepare(database: Database, install: () => Promise<void>): Promise<void> {
  if (await isThere(database)) return;
  await database.transaction(async (statements) => {
    await statements.rows(`SELECT pg_advisory_xact_lock(hashtext('batt.queue'))`);
    if (await isThere(database)) return;
    await install();
    await statements.executeSql(NEXT);
    await statements.executeSql(TABLES);
  });
}

/** Refuses a database that holds no queue, or one of another version. */
export async function check(database: Database): Promise<void> {
  if (!(await isThere(database)))
    throw new WrongCall("the database holds no queue of Batt yet: 'batt queue add' makes it");
  const [row] = await database.rows<{ version: number }>('SELECT version FROM batt.version');
  if (row?.version !== VERSION)
    throw new WrongCall(
      `the queue in the database is of version ${row?.version ?? 'unknown'}; this program knows version ${VERSION}`,
    );
}

async function isThere(database: Database): Promise<boolean> {
  const [row] = await database.rows<{ there: boolean }>(
    `SELECT to_regclass('batt.version') IS NOT NULL AS there`,
  );
  return row?.there === true;
}
