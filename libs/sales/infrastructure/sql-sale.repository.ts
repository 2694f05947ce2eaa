import { Injectable } from '@nestjs/common';
import { DomainError, newId, together, Transaction } from '@libs/kernel';
import { sqlOf, violates, writeOutbox } from '@libs/platform';
import {
  CardProvider,
  LookUp,
  paymentData,
  PaymentMethod,
  Sale,
  SaleFacts,
  SaleIdUsed,
  SaleRepository,
  SellingSession,
  SessionOfSale,
  SessionStatus,
} from '../domain';
import { saleFacts, SaleLineRow, SalePaymentRow, SaleRow } from './sale-rows';
import * as statement from './sale.sql';

interface SessionRow {
  night_id: string;
  night_status: string;
  status: SessionStatus;
  employee_id: string;
  register_id: string;
  name: string;
  location_id: string;
  allowed_category_ids: string[];
  allowed_methods: PaymentMethod[];
  primary_provider: CardProvider | null;
  backup_provider: CardProvider | null;
  is_test: boolean;
  known: boolean;
}

type LockRow = SaleRow & Pick<SessionRow, 'status' | 'allowed_methods' | 'primary_provider'>;

/** {@link SaleRepository} in set-based statements: one for a sale, whatever it holds. */
@Injectable()
export class SqlSaleRepository extends SaleRepository {
  async look(tx: Transaction, venueId: string, sessionId: string): Promise<SellingSession> {
    const [row] = await sqlOf(tx).rows<SessionRow>(statement.LOOK, [sessionId, venueId]);
    return toSession(row, venueId, sessionId);
  }

  async lookUp(tx: Transaction, venueId: string, sessionId: string, saleId: string | undefined): Promise<LookUp> {
    const [row] = await sqlOf(tx).rows<SessionRow>(statement.LOOK_UP, [sessionId, venueId, saleId ?? null]);
    return { session: toSession(row, venueId, sessionId), known: row?.known === true };
  }

  async add(tx: Transaction, sale: Sale): Promise<void> {
    const { facts } = sale;
    const [event] = sale.pullEvents();
    if (!event) throw new TypeError('a sale was placed and tells nobody');
    const eventValues = [event.id, event.type, JSON.stringify(event.actor), JSON.stringify(event.data)];
    try {
      await sqlOf(tx).rows(statement.ADD, [
        ...saleValues(sale),
        ...lineValues(facts),
        ...paymentValues(facts),
        ...eventValues,
        facts.customerId,
      ]);
    } catch (error) {
      if (violates(error, 'sales_pkey')) throw new SaleIdUsed();
      throw error;
    }
  }

  async isSame(
    tx: Transaction,
    saleId: string,
    venueId: string,
    employeeId: string,
    fingerprint: string,
  ): Promise<boolean> {
    return (await sqlOf(tx).rows(statement.SAME, [saleId, venueId, employeeId, fingerprint])).length > 0;
  }

  async lock(tx: Transaction, venueId: string, id: string): Promise<{ sale: Sale; session: SessionOfSale }> {
    const [[row], lines, payments] = await together(
      sqlOf(tx).rows<LockRow>(statement.LOCK, [id, venueId]),
      sqlOf(tx).rows<SaleLineRow>(statement.LINES, [id]),
      sqlOf(tx).rows<SalePaymentRow>(statement.PAYMENTS, [id]),
    );
    if (!row) throw new DomainError('sale.not_found', 'not_found');
    return {
      sale: Sale.restore(saleFacts(row, lines, payments)),
      session: {
        status: row.status,
        allowedMethods: row.allowed_methods,
        primaryProvider: row.primary_provider,
      },
    };
  }

  async keepCancellation(tx: Transaction, sale: Sale): Promise<void> {
    const { id, cancellation } = sale.facts;
    if (!cancellation) throw new TypeError('the sale was not cancelled');
    const { at, by, authorizedBy, reason, afterDelivery } = cancellation;
    await together(
      sqlOf(tx).rows(statement.CANCEL, [id, at, by, authorizedBy, reason, afterDelivery]),
      writeOutbox(tx, sale.pullEvents()),
    );
  }

  async keepPayments(tx: Transaction, before: SaleFacts, sale: Sale, at: Date): Promise<void> {
    const { facts } = sale;
    const { id, employeeId } = facts;
    const was = JSON.stringify(before.payments.map(paymentData));
    const is = JSON.stringify(facts.payments.map(paymentData));
    await together(
      sqlOf(tx).rows(statement.DROP_PAYMENTS, [id]),
      sqlOf(tx).rows(statement.REPLACE_PAYMENTS, [id, sale.cashRounding.pesos, ...paymentValues(facts)]),
      sqlOf(tx).rows(statement.NOTE_CHANGE, [newId(at.getTime()), id, was, is, employeeId, at]),
      writeOutbox(tx, sale.pullEvents()),
    );
  }

  async courtesySpent(tx: Transaction, nightId: string, employeeId: string): Promise<number> {
    const [, [row]] = await together(
      sqlOf(tx).rows(statement.LOCK_BUDGET, [nightId, employeeId]),
      // Sent along, but it looks once the lock is ours: what others gave away before us is in it.
      sqlOf(tx).rows<{ spent: number }>(statement.COURTESY_SPENT, [nightId, employeeId]),
    );
    return row?.spent ?? 0;
  }
}

function toSession(row: SessionRow | undefined, venueId: string, id: string): SellingSession {
  if (!row) throw new DomainError('session.not_found', 'not_found');
  return {
    id,
    venueId,
    nightId: row.night_id,
    nightStatus: row.night_status,
    status: row.status,
    employeeId: row.employee_id,
    registerId: row.register_id,
    registerName: row.name,
    locationId: row.location_id,
    allowedCategoryIds: row.allowed_category_ids,
    allowedMethods: row.allowed_methods,
    primaryProvider: row.primary_provider,
    backupProvider: row.backup_provider,
    isTest: row.is_test,
  };
}

function saleValues(sale: Sale): unknown[] {
  const { facts } = sale;
  return [
    facts.id,
    facts.venueId,
    facts.nightId,
    facts.registerSessionId,
    facts.employeeId,
    facts.deviceId,
    facts.fingerprint,
    facts.total.pesos,
    sale.iva.pesos,
    facts.tip.pesos,
    sale.cashRounding.pesos,
    facts.courtesy !== null,
    facts.courtesy?.value.pesos ?? 0,
    facts.courtesy?.reason ?? null,
    facts.courtesy?.grantedBy ?? null,
    facts.isTest,
    facts.noRevenue,
    facts.inventoryApplied,
    facts.placedAt,
    facts.soldAt,
  ];
}

function lineValues({ lines }: SaleFacts): unknown[] {
  return [
    lines.map((line) => line.id),
    lines.map((line) => line.productId),
    lines.map((line) => line.name),
    lines.map((line) => line.unitPrice.pesos),
    lines.map((line) => line.listPrice.pesos),
    lines.map((line) => line.qty),
    lines.map((line) => line.note),
  ];
}

function paymentValues({ payments }: SaleFacts): unknown[] {
  return [
    payments.map((payment) => payment.id),
    payments.map((payment) => payment.method),
    payments.map((payment) => payment.amount.pesos),
    payments.map((payment) => payment.tendered?.pesos ?? null),
    payments.map((payment) => payment.change.pesos),
    payments.map((payment) => payment.rounding.pesos),
    payments.map((payment) => payment.reference),
    payments.map((payment) => payment.intentId),
  ];
}
