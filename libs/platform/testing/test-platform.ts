import { randomBytes } from 'node:crypto';
import { EntitySchema } from 'typeorm';
import { AppConfig } from '../config';
import { Database } from '../database/database';
import { SqlTransactions } from '../database/transactions';
import { OutboxSignal } from '../events/outbox-signal';
import { type TestDatabase, useTestDatabase } from './test-database';

const POOL = 10;

/** A test file's own database with what use cases and repositories stand on. */
export type TestPlatform = Omit<TestDatabase, 'drop'> & {
  readonly database: Database;
  readonly transactions: SqlTransactions;
};

/** {@link useTestDatabase}, and the product's own pool and transactions on it; no HTTP, no relay. */
export function useTestPlatform(entities: EntitySchema[] = []): TestPlatform {
  const given = useTestDatabase();
  let database: Database | undefined;
  let transactions: SqlTransactions | undefined;
  beforeAll(async () => {
    const databaseUrl = given.appUrl;
    const config = { databaseUrl, databasePool: POOL, dataKey: randomBytes(32) } as Partial<AppConfig> as AppConfig;
    database = await Database.connect(config, entities, () => undefined);
    transactions = new SqlTransactions(database, config, new OutboxSignal());
    // Eight at once are only at once when none of them still has to connect.
    const { pool } = database;
    await Promise.all(Array.from({ length: POOL }, () => pool.query('SELECT pg_sleep(0.03)')));
  });
  afterAll(() => database?.onApplicationShutdown());
  return Object.defineProperties({} as TestPlatform, {
    ...Object.getOwnPropertyDescriptors(given),
    database: { get: () => existing(database) },
    transactions: { get: () => existing(transactions) },
  });
}

function existing<T>(thing: T | undefined): T {
  if (thing === undefined) throw new Error('The test platform exists only while tests run.');
  return thing;
}
