import { Injectable } from '@nestjs/common';
import { Actor, Clock, DomainError, Money, newId, Once, Transaction, Transactions } from '@libs/kernel';
import {
  isFinal,
  NOTHING_CHARGED,
  OnlineProviderName,
  PAGE_EXPIRY_MS,
  PaymentIntent,
  ProviderName,
  ProviderRefused,
  TERMINAL_EXPIRY_MS,
} from '../domain';
import { AgentSignal, CheckedDraft, OnlineProviders, SaleDraft, Tills } from './ports';
import { AgentRepository, IntentRepository, OperationRepository } from './repositories';

export interface StartPaymentInput {
  /** Made by the till. */
  readonly id: string;
  /** Pesos; one of the card payments of the draft. */
  readonly amount: number;
  readonly draft: SaleDraft;
  /** The other provider of the register; only when it is certain that the attempts so far charged nothing. */
  readonly useBackup: boolean;
  /** For a terminal that nobody drives: the number on its voucher. */
  readonly voucher: string | null;
  readonly userAgent: string;
}

/** Begins to take money for a sale that the till has ready. The sale itself is placed once it is approved. */
@Injectable()
export class StartPayment {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly intents: IntentRepository,
    private readonly operations: OperationRepository,
    private readonly agents: AgentRepository,
    private readonly tills: Tills,
    private readonly providers: OnlineProviders,
    private readonly signal: AgentSignal,
  ) {}

  /**
   * @throws DomainError `payment.not_in_draft`, `payment.no_provider`, `payment.no_backup`, `payment.still_open`,
   *   `payment.backup_not_needed`, `payment.voucher_missing`, `payment.no_agent`, `payment.provider_not_configured`,
   *   `payment.provider_unreachable`, and those of checking the draft
   */
  async execute(once: Once, actor: Actor, ask: StartPaymentInput): Promise<string> {
    const { provider } = await this.transactions.once(once, async (tx) => {
      const draft = await this.tills.check(tx, actor, ask.draft);
      const intent = await this.begin(tx, actor, ask, draft);
      return { provider: intent.facts.provider };
    });
    if (provider === 'getnet_web' || provider === 'klap') await this.openPage(provider, actor, ask);
    return ask.id;
  }

  private async begin(
    tx: Transaction,
    actor: Actor,
    ask: StartPaymentInput,
    draft: CheckedDraft,
  ): Promise<PaymentIntent> {
    const now = this.clock.now();
    const own = draft.payments.find((payment) => payment.intentId === ask.id);
    if (own?.method !== 'card' || own.amount !== ask.amount) {
      throw new DomainError('payment.not_in_draft', 'invalid', { id: ask.id });
    }
    const attempts = (await this.intents.attempts(tx, draft.saleId, actor.venueId)).filter(
      (attempt) => attempt.status !== 'APPROVED',
    );
    const open = attempts.find((attempt) => !isFinal(attempt.status));
    if (open) throw new DomainError('payment.still_open', 'conflict', { id: open.id, status: open.status });
    const provider = providerOf(draft, ask.useBackup);
    const before = ask.useBackup ? attempts.find((attempt) => NOTHING_CHARGED.includes(attempt.status)) : undefined;
    const isMissing = ask.useBackup && !before && (await this.isMissing(tx, draft));
    if (ask.useBackup && !before && !isMissing) throw new DomainError('payment.backup_not_needed', 'conflict');
    const reference = await this.intents.nextReference(tx);
    const expiry = provider === 'getnet_web' || provider === 'klap' ? PAGE_EXPIRY_MS : TERMINAL_EXPIRY_MS;
    const intent = PaymentIntent.begin(
      {
        id: ask.id,
        venueId: actor.venueId,
        nightId: draft.nightId,
        registerId: draft.registerId,
        registerSessionId: String(ask.draft['register_session_id']),
        employeeId: actor.employeeId,
        employeeName: actor.employeeName,
        deviceId: actor.deviceId,
        saleId: draft.saleId,
        amount: ask.amount,
        provider,
        fallbackOf: before?.id ?? null,
        fallbackReason: before
          ? `${before.status}${before.reason ? `: ${before.reason}` : ''}`
          : isMissing
            ? 'MISSING'
            : null,
        reference,
        createdAt: now,
        expiresAt: new Date(now.getTime() + expiry),
      },
      actor,
    );
    await this.offer(tx, intent, ask, actor, now);
    await this.intents.add(tx, intent, { draft: ask.draft, cart: draft.cart });
    if (provider === 'getnet_terminal') await this.queue(tx, intent, now);
    return intent;
  }

  /** The primary cannot even be tried: no agent at the terminal, no contract with the provider. */
  private async isMissing(tx: Transaction, { primaryProvider, registerId }: CheckedDraft): Promise<boolean> {
    if (primaryProvider === 'getnet_terminal') return (await this.agents.ofRegister(tx, registerId)) === undefined;
    if (primaryProvider === 'getnet_web' || primaryProvider === 'klap') {
      return !this.providers.configured().includes(primaryProvider);
    }
    return false;
  }

  /** As far as it gets within the transaction. */
  private async offer(
    tx: Transaction,
    intent: PaymentIntent,
    ask: StartPaymentInput,
    actor: Actor,
    now: Date,
  ): Promise<void> {
    const { provider } = intent.facts;
    if (provider === 'manual') {
      if (!ask.voucher) throw new DomainError('payment.voucher_missing', 'invalid');
      intent.approveByHand(ask.voucher, actor, now);
    } else if (provider === 'getnet_terminal') {
      const agent = await this.agents.ofRegister(tx, intent.facts.registerId);
      if (!agent) throw new DomainError('payment.no_agent', 'conflict');
      intent.ready(now, null);
    } else {
      this.providers.get(provider);
    }
  }

  private async queue(tx: Transaction, intent: PaymentIntent, now: Date): Promise<void> {
    const { id: intentId, venueId, registerId, amount, reference: ticketNumber } = intent.facts;
    const agent = await this.agents.ofRegister(tx, registerId);
    if (!agent) throw new DomainError('payment.no_agent', 'conflict');
    const operation = { venueId, agentId: agent.id, kind: 'sale', intentId, amount, ticketNumber } as const;
    await this.operations.add(tx, { id: newId(now.getTime()), ...operation }, now);
    await this.signal.wake(tx, agent.id);
  }

  /** The guest's page is opened outside of the transaction: nobody may hold rows while the internet thinks. */
  private async openPage(name: OnlineProviderName, actor: Actor, ask: StartPaymentInput): Promise<void> {
    const provider = this.providers.get(name);
    const { facts } = await this.transactions.run((tx) => this.intents.lock(tx, ask.id, actor.venueId));
    if (facts.status !== 'CREATED') return;
    try {
      const page = await provider.begin({
        reference: facts.reference,
        amount: Money.of(facts.amount),
        tax: Money.of(facts.amount).ivaInside(),
        description: `Consumo ${facts.reference}`,
        ...this.providers.addressesOf(facts.id),
        expiresAt: facts.expiresAt,
        ip: actor.ip ?? '127.0.0.1',
        userAgent: ask.userAgent,
      });
      await this.change(ask.id, (intent, now) => intent.ready(now, page));
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const why = error instanceof ProviderRefused ? error.providerCode : 'unreachable';
      await this.change(ask.id, (intent, now) => intent.fail(why, now));
    }
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

function providerOf(draft: CheckedDraft, useBackup: boolean): ProviderName {
  const provider = useBackup ? draft.backupProvider : draft.primaryProvider;
  if (!provider) throw new DomainError(useBackup ? 'payment.no_backup' : 'payment.no_provider', 'conflict');
  return provider;
}
