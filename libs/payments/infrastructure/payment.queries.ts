import { Injectable } from '@nestjs/common';
import { Actor, DomainError } from '@libs/kernel';
import { Database, Page, readCursor, sql, toPage } from '@libs/platform';
import { Charge, FindingKind, Flag, IntentStatus, OrderKind, ProviderName, RefundStatus, Source } from '../domain';

const INTENT = `i.id, i.register_id AS "registerId", r.name AS "registerName", i.register_session_id AS "registerSessionId",
  i.employee_id AS "employeeId", i.employee_name AS "employeeName", i.sale_id AS "saleId", i.order_kind AS "orderKind",
  i.order_id AS "orderId", i.customer_id AS "customerId", c.name AS "customerName", i.amount, i.provider,
  i.fallback_of AS "fallbackOf", i.fallback_reason AS "fallbackReason", i.reference, i.pay_url AS "payUrl", i.status,
  i.reason, i.cancel_requested_at AS "cancelRequestedAt", i.charge, i.created_at AS "createdAt",
  i.expires_at AS "expiresAt", i.final_at AS "finalAt", i.taken_at AS "takenAt", i.flag,
  i.refunded_amount AS "refundedAmount", s.employee_id AS "sessionEmployeeId",
  o.state AS "operationState", o.progress_code AS "progressCode", o.progress_text AS "progressText",
  o.progress_at AS "progressAt", o.sent_at AS "sentAt", a.heartbeat_at AS "heartbeatAt"`;
const FROM = `FROM payments.intents i
  LEFT JOIN sales.registers r ON r.id = i.register_id
  LEFT JOIN sales.register_sessions s ON s.id = i.register_session_id
  LEFT JOIN customers.customers c ON c.uuid = i.customer_id
  LEFT JOIN payments.operations o ON o.intent_id = i.id AND o.kind = 'sale'
  LEFT JOIN payments.agents a ON a.id = o.agent_id`;

const ONE = sql('payments.intent', `SELECT ${INTENT} ${FROM} WHERE i.id = $1 AND i.venue_id = $2`);
const LIST = sql(
  'payments.intents',
  `SELECT ${INTENT} ${FROM}
   WHERE i.venue_id = $1 AND ($2::uuid IS NULL OR i.register_session_id = $2) AND ($3::uuid IS NULL OR i.sale_id = $3)
     AND ($4::text IS NULL OR i.status = $4)
     AND (NOT $5 OR (i.taken_at IS NULL AND (i.final_at IS NULL OR (i.status = 'APPROVED' AND i.flag IS NULL
       AND i.refunded_amount < i.amount))))
     AND ($6::uuid IS NULL OR i.id < $6) AND ($8::uuid IS NULL OR s.employee_id = $8)
   ORDER BY i.id DESC LIMIT $7`,
);
const DRAFT = sql('payments.draft', 'SELECT sale_draft AS draft FROM payments.intents WHERE id = $1');
const HISTORY = sql(
  'payments.intent_history',
  `SELECT l.at, l.act, l.from_status AS "from", l.to_status AS "to", l.source, e.name AS "employeeName",
     z.name AS "authorizedBy", l.data
   FROM payments.intent_log l LEFT JOIN staff.employees e ON e.id = l.employee_id
   LEFT JOIN staff.employees z ON z.id = (l.data ->> 'authorized_by')::uuid
   WHERE l.intent_id = $1
   ORDER BY l.position`,
);
const REPORTS = sql(
  'payments.intent_reports',
  `SELECT p.received_at AS at, p.outcome, p.source, p.fence, p.accepted, p.response
   FROM payments.operations o JOIN payments.agent_reports p ON p.operation_id = o.id
   WHERE o.intent_id = $1 ORDER BY p.id`,
);
const REFUND = `f.id, f.intent_id AS "intentId", f.amount, f.status, f.reason, coalesce(q.name, c.name) AS "requestedBy",
  z.name AS "authorizedBy", f.provider_reference AS "providerReference", f.detail, f.created_at AS "createdAt",
  f.final_at AS "finalAt", i.provider, i.reference`;
