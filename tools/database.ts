import { loadSecrets, StartError, startEmbeddedPostgres } from '@libs/platform/embedded-postgres';
import { existsSync, mkdirSync } from 'node:fs';
import { Client } from 'pg';

/** The keys that the API needs besides its database, in base64. */
export interface AppSecrets {
  readonly PIN_PEPPER: string;
  readonly QR_SECRET: string;
  readonly DATA_KEY: string;
}

/** The database that a tool works with. */
export interface ToolDatabase {
  /** Owns the schemas: migrations, seed. */
  readonly ownerUrl: string;
  /** What the API works with. */
  readonly appUrl: string;
  readonly secrets: AppSecrets;
  /** Stops the embedded Postgres if this process started it. */
  close(): Promise<void>;
}

/** How to open the database. */
export interface OpenOptions {
  /** Share the embedded Postgres of an instance that runs; otherwise such an instance is a reason to refuse. */
  readonly attach: boolean;
  /** Receives sentences for the person at the keyboard. */
  readonly say: (sentence: string) => void;
}

const CONNECT_LIMIT_MS = 5_000;

/**
 * Opens the database that the environment names: DATABASE_URL (with DATABASE_OWNER_URL for migrations), or else the
 * embedded Postgres with its data in DATA_DIR, `./data` by default.
 * @throws StartError in one sentence when it cannot be reached
 */
export async function openDatabase(options: OpenOptions): Promise<ToolDatabase> {
  const appUrl = setting('DATABASE_URL');
  return appUrl ? openGiven(appUrl) : openEmbedded(options);
}

async function openGiven(appUrl: string): Promise<ToolDatabase> {
  const ownerUrl = setting('DATABASE_OWNER_URL') ?? appUrl;
  await refuseUnreachable('DATABASE_URL', appUrl);
  if (ownerUrl !== appUrl) await refuseUnreachable('DATABASE_OWNER_URL', ownerUrl);
  return { appUrl, ownerUrl, secrets: givenSecrets() ?? generatedSecrets(), close: async () => {} };
}

async function openEmbedded({ attach, say }: OpenOptions): Promise<ToolDatabase> {
  const postgres = await startEmbeddedPostgres({ dataDir: setting('DATA_DIR'), port: embeddedPort(), attach, say });
  return {
    appUrl: postgres.appUrl,
    ownerUrl: postgres.ownerUrl,
    secrets: givenSecrets() ?? postgres.secrets,
    close: () => postgres.stop(),
  };
}

/** Where everything is kept that is no database of somebody else’s. */
export function dataFolder(): string {
  return setting('DATA_DIR') ?? 'data';
}

function embeddedPort(): number | undefined {
  const value = setting('PGPORT_EMBEDDED');
  if (value === undefined) return undefined;
  const port = Number(value);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new StartError(`PGPORT_EMBEDDED must be a port number between 1 and 65535, not "${value}".`);
}

/** All three or none: a generated pepper beside a given key would be lost unnoticed on the next machine. */
function givenSecrets(): AppSecrets | undefined {
  const given = { PIN_PEPPER: setting('PIN_PEPPER'), QR_SECRET: setting('QR_SECRET'), DATA_KEY: setting('DATA_KEY') };
  const missing = Object.entries(given).flatMap(([name, value]) => (value === undefined ? [name] : []));
  if (missing.length === 3 && process.env.NODE_ENV !== 'production') return undefined;
  if (missing.length === 0) return given as AppSecrets;
  throw new StartError(`${missing.join(', ')} must be set (32 random bytes in base64 each: openssl rand -base64 32).`);
}

function generatedSecrets(): AppSecrets {
  const folder = dataFolder();
  try {
    if (!existsSync(folder)) mkdirSync(folder);
    return loadSecrets(folder);
  } catch (error) {
    if (error instanceof StartError) throw error;
    throw new StartError(`The data folder ${folder} is not writable (${(error as Error).message}); set DATA_DIR.`);
  }
}

function setting(name: string): string | undefined {
  return process.env[name] || undefined;
}

/** Tries the connection once. The sentence names host and reason, never the password. */
async function refuseUnreachable(variable: string, value: string): Promise<void> {
  const url = parse(variable, value);
  const client = new Client({ connectionString: value, connectionTimeoutMillis: CONNECT_LIMIT_MS });
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    const { message, code } = error as NodeJS.ErrnoException;
    const where = `${url.hostname}:${url.port || '5432'}${url.pathname}`;
    throw new StartError(`${variable} does not lead to a usable database at ${where}: ${message || String(code)}.`);
  } finally {
    await client.end().catch(() => undefined);
  }
}

function parse(variable: string, value: string): URL {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (url && /^postgres(ql)?:$/.test(url.protocol)) return url;
  throw new StartError(`${variable} must look like postgresql://user:password@host:5432/database.`);
}
