import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Client } from 'pg';
import { DataSource, type MigrationInterface } from 'typeorm';
import { StartError } from './start-error';

type MigrationClass = new () => MigrationInterface;

/** One lock number for every instance of the product on a database: whoever comes second waits for the first. */
const MIGRATION_LOCK = 7_236_583;
const TABLE = 'migrations';
/** The audit trail is append-only for the app: it reads and adds, it never changes or removes. */
const APPEND_ONLY_SCHEMAS = ['audit'];

/** What a migration run did. */
export interface MigrationResult {
  /** Names of the migrations that ran now, oldest first. */
  readonly applied: readonly string[];
}

/**
 * Brings the database up to the code and gives the app role its rights on what is there afterwards.
 * @param ownerUrl connection of the role that owns the schemas
 * @param appUrl connection of the role the API works with; the same user as the owner's needs no grants
 * @throws StartError when the database was migrated by newer code than this
 */
export async function migrate(ownerUrl: string, appUrl: string = ownerUrl): Promise<MigrationResult> {
  const migrations = loadMigrations(join(__dirname, '..', '..', 'migrations'));
  const lock = new Client({ connectionString: ownerUrl });
  lock.on('error', () => undefined);
  await lock.connect();
  try {
    await lock.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await refuseNewerDatabase(lock, migrations);
    const applied = await runPending(ownerUrl, migrations);
    await grantTo(lock, decodeURIComponent(new URL(appUrl).username));
    return { applied };
  } finally {
    await lock.end();
  }
}

/** The migrations of this code, in the order of the timestamps that their class names end with. */
function loadMigrations(folder: string): MigrationClass[] {
  const load = createRequire(__filename);
  const classes = readdirSync(folder)
    .filter((file) => /^\d+.*\.[jt]s$/.test(file) && !/\.(d|spec|integration\.spec)\.ts$/.test(file))
    .sort()
    .flatMap((file) => Object.values(load(join(folder, file)) as Record<string, unknown>));
  return classes.filter((candidate): candidate is MigrationClass => typeof candidate === 'function');
}

async function refuseNewerDatabase(client: Client, migrations: readonly MigrationClass[]): Promise<void> {
  const table = await client.query<{ found: boolean }>('SELECT to_regclass($1) IS NOT NULL AS found', [TABLE]);
  if (!table.rows[0]?.found) return;
  const known = await client.query<{ name: string }>(`SELECT name FROM ${TABLE} ORDER BY id`);
  const inCode = new Set(migrations.map((migration) => migration.name));
  const unknown = known.rows.filter(({ name }) => !inCode.has(name)).at(-1);
  if (!unknown) return;
  throw new StartError(
    `The database was migrated by a newer version of Noche (it knows ${unknown.name}, this code does not); update the code or use another database.`,
  );
}

async function runPending(ownerUrl: string, migrations: MigrationClass[]): Promise<string[]> {
  const dataSource = new DataSource({ type: 'postgres', url: ownerUrl, migrations, migrationsTableName: TABLE });
  await dataSource.initialize();
  try {
    const applied = await dataSource.runMigrations({ transaction: 'each' });
    return applied.map(({ name }) => name);
  } finally {
    await dataSource.destroy();
  }
}

/** Rights are renewed after every run, so that a new schema or table never waits for somebody to remember them. */
async function grantTo(owner: Client, appRole: string): Promise<void> {
  const { rows } = await owner.query<{ schema: string }>(
    `SELECT nspname AS schema FROM pg_namespace
      WHERE nspowner = (SELECT oid FROM pg_roles WHERE rolname = current_user) AND current_user <> $1
        AND nspname !~ '^pg_' AND nspname <> 'information_schema'`,
    [appRole],
  );
  const role = owner.escapeIdentifier(appRole);
  for (const { schema } of rows) {
    const name = owner.escapeIdentifier(schema);
    const rights = APPEND_ONLY_SCHEMAS.includes(schema) ? 'SELECT, INSERT' : 'SELECT, INSERT, UPDATE, DELETE';
    await owner.query(
      `GRANT USAGE ON SCHEMA ${name} TO ${role};
       REVOKE ALL ON ALL TABLES IN SCHEMA ${name} FROM ${role};
       GRANT ${rights} ON ALL TABLES IN SCHEMA ${name} TO ${role};
       GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA ${name} TO ${role};
       GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${name} TO ${role}`,
    );
  }
  if (rows.length > 0) await keepAppendOnly(owner, role);
}

/** Tables with a trigger of this name refuse changes from everybody; the app role does not even have the right to try. */
async function keepAppendOnly(owner: Client, role: string): Promise<void> {
  const { rows } = await owner.query<{ table: string }>(
    `SELECT tgrelid::regclass::text AS table FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
      WHERE tgname = 'append_only' AND c.relowner = (SELECT oid FROM pg_roles WHERE rolname = current_user)`,
  );
  for (const { table } of rows) await owner.query(`REVOKE UPDATE, DELETE ON ${table} FROM ${role}`);
}
