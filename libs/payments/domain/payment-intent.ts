import { ActorRef, actorRef, AggregateRoot, DomainError, domainEvent } from '@libs/kernel';
import { follows, IntentAct, IntentStatus, isFinal, nextIntentStatus } from './intent-state';
import { OnlineProviderName } from './online-provider';
import { IntentOrder } from './order';

/** `manual` is a terminal that nobody drives: the cashier types amount and voucher number. */
export type ProviderName = 'getnet_terminal' | 'manual' | OnlineProviderName;
export const PROVIDERS: readonly ProviderName[] = ['getnet_terminal', 'manual', 'getnet_web', 'klap'];

export function isOnline(provider: ProviderName): provider is OnlineProviderName {
  return provider === 'getnet_web' || provider === 'klap';
}

/** How long a guest has at the terminal, and on a payment page, before an attempt ends by itself. */
export const TERMINAL_EXPIRY_MS = 5 * 60_000;
export const PAGE_EXPIRY_MS = 15 * 60_000;

/** What was charged, as the provider tells it; pesos. The tip lies beside the amount, for the staff. */
export interface Charge {
  readonly amount: number | null;
  readonly tip: number | null;
  readonly authorizationCode: string | null;
  readonly operationNumber: number | null;
  readonly last4: string | null;
  readonly cardBrand: string | null;
  readonly cardType: string | null;
  readonly terminalId: string | null;
  readonly internalReference: string | null;
}

export const NO_CHARGE_FACTS: Charge = {
  amount: null,
  tip: null,
  authorizationCode: null,
  operationNumber: null,
  last4: null,
  cardBrand: null,
  cardType: null,
  terminalId: null,
  internalReference: null,
};

/** Why an approved payment needs a person. */
export type Flag = 'amount_differs' | 'late_approval' | 'sale_not_possible' | 'sale_incomplete' | 'order_not_possible';

/** The till that takes the money, and who stands there. */
export interface IntentTill {
  readonly registerId: string;
  readonly registerSessionId: string;
  readonly employeeId: string;
  readonly employeeName: string;
  readonly deviceId: string | null;
}

export interface IntentFacts {
  readonly id: string;
  readonly venueId: string;
  /** Null outside of a night: an app's top-up at noon. */
  readonly nightId: string | null;
  /** Null when the customer pays alone, on the phone. */
  readonly till: IntentTill | null;
  /** What it pays for: a sale, or an order. One of the two. */
  readonly saleId: string | null;
  readonly order: IntentOrder | null;
  /** Pesos. */
  readonly amount: number;
  readonly provider: ProviderName;
  readonly fallbackOf: string | null;
  readonly fallbackReason: string | null;
  readonly reference: string;
  readonly externalId: string | null;
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
}

/** Who said so. */
export type Source = 'till' | 'agent' | 'provider' | 'clock' | 'person' | 'customer';

/** A line of an intent's history. */
export interface IntentStep {
  readonly act: string;
  readonly from: IntentStatus | null;
  readonly to: IntentStatus;
  readonly source: Source;
  readonly employeeId: string | null;
  readonly data: Readonly<Record<string, unknown>>;
  readonly at: Date;
}

/** What somebody outside says became of the charge. `not_charged` is a certainty, `unknown` is none. */
export interface Heard {
  readonly outcome: 'approved' | 'declined' | 'not_charged' | 'expired' | 'unknown';
  readonly reason: string | null;
  readonly charge: Charge | null;
}

const ACT_OF: Readonly<Record<Heard['outcome'], IntentAct>> = {
  approved: 'approve',
  declined: 'decline',
  not_charged: 'cancel',
  expired: 'expire',
  unknown: 'lose',
};

const NOBODY: ActorRef = { employeeId: null, employeeName: null, deviceId: null, ip: null };

/** One attempt to take one amount by one provider. Its final states never change; whatever comes later is flagged. */
export class PaymentIntent extends AggregateRoot {
  private readonly steps: IntentStep[] = [];

