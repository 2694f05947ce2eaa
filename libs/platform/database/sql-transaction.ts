import { PoolClient } from 'pg';
import { EntityManager, QueryRunner } from 'typeorm';
import { Transaction } from '@libs/kernel';
import { runNamed, Sql } from './sql';

/** What a {@link Transaction} is for infrastructure. Get it by {@link sqlOf}. */
export class SqlTransaction extends Transaction {
  readonly kind = 'transaction';

  constructor(
    private readonly runner: QueryRunner,
    private readonly client: PoolClient,
  ) {
    super();
  }

  /** TypeORM on this transaction's connection. */
  get manager(): EntityManager {
    return this.runner.manager;
  }

  /** Runs a prepared statement and answers its rows. Statements sent without awaiting travel together, in order. */
  async rows<T>(statement: Sql, values: readonly unknown[] = []): Promise<T[]> {
    return (await runNamed(this.client, statement, values)).rows as T[];
  }

  /** Runs a prepared statement and answers how many rows it touched. */
  async count(statement: Sql, values: readonly unknown[] = []): Promise<number> {
    return (await runNamed(this.client, statement, values)).rowCount ?? 0;
  }
}

/** @throws TypeError when the transaction was not made by {@link SqlTransactions} */
export function sqlOf(tx: Transaction): SqlTransaction {
  if (!(tx instanceof SqlTransaction)) throw new TypeError('not a SQL transaction');
  return tx;
}
