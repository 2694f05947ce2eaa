import { Injectable } from '@nestjs/common';
import { Actor, ActorRef, Clock, DomainError, Money, newId, Once, Transaction, Transactions } from '@libs/kernel';
import { isOnline, PaymentIntent } from '../domain';
import { AgentSignal, Approvals, Findings, OnlineProviders } from './ports';
import { AgentRepository, IntentRepository, OperationRepository, RefundRepository } from './repositories';
import { SettleRefund } from './settle-refund';

/** Longer than any request to a provider is waited for, ms. */
const ANSWER_HAS_MS = 2 * 60_000;

export interface RefundPaymentInput {
  readonly id: string;
  /** Pesos; all that is left when nobody says. */
  readonly amount: number | undefined;
  readonly reason: string;
  readonly stepUpToken: string | undefined;
}

/** Gives money of a card payment back: by the terminal, by the provider's page, or by a person where no machine can. */
@Injectable()
export class RefundPayment {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly intents: IntentRepository,
    private readonly refunds: RefundRepository,
    private readonly operations: OperationRepository,
    private readonly agents: AgentRepository,
    private readonly findings: Findings,
    private readonly settleRefund: SettleRefund,
    private readonly approvals: Approvals,
    private readonly providers: OnlineProviders,
    private readonly signal: AgentSignal,
  ) {}

  /**
   * @returns the refund's id
   * @throws DomainError `payment.not_found`, `payment.not_refundable`, `payment.refund_too_much`,
   *   `payment.belongs_to_order` (conflict): what it bought would stay with the customer; `step_up.required|invalid`
   */
  async execute(once: Once, actor: Actor, ask: RefundPaymentInput): Promise<string> {
    const { refundId } = await this.transactions.once(once, async (tx) => {
      const intent = await this.intents.lock(tx, ask.id, actor.venueId);
      if (intent.facts.order && intent.facts.takenAt) throw new DomainError('payment.belongs_to_order', 'conflict');
      const authorizedBy = await this.approvals.use(tx, ask.stepUpToken, 'payment.refund', actor);
      const { amount, refundedAmount } = intent.facts;
      const refund = { amount: ask.amount ?? amount - refundedAmount, reason: ask.reason, authorizedBy };
      return { refundId: await this.request(tx, intent, refund, actor) };
    });
    await this.sendOnline(refundId);
    return refundId;
  }

  /**
   * Within somebody's transaction: a cancelled sale gives its card payments back, a customer takes money home.
   * @throws DomainError `payment.not_refundable`, `payment.refund_too_much` (conflict)
   */
  async request(
    tx: Transaction,
    intent: PaymentIntent,
    ask: { amount: number; reason: string; authorizedBy: string | null; customerId?: string },
    by: ActorRef,
  ): Promise<string> {
    const { facts } = intent;
    const wasCharged = facts.status === 'APPROVED' || facts.flag === 'late_approval';
    if (!wasCharged || ask.amount <= 0) throw new DomainError('payment.not_refundable', 'conflict');
    const now = this.clock.now();
    const id = newId(now.getTime());
    await this.intents.reserveRefund(tx, facts.id, ask.amount);
    intent.noteRefund(ask.amount, by, now);
    await this.intents.save(tx, intent);
    const byHand = !(await this.canBySelf(tx, intent, ask.amount));
    await this.refunds.add(tx, {
      ...{ id, venueId: facts.venueId, intentId: facts.id, amount: ask.amount, reason: ask.reason },
      status: byHand ? 'BY_HAND' : 'REQUESTED',
      requestedBy: by.employeeId,
      authorizedBy: ask.authorizedBy,
      customerId: ask.customerId ?? null,
      createdAt: now,
    });
    if (byHand) await this.handToPerson(tx, intent, id, ask.amount, now);
    else if (facts.provider === 'getnet_terminal') await this.queue(tx, intent, id, ask.amount, now);
    return id;
  }

  /** The terminal takes back whole payments only; a part of one is the person's. */
  private async canBySelf(tx: Transaction, intent: PaymentIntent, amount: number): Promise<boolean> {
    const { provider, charge, till, amount: paid } = intent.facts;
    if (provider === 'manual') return false;
    if (provider !== 'getnet_terminal') return this.providers.configured().includes(provider);
    return (
      amount === paid &&
      charge?.operationNumber !== null &&
      charge?.operationNumber !== undefined &&
      till !== null &&
      (await this.agents.ofRegister(tx, till.registerId)) !== undefined
    );
  }

  private async queue(
    tx: Transaction,
    intent: PaymentIntent,
    refundId: string,
    amount: number,
    now: Date,
  ): Promise<void> {
    const { venueId, till, charge, reference } = intent.facts;
    const agent = till && (await this.agents.ofRegister(tx, till.registerId));
    if (!agent) throw new DomainError('payment.no_agent', 'conflict');
    await this.operations.add(
      tx,
      {
        ...{ id: newId(now.getTime()), venueId, agentId: agent.id, kind: 'refund', refundId, amount },
        ticketNumber: reference,
        ...(charge?.operationNumber ? { operationNumber: charge.operationNumber } : {}),
        ...(charge?.authorizationCode ? { authorizationCode: charge.authorizationCode } : {}),
      },
      now,
    );
    await this.signal.wake(tx, agent.id);
  }

  private handToPerson(
    tx: Transaction,
    intent: PaymentIntent,
    refundId: string,
    amount: number,
    now: Date,
  ): Promise<void> {
    const { venueId, id: intentId, till, provider } = intent.facts;
    const registerSessionId = till?.registerSessionId ?? null;
    const facts = { provider, authorization_code: intent.facts.charge?.authorizationCode ?? null };
    const finding = { kind: 'refund_by_hand', subject: refundId, amount, facts } as const;
    return this.findings.add(tx, { venueId, intentId, refundId, registerSessionId, ...finding }, now);
  }

  /**
   * Sends what waits for a provider in the internet, each once: SENT is written before the request leaves. Without a
   * contract any more, a person gives it back.
   */
  async sendWaiting(): Promise<void> {
    for (const id of await this.refunds.waiting()) await this.sendOnline(id);
  }

  /** What was sent and has no answer by now gets none: only a person can find out. */
  async doubtSilent(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - ANSWER_HAS_MS);
    for (const id of await this.refunds.silentSince(before)) {
      await this.transactions.run((tx) => this.settleRefund.doubt(tx, id, this.clock.now()));
    }
  }

  private async sendOnline(id: string): Promise<void> {
    const sending = await this.transactions.run(async (tx) => {
      const refund = await this.refunds.lock(tx, id);
      const intent = await this.intents.lock(tx, refund.intentId);
      const { facts } = intent;
      if (refund.status !== 'REQUESTED' || !isOnline(facts.provider) || !facts.externalId) return undefined;
      const at = this.clock.now();
      if (!this.providers.configured().includes(facts.provider)) {
        await this.refunds.setStatus(tx, id, 'BY_HAND', { at });
        await this.handToPerson(tx, intent, id, refund.amount, at);
        return undefined;
      }
      await this.refunds.setStatus(tx, id, 'SENT', { at });
      return { refund, facts, provider: this.providers.get(facts.provider), externalId: facts.externalId };
    });
    if (!sending) return;
    const { refund, facts, provider, externalId } = sending;
    const outcome = await provider.refund({
      externalId,
      internalReference: facts.charge?.internalReference ?? null,
      amount: Money.of(refund.amount),
      total: Money.of(facts.amount),
    });
    await this.transactions.run((tx) =>
      this.settleRefund.settle(
        tx,
        id,
        outcome.outcome === 'done'
          ? { outcome: 'done', reason: null, reference: outcome.reference }
          : { outcome: outcome.outcome, reason: outcome.reason },
        this.clock.now(),
      ),
    );
  }
}
