import { Injectable, OnApplicationShutdown } from '@nestjs/common';
import { Pool, PoolClient, types } from 'pg';
import { DataSource, EntitySchema } from 'typeorm';
import { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver';
import { AppConfig } from '../config';
import { runCommand, runNamed, sendNamed, Sql, withConnection } from './sql';

/** int8 (20): every bigint of ours is an amount or a quantity far below 2^53. */
types.setTypeParser(20, Number);
/** date (1082): a label of the calendar, kept as `YYYY-MM-DD`; a Date would move it by the machine's time zone. */
types.setTypeParser(1082, (text) => text);

const STATEMENT_TIMEOUT_MS = 5_000;
const LOCK_TIMEOUT_MS = 2_000;
const IDLE_IN_TRANSACTION_MS = 10_000;
const ACQUIRE_TIMEOUT_MS = 3_000;

/** The connection pool, and reads outside of a transaction. */
@Injectable()
export class Database implements OnApplicationShutdown {
  private constructor(readonly dataSource: DataSource) {}

  /** @throws the driver's error when the database cannot be reached */
  static async connect(
    config: AppConfig,
    entities: EntitySchema[],
    onPoolError: (error: Error) => void,
  ): Promise<Database> {
    const dataSource = new DataSource({
      type: 'postgres',
      url: config.databaseUrl,
      entities,
      poolErrorHandler: onPoolError,
      applicationName: 'noche',
      poolSize: config.databasePool,
      extra: {
        connectionTimeoutMillis: ACQUIRE_TIMEOUT_MS,

        keepAlive: true,
        options:
          `-c statement_timeout=${STATEMENT_TIMEOUT_MS} -c lock_timeout=${LOCK_TIMEOUT_MS} ` +
          `-c idle_in_transaction_session_timeout=${IDLE_IN_TRANSACTION_MS} -c plan_cache_mode=force_generic_plan`,
      },
    });
    await dataSource.initialize();
    return new Database(dataSource);
  }

  get pool(): Pool {
    return (this.dataSource.driver as PostgresDriver).master as Pool;
  }

  /** Runs one statement by itself and answers its rows. */
  async rows<T>(sql: Sql, values: readonly unknown[] = []): Promise<T[]> {
    return (await sendNamed(this.pool, sql, values)).rows as T[];
  }

  /** Runs reads that must see one state, in a read-only repeatable transaction, on one connection. */
  async snapshot<T>(work: (client: SnapshotReader) => Promise<T>): Promise<T> {
    return withConnection(this.pool, async (client) => {
      try {
        await runCommand(client, 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
        return await work(new SnapshotReader(client));
      } finally {
        await runCommand(client, 'ROLLBACK').catch(() => undefined);
      }
    });
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
  }
}

/** Reads within one snapshot of the database. */
export class SnapshotReader {
  constructor(private readonly client: PoolClient) {}

  async rows<T>(sql: Sql, values: readonly unknown[] = []): Promise<T[]> {
    return (await runNamed(this.client, sql, values)).rows as T[];
  }
}
