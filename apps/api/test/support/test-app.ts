import { NestExpressApplication } from '@nestjs/platform-express';
import { AppConfig, loadConfig, OutboxRelay } from '@libs/platform';
import { createTestDatabase, TestDatabase } from '@libs/platform/testing';
import { createApp } from '@apps/api/src/app';
import { HttpClient } from './http-client';

/** A whole instance on a database of its own. */
export interface TestApp {
  readonly url: string;
  readonly config: AppConfig;
  readonly database: TestDatabase;
  readonly nest: NestExpressApplication;
  /** A browser without any cookie. */
  client(app?: string | null): HttpClient;
  /** Hands every event that is waiting to its subscribers: audit, hints. */
  drainOutbox(): Promise<void>;
  close(): Promise<void>;
}

/** Sample keys, random enough for the configuration and worth nothing: production refuses them. */
const SAMPLE_ENVIRONMENT = {
  NODE_ENV: 'test',
  PIN_PEPPER: 'c2FtcGxlLXBlcHBlci1mb3ItdGVzdHMtb25seS0zMmI=',
  QR_SECRET: 'c2FtcGxlLXFyLXNlY3JldC1mb3ItdGVzdHMtMzJieSE=',
  DATA_KEY: 'c2FtcGxlLWRhdGEta2V5LWZvci10ZXN0cy0zMmJ5dCE=',
  LOG_LEVEL: 'error',
  TRUST_PROXY: '1',
  RATE_LIMIT_PER_MINUTE: '100000',
};

/**
 * Starts the whole API on a fresh, migrated database and a free port. Only in `*.e2e-spec.ts`.
 * @param environment overrides, by the names of the README's table
 */
export async function startTestApp(environment: Readonly<Record<string, string>> = {}): Promise<TestApp> {
  const database = await createTestDatabase();
  const config = loadConfig({ ...SAMPLE_ENVIRONMENT, DATABASE_URL: database.appUrl, ...environment });
  const app = await createApp(config).catch(async (error: unknown) => {
    await database.drop();
    throw error;
  });
  const port = await app.listen(environment['PORT'] ? config.port : 0);
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    config,
    database,
    nest: app.nest,
    client: (name = null) => new HttpClient(url, name),
    drainOutbox: async () => {
      const left = async (): Promise<number> => {
        const { rows } = await database.owner.query<{ left: string }>('SELECT count(*) AS left FROM platform.outbox');
        return Number(rows[0]?.left);
      };
      while ((await left()) > 0) await app.nest.get(OutboxRelay).drain();
    },
    close: async () => {
      await app.close();
      await database.drop();
    },
  };
}

/** Gives the calling test file an app of its own, started before its tests and stopped after them. */
export function useTestApp(environment: Readonly<Record<string, string>> = {}): { readonly current: TestApp } {
  let app: TestApp | undefined;
  beforeAll(async () => {
    app = await startTestApp(environment);
  });
  afterAll(async () => {
    await app?.close();
  });
  return {
    get current() {
      if (!app) throw new Error('The test app exists only while tests run: use it inside a test or a hook.');
      return app;
    },
  };
}
