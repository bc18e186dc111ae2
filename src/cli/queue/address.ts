/** Where the database is, and who asks. What is read here is never printed: it may hold a password. */
import type { PoolConfig } from 'pg';
import { WrongCall } from '../faults.ts';

/** How long a connection may take to come, in milliseconds. */
const CONNECT_MS = 10_000;

/** The variables that name a database without `--db`, as every PostgreSQL program reads them. */
const VARIABLES = ['PGHOST', 'PGHOSTADDR', 'PGPORT', 'PGDATABASE', 'PGUSER', 'PGSERVICE'];

/** The address of `--db`, or of the PG* variables; without either the call is wrong. */
export function addressOf(url: string | undefined, environment: NodeJS.ProcessEnv = process.env): PoolConfig {
  const common: PoolConfig = {
    application_name: 'batt',
    connectionTimeoutMillis: CONNECT_MS,
    keepAlive: true,
  };
  if (url) {
    if (!isAddress(url))
      throw new WrongCall('--db needs an address such as postgres://user@host:5432/database');
    return { ...common, connectionString: url };
  }
  if (!VARIABLES.some((name) => environment[name]))
    throw new WrongCall('a database is needed: --db URL, or PGHOST and the other PG variables');
  return common;
}

function isAddress(url: string): boolean {
  if (!/^postgres(ql)?:\/\//.test(url)) return false;
  try {
    new URL(url);
    return true;
  } catch {
    return false;
  }
}
