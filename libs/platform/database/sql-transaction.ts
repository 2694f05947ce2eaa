import { PoolClient } from 'pg';
import { EntityManager, QueryRunner } from 'typeorm';
import { Transaction } from '@libs/kernel';
import { Answer } from './batch';
import { runNamed, sendWaiting, Sql } from './sql';

/** What a {@link Transaction} is for infrastructure. Get it by {@link sqlOf}. */
export class SqlTransaction extends Transaction {
  readonly kind = 'transaction';
  private abandoned = false;
  private readonly afterwards: (() => void)[] = [];

  constructor(
    private readonly runner: QueryRunner,
    private readonly client: PoolClient,
  ) {
    super();
  }

  /** TypeORM on this transaction's connection, behind what was sent before. */
  get manager(): EntityManager {
    sendWaiting(this.client);
    return this.runner.manager;
  }

  /** Runs a prepared statement and answers its rows. Statements sent without awaiting travel together, in order. */
  async rows<T>(statement: Sql, values: readonly unknown[] = []): Promise<T[]> {
    return (await this.run(statement, values)).rows as T[];
  }

  /** Runs a prepared statement and answers how many rows it touched. */
  async count(statement: Sql, values: readonly unknown[] = []): Promise<number> {
    return (await this.run(statement, values)).rowCount;
  }

  /** Acts in this process once the transaction has committed, before anybody is answered. */
  afterCommit(act: () => void): void {
    this.afterwards.push(act);
  }

  committed(): void {
    for (const act of this.afterwards) act();
  }

  /** Takes no more statements, and waits until the work has noticed: nothing of it may run after the rollback. */
  async abandon(work: Promise<unknown>): Promise<void> {
    this.abandoned = true;
    await work;
  }

  private run(statement: Sql, values: readonly unknown[]): Promise<Answer> {
    if (this.abandoned) return Promise.reject(new Error('the transaction was abandoned'));
    return runNamed(this.client, statement, values);
  }
}

/** @throws TypeError when the transaction was not made by {@link SqlTransactions} */
export function sqlOf(tx: Transaction): SqlTransaction {
  if (!(tx instanceof SqlTransaction)) throw new TypeError('not a SQL transaction');
  return tx;
}
