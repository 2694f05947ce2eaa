import { Injectable } from '@nestjs/common';
import { DomainError, newId, together, Transaction } from '@libs/kernel';
import { Database, sqlOf, violates, writeOutbox } from '@libs/platform';
import {
  FailedAttempt,
  Findings,
  IntentRepository,
  KeptSale,
  OrderSettlements,
  SaleDraft,
  UnfinishedSale,
} from '../application';
import {
  Charge,
  FINDING_OF_FLAG,
  Flag,
  IntentFacts,
  IntentOrder,
  IntentStatus,
  OrderKind,
  PaymentIntent,
  ProviderName,
} from '../domain';
import * as statement from './intent.sql';

export interface IntentRow {
  id: string;
  venue_id: string;
  night_id: string | null;
  register_id: string | null;
  register_session_id: string | null;
  employee_id: string | null;
  employee_name: string | null;
  device_id: string | null;
  sale_id: string | null;
  order_kind: OrderKind | null;
  order_id: string | null;
  customer_id: string | null;
  amount: number;
  provider: ProviderName;
  fallback_of: string | null;
  fallback_reason: string | null;
  reference: string;
  external_id: string | null;
  pay_url: string | null;
  status: IntentStatus;
  reason: string | null;
  cancel_requested_at: Date | null;
  charge: Charge | null;
  created_at: Date;
  expires_at: Date;
  final_at: Date | null;
  taken_at: Date | null;
  flag: Flag | null;
  refunded_amount: number;
}

/** {@link IntentRepository} in SQL; a flagged intent brings its finding along, an order's its settlement. */
@Injectable()
export class SqlIntentRepository extends IntentRepository {
  constructor(
    private readonly database: Database,
    private readonly findings: Findings,
    private readonly orders: OrderSettlements,
  ) {
    super();
  }

  /** Short enough for a terminal, and never used again. */
  async nextReference(tx: Transaction): Promise<string> {
    const [row] = await sqlOf(tx).rows<{ number: number }>(statement.NEXT_REFERENCE);
    return `N${String(row?.number).padStart(7, '0')}`;
  }

  async add(tx: Transaction, intent: PaymentIntent, sale: KeptSale | null): Promise<void> {
    await this.orders.heed(tx, intent);
    const { facts } = intent;
    const { till, order } = facts;
    try {
      await sqlOf(tx).rows(statement.ADD, [
        ...[facts.id, facts.venueId, facts.nightId, till?.registerId ?? null, till?.registerSessionId ?? null],
        ...[till?.employeeId ?? null, till?.employeeName ?? null, till?.deviceId ?? null, facts.saleId],
        ...[sale && JSON.stringify(sale.draft), sale?.cart ?? null, facts.amount, facts.provider],
        ...[facts.fallbackOf, facts.fallbackReason, facts.reference, facts.status, facts.reason],
        ...[facts.charge && JSON.stringify(facts.charge), facts.createdAt, facts.expiresAt, facts.finalAt],
        ...[order?.kind ?? null, order?.id ?? null, order?.customerId ?? null, facts.takenAt],
        ...[facts.flag, facts.flag && facts.createdAt, sale?.guestId ?? null],
      ]);
    } catch (error) {
      if (violates(error, 'intents_pkey')) throw new DomainError('payment.id_taken', 'conflict');
      if (violates(error, 'intents_one_open_an_order')) throw new DomainError('payment.still_open', 'conflict');
      throw error;
    }
    await this.tell(tx, intent);
  }

  async save(tx: Transaction, intent: PaymentIntent): Promise<void> {
    await this.orders.heed(tx, intent);
    const { facts } = intent;
    const at = new Date();
    await together(
      sqlOf(tx).rows(statement.SAVE, [
        ...[facts.id, facts.status, facts.reason, facts.cancelRequestedAt],
        ...[facts.charge && JSON.stringify(facts.charge), facts.externalId, facts.payUrl, facts.finalAt],
        ...[facts.flag, at, facts.takenAt],
      ]),
      this.tell(tx, intent),
    );
  }

  async lock(tx: Transaction, id: string, venueId?: string): Promise<PaymentIntent> {
    const [row] = await sqlOf(tx).rows<IntentRow>(statement.LOCK, [id]);
    if (!row || (venueId !== undefined && row.venue_id !== venueId)) {
      throw new DomainError('payment.not_found', 'not_found');
    }
    return PaymentIntent.restore(toFacts(row));
  }

  async facts(id: string): Promise<IntentFacts> {
    const [row] = await this.database.rows<IntentRow>(statement.FIND, [id]);
    if (!row) throw new DomainError('payment.not_found', 'not_found');
    return toFacts(row);
  }

  async attemptsFor(tx: Transaction, order: IntentOrder): Promise<readonly FailedAttempt[]> {
    const [, rows] = await together(
      sqlOf(tx).rows(statement.HOLD_SALE, [order.id]),
      sqlOf(tx).rows<FailedAttempt>(statement.ORDER_ATTEMPTS, [order.kind, order.id]),
    );
    return rows;
  }

