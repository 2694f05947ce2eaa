import { Pool, PoolClient } from 'pg';
import { Answer, Batch, Sql } from './batch';

export type { Sql } from './batch';

/** @param name unique in the program, `<context>.<what it does>`; a changed text needs no new name across versions */
export function sql(name: string, text: string): Sql {
  return { name, text };
}

let sent = 0;

/** Statements sent to the database by this process so far, transaction commands included. */
export function statementsSent(): number {
  return sent;
}

/** What each connection sends at the end of the tick. */
const waiting = new WeakMap<PoolClient, Batch>();

/** The statements that one tick sends on a connection travel together. */
export function runNamed(client: PoolClient, statement: Sql, values: readonly unknown[]): Promise<Answer> {
  sent += 1;
  let batch = waiting.get(client);
  if (!batch) {
    const opened = new Batch();
    batch = opened;
    waiting.set(client, opened);
    process.nextTick(() => sendWaiting(client, opened));
  }
  return batch.add(statement, values);
}

/** Sends what the tick has gathered so far, for a statement that goes another way. */
export function sendWaiting(client: PoolClient, batch = waiting.get(client)): void {
  if (!batch || waiting.get(client) !== batch) return;
  waiting.delete(client);
  client.query(batch);
}

/** On whichever connection of the pool is free. */
export async function sendNamed(pool: Pool, statement: Sql, values: readonly unknown[]): Promise<Answer> {
  return withConnection(pool, (client) => runNamed(client, statement, values));
}

/** Lends a connection. One that breaks fails its statements; that it also says so must not end the process. */
export async function withConnection<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  client.on('error', ignore);
  try {
    return await work(client);
  } finally {
    client.off('error', ignore);
    client.release();
  }
}

function ignore(): void {
  // Its statements have been told.
}

/** BEGIN, COMMIT, ROLLBACK. */
export function runCommand(client: PoolClient, command: string): Promise<Answer> {
  return runNamed(client, { name: command, text: command }, []);
}
