import { Injectable } from '@nestjs/common';
import { DomainError, DomainEvent, Transaction } from '@libs/kernel';
import { Database, sql, sqlOf, violates, writeOutbox } from '@libs/platform';
import { WalletRules, WalletRulesBook } from '../application';
import { USUAL_LIMITS } from '../domain';

const COLUMNS = `max_balance AS "maxBalance", max_top_up AS "maxTopUp", max_top_up_a_day AS "maxTopUpADay",
  points_expire_days AS "pointsExpireDays"`;
const FIND = sql('wallet.rules', `SELECT ${COLUMNS} FROM wallet.limits WHERE venue_id = $1`);
const SETTLE = sql(
  'wallet.settle_rules',
  `INSERT INTO wallet.limits (venue_id, max_balance, max_top_up, max_top_up_a_day) VALUES ($1, $2, $3, $4)
   ON CONFLICT (venue_id) DO NOTHING`,
);
const LOCK = sql('wallet.lock_rules', `SELECT ${COLUMNS} FROM wallet.limits WHERE venue_id = $1 FOR UPDATE`);
const CHANGE = sql(
  'wallet.change_rules',
  `UPDATE wallet.limits SET max_balance = $2, max_top_up = $3, max_top_up_a_day = $4, points_expire_days = $5
   WHERE venue_id = $1`,
);

const USUAL: WalletRules = { ...USUAL_LIMITS, pointsExpireDays: null };

/** {@link WalletRulesBook} on Postgres. */
@Injectable()
export class SqlWalletRules extends WalletRulesBook {
  constructor(private readonly database: Database) {
    super();
  }

  async find(venueId: string): Promise<WalletRules> {
    return (await this.database.rows<WalletRules>(FIND, [venueId]))[0] ?? USUAL;
  }

  async change(
    tx: Transaction,
    venueId: string,
    changes: Partial<WalletRules>,
  ): Promise<{ before: WalletRules; after: WalletRules }> {
    await sqlOf(tx).rows(SETTLE, [venueId, USUAL.maxBalance, USUAL.maxTopUp, USUAL.maxTopUpADay]);
    const [before = USUAL] = await sqlOf(tx).rows<WalletRules>(LOCK, [venueId]);
    const after = { ...before, ...changes };
    const { maxBalance, maxTopUp, maxTopUpADay, pointsExpireDays } = after;
    try {
      await sqlOf(tx).rows(CHANGE, [venueId, maxBalance, maxTopUp, maxTopUpADay, pointsExpireDays]);
    } catch (error) {
      if (violates(error, 'limits_agree')) throw new DomainError('wallet.limits_contradict', 'invalid');
      throw error;
    }
    return { before, after };
  }

  tell(tx: Transaction, event: DomainEvent): Promise<void> {
    return writeOutbox(tx, [event]);
  }
}
