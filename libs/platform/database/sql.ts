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

export function runNamed(client: PoolClient | Pool, statement: Sql, values: readonly unknown[]): Promise<QueryResult> {
  sent += 1;
  return client.query({ name: statement.name, text: statement.text, values: [...values] });
}

/** BEGIN, COMMIT, ROLLBACK. */
export function runCommand(client: PoolClient, command: string): Promise<QueryResult> {
  sent += 1;
  return client.query(command);
}
