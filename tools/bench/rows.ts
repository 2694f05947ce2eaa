import { Client } from 'pg';
import { Measured } from './load';

/** How many rows of each table one act wrote, counted from the tables themselves; tables it left alone are absent. */
export async function rowsWrittenBy(client: Client, act: () => Promise<Measured>): Promise<Record<string, number>> {
  const before = await tuples(client);
  const { acts } = await act();
  const after = await tuples(client);
  const written: Record<string, number> = {};
  for (const [table, count] of Object.entries(after)) {
    const each = (count - (before[table] ?? 0)) / acts;
    if (each >= 0.05) written[table] = Math.round(each * 10) / 10;
  }
  return written;
}

async function tuples(client: Client): Promise<Record<string, number>> {
  // Sessions report their counts within a second of becoming idle.
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  await client.query('SELECT pg_stat_clear_snapshot()');
  const { rows } = await client.query<{ name: string; n: string }>(
    `SELECT schemaname || '.' || relname AS name, n_tup_ins + n_tup_upd AS n FROM pg_stat_user_tables`,
  );
  return Object.fromEntries(rows.map((row) => [row.name, Number(row.n)]));
}
