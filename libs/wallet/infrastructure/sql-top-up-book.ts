import { Injectable } from '@nestjs/common';
import { Transaction } from '@libs/kernel';
import { sql, sqlOf } from '@libs/platform';
import { RefundableTopUp, TopUp, TopUpBook } from '../domain';

const ADD = sql(
  'wallet.add_top_up',
  `INSERT INTO wallet.top_ups (id, venue_id, customer_id, amount, means, register_session_id, cash_movement_id, status,
     created_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
);
const LOCK = sql(
  'wallet.lock_top_up',
  `SELECT id, venue_id AS "venueId", customer_id AS "customerId", amount, means,
     register_session_id AS "registerSessionId", cash_movement_id AS "cashMovementId", status, created_at AS "createdAt"
   FROM wallet.top_ups WHERE id = $1 FOR UPDATE`,
);
const PAID = sql(
  'wallet.top_up_paid',
  `UPDATE wallet.top_ups SET status = 'PAID', transfer_id = $2, ended_at = $3 WHERE id = $1 AND status = 'PENDING'`,
);
const FAILED = sql(
  'wallet.top_up_failed',
  `UPDATE wallet.top_ups SET status = 'FAILED', outcome = $2, ended_at = $3 WHERE id = $1 AND status = 'PENDING'`,
);
const PENDING = sql(
  'wallet.pending_top_ups',
  `SELECT coalesce(sum(amount), 0)::bigint AS amount FROM wallet.top_ups WHERE customer_id = $1 AND status = 'PENDING'`,
);
const REFUNDABLE = sql(
  'wallet.refundable_top_ups',
  `SELECT t.id AS "topUpId", i.id AS "intentId", i.amount - i.refunded_amount AS left
   FROM wallet.top_ups t
   JOIN payments.intents i ON i.order_kind = 'top_up' AND i.order_id = t.id AND i.taken_at IS NOT NULL
   WHERE t.customer_id = $1 AND t.status = 'PAID' AND i.refunded_amount < i.amount ORDER BY t.id DESC`,
);
const ADD_PAYOUT = sql(
  'wallet.add_payout',
  'INSERT INTO wallet.payouts (refund_id, top_up_id, transfer_id, created_at) VALUES ($1, $2, $3, $4)',
);
const PAYOUT_OF = sql('wallet.payout_of', 'SELECT transfer_id AS id FROM wallet.payouts WHERE refund_id = $1');

/** {@link TopUpBook} on Postgres. */
@Injectable()
export class SqlTopUpBook extends TopUpBook {
  async add(tx: Transaction, topUp: TopUp): Promise<void> {
    const { id, venueId, customerId, amount, means, registerSessionId, cashMovementId, status, createdAt } = topUp;
    await sqlOf(tx).rows(ADD, [
      ...[id, venueId, customerId, amount, means, registerSessionId, cashMovementId, status, createdAt],
    ]);
  }

  async lock(tx: Transaction, id: string): Promise<TopUp | undefined> {
    return (await sqlOf(tx).rows<TopUp>(LOCK, [id]))[0];
  }

  async paid(tx: Transaction, id: string, transferId: string, at: Date): Promise<void> {
    await sqlOf(tx).rows(PAID, [id, transferId, at]);
  }

  async failed(tx: Transaction, id: string, outcome: string, at: Date): Promise<void> {
    await sqlOf(tx).rows(FAILED, [id, outcome, at]);
  }

  async pending(tx: Transaction, customerId: string): Promise<number> {
    return (await sqlOf(tx).rows<{ amount: number }>(PENDING, [customerId]))[0]?.amount ?? 0;
  }

  refundable(tx: Transaction, customerId: string): Promise<RefundableTopUp[]> {
    return sqlOf(tx).rows<RefundableTopUp>(REFUNDABLE, [customerId]);
  }

  async addPayout(
    tx: Transaction,
    { refundId, topUpId, transferId, at }: { refundId: string; topUpId: string; transferId: string; at: Date },
  ): Promise<void> {
    await sqlOf(tx).rows(ADD_PAYOUT, [refundId, topUpId, transferId, at]);
  }

  async payoutOf(tx: Transaction, refundId: string): Promise<string | undefined> {
    return (await sqlOf(tx).rows<{ id: string }>(PAYOUT_OF, [refundId]))[0]?.id;
  }
}
