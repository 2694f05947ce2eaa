import 'reflect-metadata';
import { Client } from 'pg';
import { type BrokenRow, findBroken, type Reads } from '@libs/audit/infrastructure';
import type { Sql } from '@libs/platform';
import { runTool } from './cli';
import { openDatabase } from './database';

/** npm run verify: proves the books of a live database. Prints what is broken and ends with 1; silent when all holds. */
export async function main(): Promise<void> {
  const database = await openDatabase({ attach: true, say: () => undefined });
  try {
    for await (const row of verify(database.appUrl)) {
      process.stdout.write(`${row.invariant}: ${row.id}: ${row.problem}\n`);
      process.exitCode = 1;
    }
  } finally {
    await database.close();
  }
}

/** Reads one state of the database, however long it takes, and disturbs nobody. */
export async function* verify(url: string): AsyncIterable<BrokenRow> {
  const client = new Client({ connectionString: url, application_name: 'noche verify' });
  await client.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const reads: Reads = {
      rows: async <T>({ text }: Sql, values: readonly unknown[] = []) =>
        (await client.query(text, [...values])).rows as T[],
    };
    yield* findBroken(reads);
  } finally {
    await client.end();
  }
}

if (require.main === module) runTool(main);
