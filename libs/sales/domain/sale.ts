import { Actor, actorRef, AggregateRoot, DomainError, domainEvent, Money, newId } from '@libs/kernel';
import { Basket, BasketLine } from './basket';
import { AskedPayment, CardProvider, cashRoundingOf, Payment, PaymentMethod, settlePayments } from './payment';
import { SessionStatus, nextStatus } from './session-state';

/** A guest who paid with the wrong thing says so at once; later it is a matter for the supervisor. */
export const PAYMENT_CHANGE_LIMIT_MS = 120_000;

/** The register session a sale is placed in, as its rules need it. */
export interface SellingSession {
  readonly id: string;
  readonly venueId: string;
  readonly nightId: string;
  readonly nightStatus: string;
  readonly status: SessionStatus;
  readonly employeeId: string;
  readonly registerId: string;
  readonly registerName: string;
  readonly locationId: string;
  readonly allowedCategoryIds: readonly string[];
  readonly allowedMethods: readonly PaymentMethod[];
  /** Null: cards are taken as they were before, with a voucher's number and nobody to check it. */
  readonly primaryProvider: CardProvider | null;
  readonly backupProvider: CardProvider | null;
  readonly isTest: boolean;
}

export interface SaleLine extends BasketLine {
  readonly id: string;
}

export interface Courtesy {
  readonly reason: string;
  /** Who allowed it: the seller within the budget, else another person. */
  readonly grantedBy: string;
  /** What the lines would have cost. */
  readonly value: Money;
}

export interface Cancellation {
  readonly at: Date;
  readonly by: string;
  readonly authorizedBy: string;
  readonly reason: string;
  readonly afterDelivery: boolean;
}

/** All that is known of a sale. */
export interface SaleFacts {
  readonly id: string;
  readonly venueId: string;
  readonly nightId: string;
  readonly registerSessionId: string;
  readonly employeeId: string;
  readonly deviceId: string | null;
  /** Null for a guest who told nobody who they are. */
  readonly customerId: string | null;
  /** Hash of what was asked for, so that a client-made id cannot stand for two things. */
  readonly fingerprint: string;
  readonly lines: readonly SaleLine[];
  readonly payments: readonly Payment[];
  readonly total: Money;
  readonly tip: Money;
  readonly courtesy: Courtesy | null;
  readonly isTest: boolean;
  readonly noRevenue: boolean;
  readonly inventoryApplied: boolean;
  readonly placedAt: Date;
  /** When the till says the guest bought, if that was earlier. */
  readonly soldAt: Date | null;
  readonly cancellation: Cancellation | null;
}

interface Placing {
  readonly id: string | undefined;
  readonly fingerprint: string;
  readonly session: SellingSession;
  readonly customerId: string | null;
  readonly basket: Basket;
  readonly payments: readonly AskedPayment[];
  /** Pesos for the staff; no revenue, outside of the total and of IVA. */
  readonly tip: number;
  readonly courtesy: { readonly reason: string; readonly grantedBy: string } | null;
  readonly actor: Actor;
  readonly now: Date;
  readonly soldAt: Date | null;
}

/** What was sold, for how much, and how it was paid. */
export class Sale extends AggregateRoot {
  private constructor(private current: SaleFacts) {
    super();
  }

  /**
   * @throws DomainError `session.not_open`, `session.not_yours`, `night.not_open`, `sale.intent_required`,
   *   `sale.wallet_in_test`, and those of {@link settlePayments}
   */
  static place(placing: Placing): Sale {
    const { session, basket, actor, now } = placing;
    refuseToSell(session, actor);
    refuseUncheckedCards(session, placing.payments);
    if (session.isTest) refuseRealMoney(placing.payments);
    const total = placing.courtesy ? Money.zero : basket.total;
    const sale = new Sale({
      id: placing.id ?? newId(now.getTime()),
      venueId: session.venueId,
      nightId: session.nightId,
      registerSessionId: session.id,
      employeeId: actor.employeeId,
      deviceId: actor.deviceId,
      customerId: placing.customerId,
      fingerprint: placing.fingerprint,
      lines: basket.lines.map((line) => ({ ...line, id: newId(now.getTime()) })),
      payments: settlePayments(total, placing.payments, session.allowedMethods, now),
      total,
      tip: Money.of(placing.tip),
      courtesy: placing.courtesy && { ...placing.courtesy, value: basket.total },
      isTest: session.isTest,
      noRevenue: session.isTest || placing.courtesy !== null,
      // A test moves no stock: nothing leaves the shelf.
      inventoryApplied: !session.isTest,
      placedAt: now,
      soldAt: placing.soldAt,
      cancellation: null,
    });
    sale.note('sales.sale_placed', actor, now, {
      total_amount: total.pesos,
      tip_amount: placing.tip,
      lines: basket.lines.map((line) => ({ name: line.name, qty: line.qty, total_amount: line.total.pesos })),
      payments: sale.current.payments.map(paymentData),
      ...courtesyData(sale.current.courtesy),
      ...customerData(sale.current),
      ...(session.isTest ? { is_test: true } : {}),
    });
    return sale;
  }

