import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';

/** Follow-up work that the relay does after the answer, such as the audit entry, has happened by then, ms. */
const AFTERMATH_MS = 1_000;

/**
 * How many rows of each table one act left behind, new or changed, counted from the tables themselves; tables that it left
 * alone are absent. Nobody else may write meanwhile.
 */
export async function rowsWrittenBy(client: Client, act: () => Promise<unknown>): Promise<Record<string, number>> {
  const { rows: tables } = await client.query<{ name: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
     WHERE schemaname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1`,
  );
  await delay(AFTERMATH_MS);
  const { rows: now } = await client.query<{ xid: string }>('SELECT pg_current_xact_id()::text AS xid');
  await act();
  await delay(AFTERMATH_MS);
  const written: Record<string, number> = {};
  for (const { name } of tables) {
    const { rows } = await client.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM ${name} WHERE xmin::text::bigint > $1`,
      [now[0]?.xid],
    );
    if (rows[0] && rows[0].n > 0) written[name] = rows[0].n;
  }
  return written;
}
