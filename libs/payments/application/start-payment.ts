import { Injectable } from '@nestjs/common';
import { Actor, Clock, DomainError, Once, Transaction, Transactions } from '@libs/kernel';
import {
  isFinal,
  isOnline,
  NOTHING_CHARGED,
  PAGE_EXPIRY_MS,
  PaymentIntent,
  ProviderName,
  TERMINAL_EXPIRY_MS,
} from '../domain';
import { OfferPayment } from './offer-payment';
import { CheckedDraft, OnlineProviders, SaleDraft, Tills } from './ports';
import { AgentRepository, IntentRepository } from './repositories';

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
    private readonly agents: AgentRepository,
    private readonly tills: Tills,
    private readonly providers: OnlineProviders,
    private readonly offer: OfferPayment,
  ) {}

  /**
   * @throws DomainError `payment.not_in_draft`, `payment.no_provider`, `payment.no_backup`, `payment.still_open`,
   *   `payment.backup_not_needed`, `payment.voucher_missing`, `payment.no_agent`, `payment.provider_not_configured`,
   *   `payment.provider_unreachable`, and those of checking the draft
   */
  async execute(once: Once, actor: Actor, ask: StartPaymentInput): Promise<string> {
    const { reference } = await this.transactions.once(once, async (tx) => {
      const draft = await this.tills.check(tx, actor, ask.draft);
      return (await this.begin(tx, actor, ask, draft)).facts;
    });
    const { ip } = actor;
    await this.offer.openPage(ask.id, { description: `Consumo ${reference}`, ip, userAgent: ask.userAgent });
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
    const expiry = isOnline(provider) ? PAGE_EXPIRY_MS : TERMINAL_EXPIRY_MS;
    const intent = PaymentIntent.begin(
      {
        id: ask.id,
        venueId: actor.venueId,
        nightId: draft.nightId,
        till: {
          registerId: draft.registerId,
          registerSessionId: String(ask.draft['register_session_id']),
          employeeId: actor.employeeId,
          employeeName: actor.employeeName,
          deviceId: actor.deviceId,
        },
        saleId: draft.saleId,
        order: null,
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
    await this.offer.prepare(tx, intent, ask.voucher, actor);
    await this.intents.add(tx, intent, { draft: draft.kept, cart: draft.cart, guestId: draft.guestId });
    await this.offer.queue(tx, intent);
    return intent;
  }

  /** The primary cannot even be tried: no agent at the terminal, no contract with the provider. */
  private async isMissing(tx: Transaction, { primaryProvider, registerId }: CheckedDraft): Promise<boolean> {
    if (primaryProvider === 'getnet_terminal') return (await this.agents.ofRegister(tx, registerId)) === undefined;
    if (primaryProvider && isOnline(primaryProvider)) {
      return !this.providers.configured().includes(primaryProvider);
    }
    return false;
  }
}

function providerOf(draft: CheckedDraft, useBackup: boolean): ProviderName {
  const provider = useBackup ? draft.backupProvider : draft.primaryProvider;
  if (!provider) throw new DomainError(useBackup ? 'payment.no_backup' : 'payment.no_provider', 'conflict');
  return provider;
}
