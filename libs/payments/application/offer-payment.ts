import { Injectable } from '@nestjs/common';
import { ActorRef, Clock, DomainError, Money, newId, Transaction, Transactions } from '@libs/kernel';
import { isOnline, PaymentIntent, ProviderRefused } from '../domain';
import { AgentSignal, OnlineProviders } from './ports';
import { AgentRepository, IntentRepository, OperationRepository } from './repositories';

/** Who opens a page, and what it says is paid for. */
export interface PageVisit {
  readonly description: string;
  readonly ip: string | null;
  readonly userAgent: string;
}

/** Brings a begun attempt to whoever takes the money: a person with a voucher, a terminal's agent, a page. */
@Injectable()
export class OfferPayment {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly intents: IntentRepository,
    private readonly operations: OperationRepository,
    private readonly agents: AgentRepository,
    private readonly providers: OnlineProviders,
    private readonly signal: AgentSignal,
  ) {}

  /**
   * As far as it gets before the attempt is written.
   * @throws DomainError `payment.voucher_missing`, `payment.no_agent`, `payment.provider_not_configured`
   */
  async prepare(tx: Transaction, intent: PaymentIntent, voucher: string | null, by: ActorRef): Promise<void> {
    const { provider } = intent.facts;
    const now = this.clock.now();
    if (provider === 'manual') {
      if (!voucher) throw new DomainError('payment.voucher_missing', 'invalid');
      intent.approveByHand(voucher, by, now);
    } else if (provider === 'getnet_terminal') {
      await this.agentOf(tx, intent);
      intent.ready(now, null);
    } else {
      this.providers.get(provider);
    }
  }

  /** Once the attempt is written: a terminal's agent has work. */
  async queue(tx: Transaction, intent: PaymentIntent): Promise<void> {
    const { id: intentId, venueId, amount, provider, reference: ticketNumber } = intent.facts;
    if (provider !== 'getnet_terminal') return;
    const now = this.clock.now();
    const agent = await this.agentOf(tx, intent);
    const operation = { venueId, agentId: agent.id, kind: 'sale', intentId, amount, ticketNumber } as const;
    await this.operations.add(tx, { id: newId(now.getTime()), ...operation }, now);
    await this.signal.wake(tx, agent.id);
  }

  /** The guest's page is opened outside of the transaction: nobody may hold rows while the internet thinks. */
  async openPage(id: string, visit: PageVisit): Promise<void> {
    const { facts } = await this.transactions.run((tx) => this.intents.lock(tx, id));
    if (facts.status !== 'CREATED' || !isOnline(facts.provider)) return;
    const provider = this.providers.get(facts.provider);
    try {
      const page = await provider.begin({
        reference: facts.reference,
        amount: Money.of(facts.amount),
        ...(facts.order?.kind === 'top_up' ? {} : { tax: Money.of(facts.amount).ivaInside() }),
        description: visit.description,
        ...this.providers.addressesOf(facts),
        expiresAt: facts.expiresAt,
        ip: visit.ip ?? '127.0.0.1',
        userAgent: visit.userAgent,
      });
      await this.change(id, (intent, now) => intent.ready(now, page));
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const why = error instanceof ProviderRefused ? error.providerCode : 'unreachable';
      await this.change(id, (intent, now) => intent.fail(why, now));
    }
  }

  private async agentOf(tx: Transaction, { facts: { till } }: PaymentIntent): Promise<{ readonly id: string }> {
    const agent = till && (await this.agents.ofRegister(tx, till.registerId));
    if (!agent) throw new DomainError('payment.no_agent', 'conflict');
    return agent;
  }

  private change(id: string, act: (intent: PaymentIntent, now: Date) => void): Promise<void> {
    return this.transactions.run(async (tx) => {
      const intent = await this.intents.lock(tx, id);
      if (intent.facts.status !== 'CREATED') return;
      act(intent, this.clock.now());
      await this.intents.save(tx, intent);
    });
  }
}