  /** A sale as its repository found it. */
  static restore(facts: SaleFacts): Sale {
    return new Sale(facts);
  }

  get facts(): SaleFacts {
    return this.current;
  }

  get iva(): Money {
    return this.current.total.ivaInside();
  }

  get cashRounding(): Money {
    return cashRoundingOf(this.current.payments);
  }

  /** @throws DomainError `sale.already_cancelled`, `sale.session_closed`, `session.not_open` (conflict) */
  refuseToCancel(sessionStatus: SessionStatus): void {
    if (this.current.cancellation) throw new DomainError('sale.already_cancelled', 'conflict');
    if (sessionStatus === 'CLOSED') throw new DomainError('sale.session_closed', 'conflict');
    nextStatus(sessionStatus, 'cancel');
  }

  cancel(actor: Actor, authorizedBy: string, reason: string, deliveredQty: number, now: Date): void {
    const afterDelivery = deliveredQty > 0;
    this.current = {
      ...this.current,
      cancellation: { at: now, by: actor.employeeId, authorizedBy, reason, afterDelivery },
    };
    this.note('sales.sale_cancelled', actor, now, {
      total_amount: this.current.total.pesos,
      reason,
      authorized_by: authorizedBy,
      delivered_qty: deliveredQty,
      ...customerData(this.current),
    });
  }

  /**
   * Within two minutes the person who sold may correct how it was paid; the total stays.
   * @throws DomainError `sale.not_yours` (forbidden), `sale.too_late`, `sale.already_cancelled`, `sale.paid_by_card`, `sale.paid_by_wallet`,
   *   `sale.intent_required`,
   *   `session.not_open`,
   *   and those of {@link settlePayments}
   */
  changePayments(
    asked: readonly AskedPayment[],
    session: Pick<SellingSession, 'status' | 'allowedMethods' | 'primaryProvider'>,
    actor: Actor,
    now: Date,
  ): void {
    const { employeeId, cancellation, placedAt, total, payments } = this.current;
    if (employeeId !== actor.employeeId) throw new DomainError('sale.not_yours', 'forbidden');
    if (cancellation) throw new DomainError('sale.already_cancelled', 'conflict');
    // It left the wallet with the sale, and returns with its cancellation.
    if ([...payments, ...asked].some(({ method }) => method === 'wallet')) {
      throw new DomainError('sale.paid_by_wallet', 'conflict');
    }
    // The provider has the money: that is a refund, and not a slip of the finger.
    if (payments.some((payment) => payment.intentId !== null)) throw new DomainError('sale.paid_by_card', 'conflict');
    nextStatus(session.status, 'sell');
    refuseUncheckedCards(session, asked);
    if (now.getTime() - placedAt.getTime() > PAYMENT_CHANGE_LIMIT_MS)
      throw new DomainError('sale.too_late', 'conflict');
    const changed = settlePayments(total, asked, session.allowedMethods, now);
    this.current = { ...this.current, payments: changed };
    this.note('sales.payments_changed', actor, now, {
      before: payments.map(paymentData),
      after: changed.map(paymentData),
    });
  }

  private note(type: string, actor: Actor, occurredAt: Date, data: Record<string, unknown>): void {
    const { id, venueId, nightId, registerSessionId } = this.current;
    this.record(
      domainEvent({
        type,
        venueId,
        nightId,
        registerSessionId,
        subjectId: id,
        actor: actorRef(actor),
        data,
        occurredAt,
      }),
    );
  }
}

function refuseToSell(session: SellingSession, actor: Actor): void {
  nextStatus(session.status, 'sell');
  if (session.nightStatus !== 'OPEN') throw new DomainError('night.not_open', 'conflict');
  if (session.employeeId !== actor.employeeId) throw new DomainError('session.not_yours', 'forbidden');
}

/** Where a provider takes the cards, the till's word for it is not enough. */
function refuseUncheckedCards(
  session: Pick<SellingSession, 'primaryProvider'>,
  payments: readonly AskedPayment[],
): void {
  if (session.primaryProvider === null) return;
  if (payments.some((payment) => payment.method === 'card' && payment.intentId === undefined)) {
    throw new DomainError('sale.intent_required', 'conflict');
  }
}

/** A test sells nothing: nobody's balance pays for it. */
function refuseRealMoney(payments: readonly AskedPayment[]): void {
  if (payments.some(({ method }) => method === 'wallet')) throw new DomainError('sale.wallet_in_test', 'conflict');
}

/** A payment as the audit trail and the record of changes keep it, in pesos. */
export function paymentData(payment: Payment): Record<string, unknown> {
  return {
    method: payment.method,
    amount: payment.amount.pesos,
    rounding: payment.rounding.pesos,
    change: payment.change.pesos,
    reference: payment.reference,
  };
}

function customerData({ customerId }: SaleFacts): Record<string, unknown> {
  return customerId === null ? {} : { customer_id: customerId };
}

function courtesyData(courtesy: Courtesy | null): Record<string, unknown> {
  if (!courtesy) return {};
  return { courtesy: { reason: courtesy.reason, granted_by: courtesy.grantedBy, value: courtesy.value.pesos } };
}
