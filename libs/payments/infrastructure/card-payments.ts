import { Injectable } from '@nestjs/common';
import { Actor, DomainError, together, Transaction } from '@libs/kernel';
import { sqlOf } from '@libs/platform';
import { CardPayments, HeldPrices } from '@libs/sales/application';
import { IntentRepository, RefundPayment } from '../application';
import { IntentStatus } from '../domain';
import * as statement from './intent.sql';

type PriceRow = Record<string, { unit: number; list: number }>;

interface TakenRow {
  id: string;
  reference: string;
  code: string | null;
  prices: PriceRow | null;
  guestId: string | null;
}

interface LookRow {
  id: string;
  status: IntentStatus;
  amount: number;
  sale_id: string;
  taken_at: Date | null;
  refunded_amount: number;
  same_cart: boolean;
}

type Asked = Parameters<CardPayments['take']>[1];

/** What sales needs of payments. */
@Injectable()
export class IntentCardPayments extends CardPayments {
  constructor(
    private readonly intents: IntentRepository,
    private readonly refunds: RefundPayment,
  ) {
    super();
  }

  async holdPrices(
    tx: Transaction,
    { venueId, saleId, cart, prices }: { venueId: string; saleId: string; cart: string; prices: HeldPrices },
  ): Promise<HeldPrices> {
    const row: PriceRow = {};
    for (const [productId, { unitPrice: unit, listPrice: list }] of prices) row[productId] = { unit, list };
    const [, [held]] = await together(
      sqlOf(tx).rows(statement.HOLD_SALE, [saleId]),
      sqlOf(tx).rows<{ prices: PriceRow }>(statement.HOLD_PRICES, [venueId, saleId, cart, JSON.stringify(row)]),
    );
    return pricesIn(held?.prices ?? row);
  }

  async take(tx: Transaction, asked: Asked): ReturnType<CardPayments['take']> {
    const { payments, saleId, sessionId, cart, at } = asked;
    const taken = await sqlOf(tx).rows<TakenRow>(statement.TAKE, [
      payments.map(({ intentId }) => intentId),
      payments.map(({ amount }) => amount),
      ...[saleId, sessionId, cart, at],
    ]);
    if (taken.length < payments.length) throw await this.whyNot(tx, asked);
    return {
      references: new Map(taken.map((row) => [row.id, row.code ?? row.reference])),
      // All of one cart: they have the same.
      prices: pricesIn(taken[0]?.prices ?? {}),
      guestId: latestGuest(taken),
    };
  }

  async refuseWhileOpen(tx: Transaction, sessionId: string): Promise<void> {
    const rows = await sqlOf(tx).rows<{ status: IntentStatus; n: number }>(statement.OPEN_OF_SESSION, [sessionId]);
    const count = (test: (status: IntentStatus) => boolean): number =>
      rows.filter(({ status }) => test(status)).reduce((sum, { n }) => sum + n, 0);
    const unknown = count((status) => status === 'UNKNOWN');
    if (unknown > 0) throw new DomainError('session.payment_unknown', 'conflict', { count: unknown });
    const unsold = count((status) => status === 'APPROVED');
    if (unsold > 0) throw new DomainError('session.payment_unsold', 'conflict', { count: unsold });
    const open = count(() => true);
    if (open > 0) throw new DomainError('session.payment_open', 'conflict', { count: open });
  }

  async giveBack(
    tx: Transaction,
    act: { saleId: string; reason: string; actor: Actor; authorizedBy: string },
  ): Promise<void> {
    const { saleId, reason, actor, authorizedBy } = act;
    for (const { id } of await sqlOf(tx).rows<{ id: string }>(statement.TAKEN_BY_SALE, [saleId])) {
      const intent = await this.intents.lock(tx, id, actor.venueId);
      const amount = intent.facts.amount - intent.facts.refundedAmount;
      if (amount > 0) await this.refunds.request(tx, intent, { amount, reason, authorizedBy }, actor);
    }
  }

  /** The transaction is not aborted by a statement that found too little: it can be asked why. */
  private async whyNot(tx: Transaction, { payments, saleId, cart, venueId }: Asked): Promise<DomainError> {
    const ids = payments.map(({ intentId }) => intentId);
    const [found] = await together(sqlOf(tx).rows<LookRow>(statement.LOOK, [ids, cart, venueId]));
    for (const { intentId, amount } of payments) {
      const row = found.find(({ id }) => id === intentId);
      if (row?.sale_id !== saleId) return new DomainError('payment.not_found', 'not_found');
      if (row.taken_at) return new DomainError('payment.already_used', 'conflict');
      if (row.status !== 'APPROVED') return new DomainError('payment.not_approved', 'conflict', { status: row.status });
      if (row.refunded_amount > 0) return new DomainError('payment.refunded', 'conflict');
      if (row.amount !== amount) {
        return new DomainError('payment.amount_differs', 'conflict', { approvedAmount: row.amount, amount });
      }
      if (!row.same_cart) return new DomainError('payment.cart_changed', 'conflict');
    }
    return new DomainError('payment.not_found', 'not_found');
  }
}

/** A later card of the same sale may name another guest, or none because the token was over: ids grow with time. */
function latestGuest(taken: readonly TakenRow[]): string | null {
  const named = taken.filter(({ guestId }) => guestId !== null).sort((a, b) => (a.id < b.id ? 1 : -1));
  return named[0]?.guestId ?? null;
}

function pricesIn(row: PriceRow): HeldPrices {
  return new Map(
    Object.entries(row).map(([productId, { unit, list }]) => [productId, { unitPrice: unit, listPrice: list }]),
  );
}