const REFUND_FROM = `FROM payments.refunds f JOIN payments.intents i ON i.id = f.intent_id
  LEFT JOIN staff.employees q ON q.id = f.requested_by LEFT JOIN staff.employees z ON z.id = f.authorized_by
  LEFT JOIN customers.customers c ON c.uuid = f.customer_id`;
const REFUNDS_OF = sql('payments.refunds_of', `SELECT ${REFUND} ${REFUND_FROM} WHERE f.intent_id = $1 ORDER BY f.id`);
const REFUNDS = sql(
  'payments.refunds',
  `SELECT ${REFUND} ${REFUND_FROM} WHERE f.venue_id = $1 AND ($2::uuid IS NULL OR f.id < $2) ORDER BY f.id DESC LIMIT $3`,
);
const FINDINGS = sql(
  'payments.findings',
  `SELECT f.id, f.kind, f.intent_id AS "intentId", f.refund_id AS "refundId", f.register_session_id AS "registerSessionId",
     coalesce(r.name, ar.name) AS "registerName", f.amount, f.facts, f.found_at AS "foundAt", f.resolution,
     f.resolution_reason AS "resolutionReason", f.resolved_at AS "resolvedAt", e.name AS "resolvedBy",
     z.name AS "authorizedBy"
   FROM payments.findings f
   LEFT JOIN sales.register_sessions s ON s.id = f.register_session_id LEFT JOIN sales.registers r ON r.id = s.register_id
   LEFT JOIN payments.agents a ON a.id = (f.facts ->> 'agent_id')::uuid LEFT JOIN sales.registers ar ON ar.id = a.register_id
   LEFT JOIN staff.employees e ON e.id = f.resolved_by LEFT JOIN staff.employees z ON z.id = f.authorized_by
   WHERE f.venue_id = $1 AND (f.resolved_at IS NULL) = $2 AND ($3::uuid IS NULL OR f.id < $3)
   ORDER BY f.id DESC LIMIT $4`,
);

export interface IntentView {
  readonly id: string;
  /** Null, with all of the till, when the customer pays alone. */
  readonly registerId: string | null;
  readonly registerName: string | null;
  readonly registerSessionId: string | null;
  readonly employeeId: string | null;
  readonly employeeName: string | null;
  /** Null for an order's payment. */
  readonly saleId: string | null;
  readonly orderKind: OrderKind | null;
  readonly orderId: string | null;
  readonly customerId: string | null;
  readonly customerName: string | null;
  readonly amount: number;
  readonly provider: ProviderName;
  readonly fallbackOf: string | null;
  readonly fallbackReason: string | null;
  readonly reference: string;
  readonly payUrl: string | null;
  readonly status: IntentStatus;
  readonly reason: string | null;
  readonly cancelRequestedAt: Date | null;
  readonly charge: Charge | null;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly finalAt: Date | null;
  readonly takenAt: Date | null;
  readonly flag: Flag | null;
  readonly refundedAmount: number;
  readonly sessionEmployeeId: string | null;
  readonly operationState: string | null;
  readonly progressCode: number | null;
  readonly progressText: string | null;
  readonly progressAt: Date | null;
  readonly sentAt: Date | null;
  readonly heartbeatAt: Date | null;
}

export interface IntentDetail extends IntentView {
  /** The sale that the till was about to place. */
  readonly draft: unknown;
  readonly history: readonly {
    readonly at: Date;
    readonly act: string;
    readonly from: string | null;
    readonly to: string;
    readonly source: Source;
    readonly employeeName: string | null;
    /** Who said yes besides. */
    readonly authorizedBy: string | null;
    readonly data: Readonly<Record<string, unknown>>;
  }[];
  readonly reports: readonly {
    readonly at: Date;
    readonly outcome: string;
    readonly source: string;
    readonly fence: number;
    readonly accepted: boolean;
    readonly response: unknown;
  }[];
  readonly refunds: readonly RefundView[];
}