  async lockByCharge(tx: Transaction, externalId: string, reference: string): Promise<PaymentIntent | undefined> {
    const [row] = await sqlOf(tx).rows<IntentRow>(statement.LOCK_BY_CHARGE, [externalId, reference]);
    return row && PaymentIntent.restore(toFacts(row));
  }

  async attempts(tx: Transaction, saleId: string, venueId: string): Promise<readonly FailedAttempt[]> {
    const [, rows] = await together(
      sqlOf(tx).rows(statement.HOLD_SALE, [saleId]),
      sqlOf(tx).rows<FailedAttempt>(statement.ATTEMPTS, [saleId, venueId]),
    );
    return rows;
  }

  async expired(now: Date): Promise<readonly string[]> {
    return (await this.database.rows<{ id: string }>(statement.EXPIRED, [now])).map(({ id }) => id);
  }

  async toQuery(now: Date): Promise<readonly string[]> {
    return (await this.database.rows<{ id: string }>(statement.TO_QUERY, [now])).map(({ id }) => id);
  }

  async queryAgainAt(tx: Transaction, id: string, at: Date | null): Promise<void> {
    await sqlOf(tx).rows(statement.QUERY_AGAIN_AT, [id, at]);
  }

  async unfinished(before: Date): Promise<readonly UnfinishedSale[]> {
    const rows = await this.database.rows<{
      sale_id: string;
      venue_id: string;
      employee_id: string;
      employee_name: string;
      device_id: string | null;
      intent_ids: string[];
      since: Date;
      draft: SaleDraft;
    }>(statement.UNFINISHED, [before]);
    return rows.map((row) => ({
      saleId: row.sale_id,
      venueId: row.venue_id,
      employeeId: row.employee_id,
      employeeName: row.employee_name,
      deviceId: row.device_id,
      intentIds: row.intent_ids,
      draft: row.draft,
      since: row.since,
    }));
  }

  async reserveRefund(tx: Transaction, intentId: string, amount: number): Promise<void> {
    if ((await sqlOf(tx).count(statement.RESERVE_REFUND, [intentId, amount])) === 0) {
      throw new DomainError('payment.refund_too_much', 'conflict');
    }
  }

  async releaseRefund(tx: Transaction, intentId: string, amount: number): Promise<void> {
    await sqlOf(tx).rows(statement.RELEASE_REFUND, [intentId, amount]);
  }

  private async tell(tx: Transaction, intent: PaymentIntent): Promise<void> {
    const { facts } = intent;
    const steps = intent.pullSteps();
    if (steps.length > 0) {
      await sqlOf(tx).rows(statement.LOG, [
        steps.map(({ at }) => newId(at.getTime())),
        facts.id,
        steps.map(({ at }) => at),
        steps.map(({ act }) => act),
        steps.map(({ from }) => from),
        steps.map(({ to }) => to),
        steps.map(({ source }) => source),
        steps.map(({ employeeId }) => employeeId),
        steps.map(({ data }) => JSON.stringify(data)),
      ]);
    }
    await writeOutbox(tx, intent.pullEvents());
    const flagged = steps.find(({ act }) => act === 'flag');
    if (!flagged || !facts.flag) return;
    const { venueId, till, amount } = facts;
    const registerSessionId = till?.registerSessionId ?? null;
    const finding = {
      kind: FINDING_OF_FLAG[facts.flag],
      subject: facts.id,
      intentId: facts.id,
      refundId: null,
      amount,
    };
    await this.findings.add(tx, { venueId, registerSessionId, facts: flagged.data, ...finding }, flagged.at);
  }
}

function toFacts(row: IntentRow): IntentFacts {
  return {
    id: row.id,
    venueId: row.venue_id,
    nightId: row.night_id,
    till: tillOf(row),
    saleId: row.sale_id,
    order:
      row.order_kind && row.order_id && row.customer_id
        ? { kind: row.order_kind, id: row.order_id, customerId: row.customer_id }
        : null,
    amount: row.amount,
    provider: row.provider,
    fallbackOf: row.fallback_of,
    fallbackReason: row.fallback_reason,
    reference: row.reference,
    externalId: row.external_id,
    payUrl: row.pay_url,
    status: row.status,
    reason: row.reason,
    cancelRequestedAt: row.cancel_requested_at,
    charge: row.charge,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    finalAt: row.final_at,
    takenAt: row.taken_at,
    flag: row.flag,
    refundedAmount: row.refunded_amount,
  };
}

function tillOf(row: IntentRow): IntentFacts['till'] {
  const { register_id: registerId, register_session_id: registerSessionId } = row;
  const { employee_id: employeeId, employee_name: employeeName, device_id: deviceId } = row;
  if (!registerId || !registerSessionId || !employeeId || !employeeName) return null;
  return { registerId, registerSessionId, employeeId, employeeName, deviceId };
}
