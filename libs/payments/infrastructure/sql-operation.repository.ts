import { Injectable } from '@nestjs/common';
import { DomainError, newId, Transaction } from '@libs/kernel';
import { Database, sql, sqlOf } from '@libs/platform';
import { Claim, NewOperation, OperationRepository, Report } from '../application';
import { LEASE_MS, Operation } from '../domain';

const COLUMNS = `o.id, o.venue_id AS "venueId", o.agent_id AS "agentId", o.kind, o.intent_id AS "intentId",
  o.refund_id AS "refundId", o.ordered_by AS "orderedBy", o.amount, o.ticket_number AS "ticketNumber",
  o.operation_number AS "operationNumber", o.authorization_code AS "authorizationCode", o.print_on_pos AS "printOnPos",
  o.state, o.fence, o.lease_expires_at AS "leaseExpiresAt", o.cancel_requested AS "cancelRequested",
  o.created_at AS "createdAt"`;

const ADD = sql(
  'payments.add_operation',
  `INSERT INTO payments.operations (id, venue_id, agent_id, kind, intent_id, refund_id, ordered_by, amount, ticket_number,
     operation_number, authorization_code, print_on_pos, state, created_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 'queued', $13)`,
);
/**
 * In one statement, so that an agent that claims twice at once gets each operation once. What was sent stays sent, and goes
 * first: until its outcome is known the terminal has nothing else to do.
 */
