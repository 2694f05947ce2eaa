import { PoolClient, QueryResult } from 'pg';

/** A statement with a name: prepared once a connection, then only executed. */
export interface Sql {
  readonly name: string;
  readonly text: string;
}

/** @param name unique in the program, `<context>.<what it does>`; a changed text needs no new name across versions */
export function sql(name: string, text: string): Sql {
  return { name, text };
}

export function runNamed(client: PoolClient, statement: Sql, values: readonly unknown[]): Promise<QueryResult> {
  return client.query({ name: statement.name, text: statement.text, values: [...values] });
}
