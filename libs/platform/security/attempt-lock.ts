import { Transaction } from '@libs/kernel';
import { Sql, sql } from '../database/sql';
import { sqlOf } from '../database/sql-transaction';

/** Where wrong attempts are counted, and how many lock for how long. */
export interface AttemptLockOptions {
  /** With its schema; has `failures`, `last_at` and `locked_until` besides the key. */
  readonly table: string;
  /** The primary key: a hash of what is locked. */
  readonly key: string;
  readonly most: number;
  readonly lockSeconds: number;
}

/** Counts attempts in the statement that reads the count, so that eight at once are eight; what is a day old is forgotten. */
export class AttemptLock {
  private readonly forgetOld: Sql;
  private readonly reserveOne: Sql;
  private readonly lockedUntil: Sql;
  private readonly giveBackOne: Sql;
  private readonly forgiveAll: Sql;

  constructor(private readonly options: AttemptLockOptions) {
    const { table, key } = options;
    this.forgetOld = sql(
      `${table}.forget_old`,
      `DELETE FROM ${table} WHERE last_at < $1::timestamptz - interval '1 day' AND ${key} <> $2`,
    );
    this.reserveOne = sql(
      `${table}.reserve`,
      `INSERT INTO ${table} AS a (${key}, failures, last_at) VALUES ($1, 1, $2)
       ON CONFLICT (${key}) DO UPDATE SET
         failures = CASE WHEN a.locked_until IS NULL THEN a.failures + 1 ELSE 1 END,
         locked_until = CASE WHEN a.locked_until IS NULL AND a.failures + 1 >= $3
           THEN $2::timestamptz + make_interval(secs => $4) END,
         last_at = $2
       WHERE a.locked_until IS NULL OR a.locked_until <= $2
       RETURNING failures`,
    );
    this.lockedUntil = sql(`${table}.locked_until`, `SELECT locked_until FROM ${table} WHERE ${key} = $1`);
    this.giveBackOne = sql(
      `${table}.give_back`,
      `UPDATE ${table} SET failures = GREATEST(failures - 1, 0),
         locked_until = CASE WHEN failures - 1 >= $2 THEN locked_until END
       WHERE ${key} = $1`,
    );
    this.forgiveAll = sql(`${table}.forgive`, `DELETE FROM ${table} WHERE ${key} = $1`);
  }

  /** Counts an attempt before its outcome is known. @returns seconds to wait when it is locked, undefined when it may go on */
  async reserve(tx: Transaction, key: Buffer, at: Date): Promise<number | undefined> {
    const { most, lockSeconds } = this.options;
    await sqlOf(tx).rows(this.forgetOld, [at, key]);
    if ((await sqlOf(tx).count(this.reserveOne, [key, at, most, lockSeconds])) > 0) return undefined;
    const [row] = await sqlOf(tx).rows<{ locked_until: Date | null }>(this.lockedUntil, [key]);
    const left = ((row?.locked_until ?? at).getTime() - at.getTime()) / 1000;
    return Math.max(1, Math.ceil(left));
  }

  /** The attempt was none: what else went wrong is not the person's fault. */
  async giveBack(tx: Transaction, key: Buffer): Promise<void> {
    await sqlOf(tx).rows(this.giveBackOne, [key, this.options.most]);
  }

  /** It was right: nothing is counted any more. */
  async forgive(tx: Transaction, key: Buffer): Promise<void> {
    await sqlOf(tx).rows(this.forgiveAll, [key]);
  }
}
