/** One PostgreSQL for all tests of the queue: that of BATT_TEST_DB, or one that is started here. */
import type { TestProject } from 'vitest/node';
import { startPostgres } from '../support/postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    postgres: string;
  }
}

export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const given = process.env.BATT_TEST_DB;
  if (given) {
    project.provide('postgres', given);
    return undefined;
  }
  const postgres = await startPostgres(['fsync=off']);
  project.provide('postgres', postgres.url);
  return postgres.end;
}
