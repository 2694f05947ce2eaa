import { migrate } from './migrate';
import { useTestDatabase } from './testing';

describe('migrating a database', () => {
  const database = useTestDatabase();

  it('does nothing on a database that is up to date, eight times at once', async () => {
    const runs = Array.from({ length: 8 }, () => migrate(database.ownerUrl, database.appUrl));
    expect((await Promise.all(runs)).map(({ applied }) => applied)).toEqual(Array(8).fill([]));
  });

  it('runs what is pending exactly once when eight instances start at the same moment', async () => {
    await database.owner.query("DELETE FROM migrations WHERE name LIKE 'CreateAudit%'");
    await database.owner.query('DROP SCHEMA audit CASCADE');
    const results = await Promise.all(Array.from({ length: 8 }, () => migrate(database.ownerUrl, database.appUrl)));
    expect(results.flatMap(({ applied }) => applied)).toEqual([expect.stringMatching(/^CreateAudit/)]);
  });

  it('lets the app role read and add to the audit trail and change nothing in it', async () => {
    const { rows } = await database.owner.query<{ table: string; right: string }>(
      `SELECT table_name AS table, privilege_type AS right FROM information_schema.role_table_grants
        WHERE grantee = 'noche_app' AND table_schema = 'audit'`,
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(new Set(rows.map(({ right }) => right))).toEqual(new Set(['SELECT', 'INSERT']));
  });

  it('lets the app role work with every other table and own none', async () => {
    const { rows } = await database.owner.query<{ name: string }>(
      `SELECT schemaname || '.' || tablename AS name FROM pg_tables
        WHERE schemaname NOT IN ('pg_catalog', 'information_schema', 'public', 'audit')
          AND NOT (has_table_privilege('noche_app', quote_ident(schemaname) || '.' || quote_ident(tablename), 'SELECT')
               AND has_table_privilege('noche_app', quote_ident(schemaname) || '.' || quote_ident(tablename), 'INSERT')
               AND tableowner <> 'noche_app')`,
    );
    expect(rows).toEqual([]);
    await expect(database.app.query('CREATE TABLE sales.mine (id int)')).rejects.toThrow('permission denied');
  });

  it('refuses a database that newer code has migrated, in one sentence', async () => {
    await database.owner.query(
      "INSERT INTO migrations (timestamp, name) VALUES (9999999999999, 'FromTheFuture9999999999999')",
    );
    await expect(migrate(database.ownerUrl, database.appUrl)).rejects.toThrow(
      /newer version of Noche \(it knows FromTheFuture9999999999999/,
    );
  });
});
