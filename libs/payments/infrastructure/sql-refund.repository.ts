import { Injectable } from '@nestjs/common';
import { DomainError, Transaction } from '@libs/kernel';
import { Database, sql, sqlOf } from '@libs/platform';
import { RefundRepository } from '../application';
import { Refund, RefundStatus } from '../domain';

const ADD = sql(
  'payments.add_refund',
  `INSERT INTO payments.refunds (id, venue_id, intent_id, amount, status, reason, requested_by, authorized_by, created_at,
     customer_id)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
);
const LOCK = sql(
  'payments.lock_refund',
  `SELECT id, venue_id AS "venueId", intent_id AS "intentId", amount, status, reason, requested_by AS "requestedBy",
     authorized_by AS "authorizedBy", customer_id AS "customerId", created_at AS "createdAt"
   FROM payments.refunds WHERE id = $1 FOR UPDATE`,
);
const SET_STATUS = sql(
  'payments.set_refund_status',
  `UPDATE payments.refunds SET status = $2, provider_reference = coalesce($4, provider_reference),
     detail = coalesce($5, detail), sent_at = CASE WHEN $2 = 'SENT' THEN $3::timestamptz ELSE sent_at END, final_at = CASE WHEN $2 IN ('DONE', 'REFUSED') THEN $3::timestamptz END
   WHERE id = $1 AND status NOT IN ('DONE', 'REFUSED')`,
);
const WAITING = sql(
  'payments.waiting_refunds',
  `SELECT r.id FROM payments.refunds r JOIN payments.intents i ON i.id = r.intent_id
   WHERE r.status = 'REQUESTED' AND r.final_at IS NULL AND i.provider IN ('getnet_web', 'klap') ORDER BY r.id LIMIT 50`,
);
const SILENT = sql(
  'payments.silent_refunds',
  `SELECT r.id FROM payments.refunds r JOIN payments.intents i ON i.id = r.intent_id
   WHERE r.status = 'SENT' AND r.final_at IS NULL AND r.sent_at < $1 AND i.provider IN ('getnet_web', 'klap')
   ORDER BY r.id LIMIT 50`,
);

/** {@link RefundRepository} in SQL. */
@Injectable()
export class SqlRefundRepository extends RefundRepository {
  constructor(private readonly database: Database) {
    super();
  }

  async add(tx: Transaction, refund: Refund): Promise<void> {
    const { id, venueId, intentId, amount, status, reason, requestedBy, authorizedBy, createdAt, customerId } = refund;
    await sqlOf(tx).rows(ADD, [
      ...[id, venueId, intentId, amount, status, reason, requestedBy, authorizedBy, createdAt, customerId],
    ]);
  }

  async lock(tx: Transaction, id: string): Promise<Refund> {
    const [refund] = await sqlOf(tx).rows<Refund>(LOCK, [id]);
    if (!refund) throw new DomainError('refund.not_found', 'not_found');
    return refund;
  }

  async setStatus(
    tx: Transaction,
    id: string,
    status: RefundStatus,
    given: { at: Date; reference?: string | null; detail?: string | null },
  ): Promise<void> {
    await sqlOf(tx).rows(SET_STATUS, [id, status, given.at, given.reference ?? null, given.detail ?? null]);
  }

  async waiting(): Promise<readonly string[]> {
    return (await this.database.rows<{ id: string }>(WAITING)).map(({ id }) => id);
  }

  async silentSince(before: Date): Promise<readonly string[]> {
    return (await this.database.rows<{ id: string }>(SILENT, [before])).map(({ id }) => id);
  }
}
