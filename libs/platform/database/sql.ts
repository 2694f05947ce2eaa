import { Writable } from 'node:stream';
import { Pool, PoolClient, QueryResult } from 'pg';

/** A statement with a name: prepared once a connection, then only executed. */
export interface Sql {
  readonly name: string;
  readonly text: string;
}

/** @param name unique in the program, `<context>.<what it does>`; a changed text needs no new name across versions */
export function sql(name: string, text: string): Sql {
  return { name, text };
}

let sent = 0;

/** Statements sent to the database by this process so far, transaction commands included. */
export function statementsSent(): number {
  return sent;
}

/** Connections whose statements wait for the end of the tick. */
const corked = new WeakSet<object>();

/** Lets the statements that one tick sends travel in one packet: on a busy machine each packet costs more than its rows. */
function sendWithTheTick(client: PoolClient): void {
  const { stream } = (client as unknown as { connection: { stream: Writable } }).connection;
  if (corked.has(stream)) return;
  corked.add(stream);
  stream.cork();
  process.nextTick(() => {
    corked.delete(stream);
    stream.uncork();
  });
}

export function runNamed(client: PoolClient, statement: Sql, values: readonly unknown[]): Promise<QueryResult> {
  sendWithTheTick(client);
  return sendNamed(client, statement, values);
}

/** On whichever connection of the pool is free. */
export function sendNamed(client: PoolClient | Pool, statement: Sql, values: readonly unknown[]): Promise<QueryResult> {
  sent += 1;
  return client.query({ name: statement.name, text: statement.text, values: [...values] });
}

/** BEGIN, COMMIT, ROLLBACK. */
export function runCommand(client: PoolClient, command: string): Promise<QueryResult> {
  sent += 1;
  sendWithTheTick(client);
  return client.query(command);
}