export interface RefundView {
  readonly id: string;
  readonly intentId: string;
  readonly amount: number;
  readonly status: RefundStatus;
  readonly reason: string;
  readonly requestedBy: string;
  readonly authorizedBy: string | null;
  readonly providerReference: string | null;
  readonly detail: string | null;
  readonly createdAt: Date;
  readonly finalAt: Date | null;
  readonly provider: ProviderName;
  readonly reference: string;
}

export interface FindingView {
  readonly id: string;
  readonly kind: FindingKind;
  readonly intentId: string | null;
  readonly refundId: string | null;
  readonly registerSessionId: string | null;
  readonly registerName: string | null;
  readonly amount: number | null;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly foundAt: Date;
  readonly resolution: string | null;
  readonly resolutionReason: string | null;
  readonly resolvedAt: Date | null;
  readonly resolvedBy: string | null;
  readonly authorizedBy: string | null;
}

export const FINDING_STATES = ['open', 'resolved'] as const;
export type FindingState = (typeof FINDING_STATES)[number];

export interface IntentFilter {
  readonly registerSessionId?: string | undefined;
  readonly saleId?: string | undefined;
  readonly status?: IntentStatus | undefined;
  /** Only what is not over: on its way, unknown, or paid and not yet sold. */
  readonly open: boolean;
}

interface Paging {
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** Payments as people see them. */
@Injectable()
export class PaymentQueries {
  constructor(private readonly database: Database) {}

  /** @throws DomainError `payment.not_found`; `session.not_yours` (forbidden) for a stranger */
  async one(actor: Actor, id: string): Promise<IntentDetail> {
    const [intent] = await this.database.rows<IntentView>(ONE, [id, actor.venueId]);
    if (!intent) throw new DomainError('payment.not_found', 'not_found');
    const isOwn = [intent.employeeId, intent.sessionEmployeeId].includes(actor.employeeId);
    if (!isOwn && !actor.permissions.has('payment.read')) throw new DomainError('session.not_yours', 'forbidden');
    const [[draft], history, reports, refunds] = await Promise.all([
      this.database.rows<{ draft: unknown }>(DRAFT, [id]),
      this.database.rows<IntentDetail['history'][number]>(HISTORY, [id]),
      this.database.rows<IntentDetail['reports'][number]>(REPORTS, [id]),
      this.database.rows<RefundView>(REFUNDS_OF, [id]),
    ]);
    return { ...intent, draft: draft?.draft, history, reports, refunds };
  }

  /** Newest first; without payment.read only the own ones. @throws DomainError `input.cursor` */
  async list(actor: Actor, filter: IntentFilter, page: Paging): Promise<Page<IntentView>> {
    const after = readCursor(page.cursor, 1);
    const onlyOf = actor.permissions.has('payment.read') ? null : actor.employeeId;
    const rows = await this.database.rows<IntentView>(LIST, [
      ...[actor.venueId, filter.registerSessionId ?? null, filter.saleId ?? null, filter.status ?? null, filter.open],
      ...[after?.[0] ?? null, page.limit + 1, onlyOf],
    ]);
    return toPage(rows, page.limit, (row) => [row.id]);
  }

  async refunds(venueId: string, page: Paging): Promise<Page<RefundView>> {
    const after = readCursor(page.cursor, 1);
    const rows = await this.database.rows<RefundView>(REFUNDS, [venueId, after?.[0] ?? null, page.limit + 1]);
    return toPage(rows, page.limit, (row) => [row.id]);
  }

  /** Those that wait for a person, or those that somebody has resolved; newest first. */
  async findings(venueId: string, state: FindingState, page: Paging): Promise<Page<FindingView>> {
    const after = readCursor(page.cursor, 1);
    const rows = await this.database.rows<FindingView>(FINDINGS, [
      ...[venueId, state === 'open', after?.[0] ?? null, page.limit + 1],
    ]);
    return toPage(rows, page.limit, (row) => [row.id]);
  }
}
