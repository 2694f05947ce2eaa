import { Injectable } from '@nestjs/common';
import { PoolClient } from 'pg';
import { DomainError, Once, Transaction, Transactions } from '@libs/kernel';
import { AppConfig } from '../config';
import { OutboxSignal } from '../events/outbox-signal';
import { decrypt, encrypt, hmacSha256 } from '../security/crypto';
import { Answer } from './batch';
import { Database } from './database';
import { isRetryable, violates } from './pg-errors';
import { runCommand, runNamed, sql } from './sql';
import { SqlTransaction } from './sql-transaction';
import { together } from './together';

const ATTEMPTS = 4;

/**
 * The lock keeps a second request with the same key out while the first is at work; the row answers it afterwards.
 * Two 32-bit hashes make a collision of different keys unlikely, and harmless: it asks the client to try again.
 */
const CLAIM = sql(
  'platform.claim_key',
  `SELECT pg_try_advisory_xact_lock(hashtext($1), hashtext($2)) AS locked, k.fingerprint, k.answer
   FROM (SELECT 1) AS one LEFT JOIN platform.idempotency_keys k ON k.caller_id = $1 AND k.key = $2`,
);
const KEEP = sql(
  'platform.keep_key',
  'INSERT INTO platform.idempotency_keys (caller_id, key, fingerprint, answer) VALUES ($1, $2, $3, $4)',
);

interface Claim {
  locked: boolean;
  fingerprint: string | null;
  answer: Buffer | null;
}

/** {@link Transactions} on Postgres. */
@Injectable()
export class SqlTransactions extends Transactions {
  constructor(
    private readonly database: Database,
    private readonly config: AppConfig,
    private readonly outbox: OutboxSignal,
  ) {
    super();
  }

  run<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.attempt(async (client, tx) => {
      const [, result] = await together(runCommand(client, 'BEGIN'), work(tx));
      await commit(runCommand(client, 'COMMIT'));
      return result;
    });
  }

  /**
   * The work begins in the same packet as the look at the key, which is nearly always new. When the key turns out to be
   * known or taken, what the work did so far is rolled back with everything else.
   */
  once<T>(once: Once, work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.attempt(async (client, tx) => {
      const claimed = together(runCommand(client, 'BEGIN'), runNamed(client, CLAIM, [once.callerId, once.key]));
      const working = settled(work(tx));
      const earlier = await this.earlierAnswer<T>(once, claimed).catch(async (error: unknown) => {
        await tx.abandon(working);
        throw error;
      });
      if (earlier) {
        await tx.abandon(working);
        await runCommand(client, 'ROLLBACK');
        once.replayed = true;
        return earlier.result;
      }
      const outcome = await working;
      if (outcome.status === 'rejected') throw outcome.reason;
      const answer = encrypt(this.config.dataKey, JSON.stringify({ result: outcome.value }));
      const kept = runNamed(client, KEEP, [once.callerId, once.key, this.sealed(once.fingerprint), answer]);
      await together(kept, commit(runCommand(client, 'COMMIT')));
      return outcome.value;
    });
  }

  /** A body may hold a PIN: without the key, a hash of one would tell it to whoever reads the table. */
  private sealed(fingerprint: string): string {
    return hmacSha256(this.config.dataKey, fingerprint).toString('base64');
  }

  private async earlierAnswer<T>(
    once: Once,
    claimed: Promise<readonly [unknown, Answer]>,
  ): Promise<{ result: T } | undefined> {
    const [, { rows }] = await claimed;
    const claim = rows[0] as unknown as Claim;
    if (claim.answer) {
      if (claim.fingerprint !== this.sealed(once.fingerprint))
        throw new DomainError('idempotency.key_reused', 'unprocessable');
      return JSON.parse(decrypt(this.config.dataKey, claim.answer)) as { result: T };
    }
    if (!claim.locked) throw new DomainError('idempotency.in_progress', 'conflict');
    return undefined;
  }

  private async attempt<T>(act: (client: PoolClient, tx: SqlTransaction) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        const result = await this.onOneConnection(act);
        this.outbox.notify();
        return result;
      } catch (error) {
        // The key's row appeared between our look and our write: the next look finds the answer.
        const again = isRetryable(error) || violates(error, 'idempotency_keys_pkey');
        if (!again || attempt === ATTEMPTS) throw error;
      }
    }
  }

  private async onOneConnection<T>(act: (client: PoolClient, tx: SqlTransaction) => Promise<T>): Promise<T> {
    const runner = this.database.dataSource.createQueryRunner();
    const client = (await runner.connect()) as PoolClient;
    // BEGIN travels with other statements, past TypeORM: it has to be told, or it refuses to lock rows.
    Object.assign(runner, { isTransactionActive: true });
    try {
      const tx = new SqlTransaction(runner, client);
      const result = await act(client, tx);
      tx.committed();
      return result;
    } catch (error) {
      // Waits for whatever is still under way on this connection; a broken connection has rolled back by itself.
      await runCommand(client, 'ROLLBACK').catch(() => undefined);
      throw error;
    } finally {
      await runner.release();
    }
  }
}

/** The outcome as a value, so that a failure waits until somebody asks for it. */
async function settled<T>(work: Promise<T>): Promise<PromiseSettledResult<T>> {
  const [outcome] = await Promise.allSettled([work]);
  return outcome;
}

/** COMMIT of a failed transaction answers ROLLBACK instead of an error. */
async function commit(answer: Promise<{ command: string }>): Promise<void> {
  if ((await answer).command !== 'COMMIT') throw new Error('the transaction did not commit');
}