  private constructor(private current: IntentFacts) {
    super();
  }

  /** A new attempt, CREATED. */
  static begin(
    given: Omit<
      IntentFacts,
      | 'status'
      | 'reason'
      | 'cancelRequestedAt'
      | 'charge'
      | 'finalAt'
      | 'takenAt'
      | 'flag'
      | 'refundedAmount'
      | 'externalId'
      | 'payUrl'
    >,
    by: ActorRef,
  ): PaymentIntent {
    const intent = new PaymentIntent({
      ...given,
      externalId: null,
      payUrl: null,
      status: 'CREATED',
      reason: null,
      cancelRequestedAt: null,
      charge: null,
      finalAt: null,
      takenAt: null,
      flag: null,
      refundedAmount: 0,
    });
    const { amount, provider, saleId, order, fallbackOf, fallbackReason } = given;
    intent.note('create', null, given.till ? 'till' : 'customer', by, given.createdAt, {
      amount,
      provider,
      ...(order ? { order_kind: order.kind, order_id: order.id, customer_id: order.customerId } : { sale_id: saleId }),
      ...(fallbackOf ? { fallback_of: fallbackOf, fallback_reason: fallbackReason } : {}),
    });
    return intent;
  }

  /** An intent as its repository found it. */
  static restore(facts: IntentFacts): PaymentIntent {
    return new PaymentIntent(facts);
  }

  get facts(): IntentFacts {
    return this.current;
  }

  /** History since the last call; the repository writes it. */
  pullSteps(): IntentStep[] {
    return this.steps.splice(0);
  }

  /** It has reached its final state since the last {@link pullSteps}. */
  get hasEnded(): boolean {
    return this.steps.some(({ from, to }) => from !== to && isFinal(to));
  }

  /** It waits at the terminal, or on a page of the provider. */
  ready(now: Date, page: { readonly externalId: string; readonly payUrl: string } | null): void {
    if (page) this.current = { ...this.current, ...page };
    this.move('begin', page ? 'provider' : 'till', null, null, now, {});
  }

  /** The guest is being charged from now on. */
  start(source: Source, now: Date): void {
    if (this.current.status !== 'IN_PROGRESS') this.move('start', source, null, null, now, {});
  }

  /** It never got as far as the provider. */
  fail(reason: string, now: Date): void {
    this.move('fail', 'provider', null, reason, now, {});
  }

  /** The till wants it to end; at a terminal that is asked once it has begun. */
  requestCancel(by: ActorRef, now: Date): void {
    if (isFinal(this.current.status)) {
      throw new DomainError('payment.not_possible_now', 'conflict', { status: this.current.status });
    }
    if (this.current.cancelRequestedAt) return;
    this.current = { ...this.current, cancelRequestedAt: now };
    this.note('request_cancel', this.current.status, 'till', by, now, {});
  }

  /** A voucher from a terminal that nobody drives. */
  approveByHand(voucher: string, by: ActorRef, now: Date): void {
    const charge = { ...NO_CHARGE_FACTS, amount: this.current.amount, authorizationCode: voucher };
    this.current = { ...this.current, charge };
    this.move('approve', 'till', by, null, now, { voucher });
  }

