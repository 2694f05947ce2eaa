import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { Client, Pool } from 'pg';
import { APP_URL_VARIABLE, OWNER_URL_VARIABLE } from './variables';

/** A migrated, empty database that belongs to one test file. */
export interface TestDatabase {
  /** Connection of the role that owns the schemas. */
  readonly ownerUrl: string;
  /** Connection of the role that the API works with. */
  readonly appUrl: string;
  /** Queries as the owner: to arrange what a test starts from and to look at what it left. */
  readonly owner: Pool;
  /** Queries as the API would send them. */
  readonly app: Pool;
  /** Closes both pools and removes the database, whoever is still connected. */
  drop(): Promise<void>;
}

/**
 * Copies the migrated template (some 50 ms). Needs the throw-away Postgres of the test run, which jest's `integration`,
 * `e2e` and `browser` projects start.
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const template = new URL(required(OWNER_URL_VARIABLE));
  const name = `test_${randomBytes(6).toString('hex')}`;
  const maintenance = withDatabase(template, 'postgres');
  await onOwnConnection(maintenance, `CREATE DATABASE ${name} TEMPLATE ${template.pathname.slice(1)}`);
  const ownerUrl = withDatabase(template, name);
  const appUrl = withDatabase(new URL(required(APP_URL_VARIABLE)), name);
  const owner = quietPool(ownerUrl);
  const app = quietPool(appUrl);
  return {
    ownerUrl,
    appUrl,
    owner,
    app,
    drop: async () => {
      await Promise.all([owner.end(), app.end()]);
      await onOwnConnection(maintenance, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    },
  };
}

/** Gives the calling test file (or `describe`) a database of its own, made before its tests and dropped after them. */
export function useTestDatabase(): Omit<TestDatabase, 'drop'> {
  let database: TestDatabase | undefined;
  const current = (): TestDatabase => {
    if (!database) throw new Error('The test database exists only while tests run: use it inside a test or a hook.');
    return database;
  };
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(async () => {
    await database?.drop();
  });
  return {
    get ownerUrl() {
      return current().ownerUrl;
    },
    get appUrl() {
      return current().appUrl;
    },
    get owner() {
      return current().owner;
    },
    get app() {
      return current().app;
    },
  };
}

function required(variable: string): string {
  const value = process.env[variable];
  if (value) return value;
  throw new Error(`${variable} is not set: name the file *.integration.spec.ts or *.e2e-spec.ts and run it with jest.`);
}

function withDatabase(url: URL, database: string): string {
  const copy = new URL(url);
  copy.pathname = `/${database}`;
  return copy.href;
}

function quietPool(connectionString: string): Pool {
  const pool = new Pool({ connectionString, max: 20 });
  // Dropping the database or restarting Postgres ends idle connections; a pool without a listener ends the process.
  pool.on('error', () => undefined);
  return pool;
}

/** Two files may copy the template in the same moment; Postgres then asks one of them to try again. */
async function onOwnConnection(url: string, statement: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const client = new Client({ connectionString: url });
    client.on('error', () => undefined);
    await client.connect();
    try {
      await client.query(statement);
      return;
    } catch (error) {
      if (attempt === 20) throw error;
      await delay(50);
    } finally {
      await client.end();
    }
  }
}
