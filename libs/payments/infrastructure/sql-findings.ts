import { Injectable } from '@nestjs/common';
import { DomainError, domainEvent, newId, Transaction } from '@libs/kernel';
import { Database, sql, sqlOf, writeOutbox } from '@libs/platform';
import { BookedCharge, Findings, NoticeBook, NoticeEffect, TerminalBook } from '../application';
import { GenuineNotice, NewFinding, OnlineProviderName, Operation } from '../domain';

const ADD = sql(
  'payments.add_finding',
  `INSERT INTO payments.findings (id, venue_id, kind, intent_id, refund_id, register_session_id, subject, amount, facts,
     found_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (kind, subject) DO NOTHING`,
);
const RESOLVE = sql(
  'payments.resolve_finding',
  `UPDATE payments.findings SET resolution = $3, resolution_reason = $4, resolved_by = $5, authorized_by = $6,
     resolved_at = $7
   WHERE id = $1 AND venue_id = $2 AND resolved_at IS NULL
   RETURNING kind, intent_id AS "intentId", refund_id AS "refundId"`,
);
const EXISTS = sql('payments.finding_exists', 'SELECT id FROM payments.findings WHERE id = $1 AND venue_id = $2');
/** One terminal does one thing at a time, so what was sent before was also done before. */
const CLOSES_BEFORE = `FROM payments.operations asked JOIN payments.operations c ON c.agent_id = asked.agent_id
   AND c.kind = 'close' AND c.outcome = 'done' AND (asked.sent_at IS NULL OR c.sent_at < asked.sent_at)
   WHERE asked.id = $1`;
const LAST_CLOSE = sql('payments.last_close', `SELECT c.id ${CLOSES_BEFORE} ORDER BY c.sent_at DESC LIMIT 1`);
const SINCE_LAST_CLOSE = sql(
  'payments.booked_since_close',
  `SELECT i.id AS "intentId", i.register_session_id AS "registerSessionId", i.reference, i.amount, i.status,
     CASE WHEN i.status = 'APPROVED' OR i.flag IN ('late_approval', 'amount_differs')
       THEN coalesce((i.charge ->> 'amount')::int, i.amount) END AS "chargedAmount",
     i.refunded_amount = i.amount AS "isRefunded"
   FROM payments.operations q JOIN payments.operations o ON o.agent_id = q.agent_id
   JOIN payments.intents i ON i.id = o.intent_id
   WHERE q.id = $1 AND o.kind = 'sale' AND o.sent_at IS NOT NULL AND (q.sent_at IS NULL OR o.sent_at < q.sent_at)
     AND o.sent_at > coalesce((SELECT max(c.sent_at) ${CLOSES_BEFORE}), '-infinity')`,
);
const KEEP_NOTICE = sql(
  'payments.keep_notice',
  `INSERT INTO payments.notices (id, provider, notice_id, external_id, reference, claims, amount, effect, received_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (provider, notice_id) WHERE notice_id IS NOT NULL DO NOTHING`,
);

const NOBODY = { employeeId: null, employeeName: null, deviceId: null, ip: null };

/** {@link Findings} in SQL; a new one is told to the supervisor's screen. */
@Injectable()
export class SqlFindings extends Findings {
  async add(tx: Transaction, finding: NewFinding, at: Date): Promise<void> {
    const id = newId(at.getTime());
    const { venueId, kind, intentId, refundId, registerSessionId, subject, amount, facts } = finding;
    const added = await sqlOf(tx).count(ADD, [
      ...[id, venueId, kind, intentId, refundId, registerSessionId, subject, amount, JSON.stringify(facts), at],
    ]);
    if (added === 0) return;
    const data = { kind, amount, intent_id: intentId, refund_id: refundId };
    const event = { type: 'payments.found', venueId, registerSessionId, subjectId: id, actor: NOBODY, data };
    await writeOutbox(tx, [domainEvent({ ...event, occurredAt: at })]);
  }

  async resolve(
    tx: Transaction,
    venueId: string,
    id: string,
    by: { resolution: string; reason: string; resolvedBy: string; authorizedBy: string; at: Date },
  ): Promise<{ kind: string; intentId: string | null; refundId: string | null }> {
    const { resolution, reason, resolvedBy, authorizedBy, at } = by;
    const [found] = await sqlOf(tx).rows<{ kind: string; intentId: string | null; refundId: string | null }>(RESOLVE, [
      ...[id, venueId, resolution, reason, resolvedBy, authorizedBy, at],
    ]);
    if (found) return found;
    const [exists] = await sqlOf(tx).rows(EXISTS, [id, venueId]);
    throw exists ? new DomainError('finding.resolved', 'conflict') : new DomainError('finding.not_found', 'not_found');
  }
}

/** {@link TerminalBook} in SQL. */
@Injectable()
export class SqlTerminalBook extends TerminalBook {
  sinceLastClose(tx: Transaction, operation: Operation): Promise<readonly BookedCharge[]> {
    return sqlOf(tx).rows<BookedCharge>(SINCE_LAST_CLOSE, [operation.id]);
  }

  async lastClose(tx: Transaction, operation: Operation): Promise<string | null> {
    return (await sqlOf(tx).rows<{ id: string }>(LAST_CLOSE, [operation.id]))[0]?.id ?? null;
  }
}

/** {@link NoticeBook} in SQL. Chosen fields only: a message may carry more of a card than may be kept. */
@Injectable()
export class SqlNoticeBook extends NoticeBook {
  constructor(private readonly database: Database) {
    super();
  }

  async keep(
    provider: OnlineProviderName,
    notice: GenuineNotice | { kind: 'forged'; why: string },
    effect: NoticeEffect,
    at: Date,
  ): Promise<boolean> {
    const facts =
      notice.kind === 'forged'
        ? [null, null, null, notice.why, null]
        : [notice.noticeId, notice.externalId, notice.reference, notice.claims, notice.amount?.pesos ?? null];
    const { rowCount } = await this.database.pool.query(KEEP_NOTICE.text, [
      ...[newId(at.getTime()), provider, ...facts, effect, at],
    ]);
    return rowCount === 1;
  }
}
