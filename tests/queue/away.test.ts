import { expect, onTestFinished, test } from 'vitest';
import { startPostgres } from '../support/postgres.ts';
import { batt, freshDatabase, recorded, solversFile, start, statusOf, tasksFile, until } from './tools.ts';

test.skipIf(Boolean(process.env.BATT_TEST_DB))(
  'a database that goes away in the middle is waited for, and what was done meanwhile is recorded',
  async () => {
    const server = await startPostgres([]); // as it comes: what is recorded must outlive the restart
    onTestFinished(server.end);
    const url = await freshDatabase(server.url);
    const plan = ['--tasks', tasksFile('away.json', 30), '--solvers', solversFile];
    const limits = ['--rounds', '3', '--per-round', '150', '--fuel', '300000'];
    await batt('queue', 'add', '--db', url, '--name', 'away', ...plan, ...limits);
    const programs = [1, 2].map(() =>
      start(['queue', 'work', '--db', url, '--workers', '1', '--lease', '1']),
    );
    await until(async () => (await recorded(url)) >= 3);
    await server.stop();
    await until(() => programs.every(({ err }) => err().includes('the database is away')));
    await new Promise((resolve) => setTimeout(resolve, 1500)); // longer than a lease
    await server.start();
    for (const { ended } of programs) {
      const { status, err } = await ended;
      expect(status).toBe(0);
      expect(err[0]).toMatch(/^batt: the database is away \(.*\); waiting for it$/);
      expect(err[1]).toBe('batt: the database is back');
      expect(err).toHaveLength(2);
    }
    const { sweeps } = await statusOf(url);
    // Nobody is to blame for what the database did.
    expect(sweeps).toMatchObject([{ done: 30, failed: 0, alarms: 0 }]);
  },
);