const CLAIM = sql(
  'payments.claim_operation',
  `WITH next AS (
     SELECT id FROM payments.operations
     WHERE agent_id = $1 AND (state IN ('queued', 'sent') OR (state = 'claimed' AND lease_expires_at < $2))
     ORDER BY state = 'sent' DESC, id LIMIT 1 FOR UPDATE SKIP LOCKED
   ), claimed AS (
     UPDATE payments.operations o SET fence = o.fence + 1, lease_expires_at = $3,
       state = CASE WHEN o.state = 'sent' THEN 'sent' ELSE 'claimed' END
     FROM next WHERE o.id = next.id
     RETURNING ${COLUMNS}
   )
   SELECT claimed.*, NOT EXISTS (
     SELECT FROM payments.operations WHERE agent_id = $1 AND state IN ('queued', 'claimed', 'sent')
   ) AS "isIdle"
   FROM (VALUES (1)) AS always LEFT JOIN claimed ON true`,
);
const LOCK = sql(
  'payments.lock_operation',
  `SELECT ${COLUMNS} FROM payments.operations o WHERE id = $1 AND agent_id = $2 FOR UPDATE`,
);
const OF_INTENT = sql(
  'payments.operation_of_intent',
  `SELECT ${COLUMNS} FROM payments.operations o WHERE intent_id = $1 AND kind = 'sale' FOR UPDATE`,
);
const REOPEN = sql(
  'payments.reopen_operation',
  `UPDATE payments.operations SET state = 'sent', final_at = NULL, outcome = NULL, progress_at = NULL
   WHERE intent_id = $1 AND kind = 'sale' AND state IN ('final', 'sent')`,
);
const SENT = sql(
  'payments.mark_sent',
  `UPDATE payments.operations SET state = 'sent', sent_at = coalesce(sent_at, $2), progress_at = $2 WHERE id = $1`,
);
const CANCEL = sql(
  'payments.cancel_operation',
  `UPDATE payments.operations SET state = 'cancelled', final_at = $2 WHERE id = $1 AND state IN ('queued', 'claimed')`,
);
const REQUEST_CANCEL = sql(
  'payments.request_cancel',
  'UPDATE payments.operations SET cancel_requested = true WHERE id = $1',
);
const PROGRESS = sql(
  'payments.progress',
  `UPDATE payments.operations SET progress_code = coalesce($2, progress_code), progress_text = coalesce($3, progress_text),
     progress_at = $4 WHERE id = $1`,
);
const FINISH = sql(
  'payments.finish_operation',
  `UPDATE payments.operations SET state = 'final', outcome = $2, response = $3, final_at = $4 WHERE id = $1`,
);
const KEEP_REPORT = sql(
  'payments.keep_report',
  `INSERT INTO payments.agent_reports (id, operation_id, agent_id, fence, outcome, source, response, accepted, received_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
);
const SILENT = sql(
  'payments.silent_operations',
  `SELECT o.id, o.intent_id AS "intentId" FROM payments.operations o JOIN payments.intents i ON i.id = o.intent_id
   WHERE o.state = 'sent' AND o.kind = 'sale' AND i.status IN ('READY', 'IN_PROGRESS')
     AND coalesce(o.progress_at, o.sent_at) < $1 LIMIT 100`,
);

type ClaimRow = (Operation | { readonly id: null }) & { readonly isIdle: boolean };

/** {@link OperationRepository} in SQL. */
@Injectable()
export class SqlOperationRepository extends OperationRepository {
  constructor(private readonly database: Database) {
    super();
  }

  async add(tx: Transaction, operation: NewOperation, at: Date): Promise<void> {
    const { id, venueId, agentId, kind, intentId, refundId, orderedBy } = operation;
    const { amount, ticketNumber, operationNumber, authorizationCode, printOnPos } = operation;
    await sqlOf(tx).rows(ADD, [
      ...[id, venueId, agentId, kind, intentId ?? null, refundId ?? null, orderedBy ?? null],
      ...[amount ?? null, ticketNumber ?? null, operationNumber ?? null, authorizationCode ?? null],
      ...[printOnPos ?? false, at],
    ]);
  }

  async claim(agentId: string, now: Date): Promise<Claim> {
    const lease = new Date(now.getTime() + LEASE_MS);
    const [row] = await this.database.rows<ClaimRow>(CLAIM, [agentId, now, lease]);
    if (!row) throw new Error('the claim always answers one row');
    const { isIdle, ...operation } = row;
    return { operation: operation.id === null ? undefined : operation, isIdle };
  }

  async lock(tx: Transaction, agentId: string, id: string): Promise<Operation> {
    const [operation] = await sqlOf(tx).rows<Operation>(LOCK, [id, agentId]);
    if (!operation) throw new DomainError('operation.not_found', 'not_found');
    return operation;
  }

  async ofIntent(tx: Transaction, intentId: string): Promise<Operation | undefined> {
    return (await sqlOf(tx).rows<Operation>(OF_INTENT, [intentId]))[0];
  }

  async reopen(tx: Transaction, intentId: string): Promise<void> {
    await sqlOf(tx).rows(REOPEN, [intentId]);
  }

  async markSent(tx: Transaction, id: string, at: Date): Promise<void> {
    await sqlOf(tx).rows(SENT, [id, at]);
  }

  async cancel(tx: Transaction, id: string, at: Date): Promise<void> {
    await sqlOf(tx).rows(CANCEL, [id, at]);
  }

  async requestCancel(tx: Transaction, id: string): Promise<void> {
    await sqlOf(tx).rows(REQUEST_CANCEL, [id]);
  }

  async progress(
    tx: Transaction,
    id: string,
    said: { code: number | null; text: string | null; at: Date },
  ): Promise<void> {
    await sqlOf(tx).rows(PROGRESS, [id, said.code, said.text, said.at]);
  }

  async finish(tx: Transaction, id: string, report: Report, at: Date): Promise<void> {
    await sqlOf(tx).rows(FINISH, [id, report.outcome, report.response && JSON.stringify(report.response), at]);
  }

  async keepReport(tx: Transaction, operation: Operation, report: Report, accepted: boolean, at: Date): Promise<void> {
    const { fence, outcome, source, response } = report;
    await sqlOf(tx).rows(KEEP_REPORT, [
      ...[newId(at.getTime()), operation.id, operation.agentId, fence, outcome, source],
      ...[response && JSON.stringify(response), accepted, at],
    ]);
  }

  silentSince(before: Date): Promise<readonly { readonly id: string; readonly intentId: string }[]> {
    return this.database.rows(SILENT, [before]);
  }
}