  /**
   * What a terminal or a provider says. A final state stays; an approval that comes after one, or for another amount than
   * ours, is flagged for a person.
   * @returns what it changed
   */
  hear(heard: Heard, source: Source, now: Date): 'changed' | 'flagged' | 'nothing' {
    const { status, amount } = this.current;
    if (isFinal(status)) {
      const isNews = heard.outcome === 'approved' && status !== 'APPROVED' && this.current.flag === null;
      if (!isNews) return 'nothing';
      this.current = { ...this.current, charge: heard.charge };
      this.flagFor('late_approval', source, now, { charge: heard.charge });
      return 'flagged';
    }
    if (heard.outcome === 'approved' && heard.charge?.amount !== null && heard.charge?.amount !== amount) {
      this.current = { ...this.current, charge: heard.charge };
      if (status !== 'UNKNOWN') this.move('lose', source, null, 'amount_differs', now, { charge: heard.charge });
      if (this.current.flag === null) this.flagFor('amount_differs', source, now, { charge: heard.charge });
      return 'flagged';
    }
    const act = ACT_OF[heard.outcome];
    if (!follows(status, act) || (status === 'UNKNOWN' && act === 'lose')) return 'nothing';
    if (heard.charge) this.current = { ...this.current, charge: heard.charge };
    this.move(act, source, null, heard.reason, now, { ...(heard.charge ? { charge: heard.charge } : {}) });
    return 'changed';
  }

  /**
   * A person found out what became of it.
   * @throws DomainError `payment.not_unknown` (conflict)
   */
  resolve(
    outcome: 'approved' | 'not_charged',
    found: { readonly authorizationCode: string | null; readonly reason: string; readonly authorizedBy: string },
    by: ActorRef,
    now: Date,
  ): void {
    if (this.current.status !== 'UNKNOWN') throw new DomainError('payment.not_unknown', 'conflict');
    const data = { outcome, reason: found.reason, authorized_by: found.authorizedBy };
    if (outcome === 'approved') {
      const known = this.current.charge ?? NO_CHARGE_FACTS;
      const charge = { ...known, amount: this.current.amount, authorizationCode: found.authorizationCode };
      this.current = { ...this.current, charge };
    }
    this.move(outcome === 'approved' ? 'approve' : 'cancel', 'person', by, found.reason, now, data);
  }

  /** An approved payment that no sale could be made of. */
  flagUnsold(flag: 'sale_not_possible' | 'sale_incomplete', why: string, now: Date): void {
    this.flagFor(flag, 'clock', now, { why });
  }

  /** Its order stands: the payment is the order's for good. */
  takeForOrder(now: Date): void {
    this.current = { ...this.current, takenAt: now };
  }

  /** Its order does not want it: already paid, no longer held, too much for a wallet. */
  flagUnordered(why: string, now: Date): void {
    if (this.current.flag === null) this.flagFor('order_not_possible', 'clock', now, { why });
  }

  /** The database has already counted it against the amount. */
  noteRefund(amount: number, by: ActorRef, now: Date): void {
    this.current = { ...this.current, refundedAmount: this.current.refundedAmount + amount };
    this.note('refund', this.current.status, by.employeeId ? 'person' : 'customer', by, now, { amount });
  }

  private flagFor(flag: Flag, source: Source, now: Date, data: Record<string, unknown>): void {
    this.current = { ...this.current, flag };
    this.note('flag', this.current.status, source, null, now, { flag, ...data });
  }

  private move(
    act: IntentAct,
    source: Source,
    by: ActorRef | null,
    reason: string | null,
    now: Date,
    data: Record<string, unknown>,
  ): void {
    const from = this.current.status;
    const status = nextIntentStatus(from, act);
    this.current = { ...this.current, status, reason, finalAt: isFinal(status) ? now : null };
    this.note(act, from, source, by, now, { ...(reason ? { reason } : {}), ...data });
  }

  private note(
    act: string,
    from: IntentStatus | null,
    source: Source,
    by: ActorRef | null,
    at: Date,
    data: Record<string, unknown>,
  ): void {
    const { id, venueId, nightId, till, status: to, amount, provider } = this.current;
    this.steps.push({ act, from, to, source, employeeId: by?.employeeId ?? null, data, at });
    this.record(
      domainEvent({
        type: act === 'create' ? 'payments.intent_created' : 'payments.intent_changed',
        ...{ venueId, nightId, registerSessionId: till?.registerSessionId ?? null, subjectId: id },
        actor: by ? actorRef(by) : NOBODY,
        data: { act, from, to, source, amount, provider, ...data },
        occurredAt: at,
      }),
    );
  }
}
