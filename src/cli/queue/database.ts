/**
 * Connections to the database, and transactions on them. Nothing outlives its transaction, no prepared statement and no
 * lock, so that any pooler may stand between.
 */
import pg from 'pg';
import type { ClientBase, Pool, PoolConfig } from 'pg';

/** Connections of one program: one for work, one for keeping its lease. */
const CONNECTIONS = 2;
/** A connection that nobody uses is given up, so that many waiting programs hold few of them. */
const IDLE_MS = 5000;
/** A server that takes a statement and never answers counts as away. */
const ANSWER_MS = 120_000;

/** What statements go to. */
export interface Statements {
  /** The rows that come back. */
  rows<Row = Record<string, unknown>>(text: string, values?: readonly unknown[]): Promise<Row[]>;
  /** As pg-boss wants it; `values` may be left out. */
  executeSql(text: string, values?: unknown[]): Promise<{ rows: any[] }>;
}

export class Database implements Statements {
  private readonly pool: Pool;

  constructor(address: PoolConfig) {
    this.pool = new pg.Pool({
      ...address,
      max: CONNECTIONS,
      idleTimeoutMillis: IDLE_MS,
      query_timeout: ANSWER_MS,
    });
    this.pool.on('error', () => {}); // an idle connection was cut; the next statement makes another
  }

  async rows<Row = Record<string, unknown>>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    return (await this.pool.query(text, [...values])).rows as Row[];
  }

  async executeSql(text: string, values?: unknown[]): Promise<{ rows: any[] }> {
    return this.pool.query(text, values);
  }

  /**
   * All of `work` or nothing. Where the connection is lost at the end, it may be either: what is done twice must do
   * no harm.
   */
  async transaction<T>(work: (statements: Statements) => Promise<T>): Promise<T> {
    const client = await this.pool.connect();
    client.on('error', ignored);
    const statements = new Within(client);
    let fault: Error | undefined;
    try {
      await client.query('BEGIN');
      const result = await work(statements);
      if (statements.refusal !== null) throw statements.refusal;
      await client.query('COMMIT');
      return result;
    } catch (error) {
      fault = error as Error;
      await client.query('ROLLBACK').then(
        () => (fault = undefined),
        () => {},
      );
      throw statements.refusal ?? error;
    } finally {
      client.off('error', ignored);
      client.release(fault); // a connection that could not even roll back is thrown away
    }
  }

  async close(): Promise<void> {
    await this.pool.end();
  }
}

const ignored = (): void => {};

/** The statements of a transaction. */
class Within implements Statements {
  /** What was refused first: pg-boss hides it where a fetch is refused, and PostgreSQL refuses all that follows. */
  refusal: unknown = null;
  private readonly client: ClientBase;

  constructor(client: ClientBase) {
    this.client = client;
  }

  async rows<Row = Record<string, unknown>>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    return (await this.executeSql(text, [...values])).rows as Row[];
  }

  async executeSql(text: string, values?: unknown[]): Promise<{ rows: any[] }> {
    try {
      return await this.client.query(text, values);
    } catch (error) {
      this.refusal ??= error;
      throw error;
    }
  }
}
