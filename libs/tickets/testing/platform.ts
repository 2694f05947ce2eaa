import { Transactions } from '@libs/kernel';
import { AppConfig, Database, loadConfig, SAMPLE_KEYS } from '@libs/platform';
import { SqlTransactions } from '@libs/platform/database/transactions';
import { OutboxSignal } from '@libs/platform/events/outbox-signal';
import { useTestDatabase } from '@libs/platform/testing';

const [PIN_PEPPER, QR_SECRET, DATA_KEY] = [...SAMPLE_KEYS];

/** What use cases stand on, over a database of the calling test file. */
export function usePlatform() {
  const testDatabase = useTestDatabase();
  let config: AppConfig;
  let database: Database;
  let transactions: Transactions;
  beforeAll(async () => {
    config = loadConfig({ DATABASE_URL: testDatabase.appUrl, PIN_PEPPER, QR_SECRET, DATA_KEY, NODE_ENV: 'test' });
    database = await Database.connect(config, [], () => undefined);
    transactions = new SqlTransactions(database, config, new OutboxSignal());
  });
  afterAll(async () => {
    await database.onApplicationShutdown();
  });
  return {
    get config(): AppConfig {
      return config;
    },
    get database(): Database {
      return database;
    },
    get transactions(): Transactions {
      return transactions;
    },
    /** Queries as the owner of the schemas. */
    get owner() {
      return testDatabase.owner;
    },
    /** Queries as the API's role. */
    get app() {
      return testDatabase.app;
    },
  };
}
