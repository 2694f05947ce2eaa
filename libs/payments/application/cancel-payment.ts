import { Injectable } from '@nestjs/common';
import { Actor, Clock, Once, Transaction, Transactions } from '@libs/kernel';
import { Heard, isOnline, OnlineProviderName, PaymentIntent } from '../domain';
import { OnlineProviders, Tills } from './ports';
import { IntentRepository, OperationRepository } from './repositories';

const NOT_CHARGED: Heard = { outcome: 'not_charged', reason: 'cancelled', charge: null };

/**
 * Ends an attempt at the till's wish. While nothing was sent it is over at once; a terminal that is at work is asked to
 * stop, and only its answer ends it.
 */
@Injectable()
export class CancelPayment {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly intents: IntentRepository,
    private readonly operations: OperationRepository,
    private readonly tills: Tills,
    private readonly providers: OnlineProviders,
  ) {}

  /** @throws DomainError `payment.not_found`, `payment.not_possible_now` (conflict), `session.not_yours` (forbidden) */
  async execute(once: Once, actor: Actor, id: string): Promise<string> {
    const charge = await this.transactions.once(once, async (tx) => {
      const operation = await this.operations.ofIntent(tx, id);
      const intent = await this.intents.lock(tx, id, actor.venueId);
      await this.tills.refuseStranger(actor, intent.facts.till?.registerSessionId ?? null);
      const now = this.clock.now();
      intent.requestCancel(actor, now);
      if (operation?.state === 'queued' || operation?.state === 'claimed') {
        await this.operations.cancel(tx, operation.id, now);
        intent.hear(NOT_CHARGED, 'till', now);
      } else if (operation?.state === 'sent') {
        await this.operations.requestCancel(tx, operation.id);
      }
      await this.intents.save(tx, intent);
      const { provider, externalId } = intent.facts;
      return { provider, externalId };
    });
    const { provider, externalId } = charge;
    if (externalId && isOnline(provider)) {
      await this.cancelPage(provider, externalId, id);
    }
    return id;
  }

  /** A page that cannot be closed runs out by itself; the timer that asks for it goes on. */
  private async cancelPage(name: OnlineProviderName, externalId: string, id: string): Promise<void> {
    const outcome = await this.providers
      .get(name)
      .cancel(externalId)
      .catch(() => 'too_late' as const);
    // Where the provider has no such act, our no to its confirmation takes the payment back.
    if (outcome === 'too_late') return;
    await this.transactions.run(async (tx: Transaction) => {
      const intent: PaymentIntent = await this.intents.lock(tx, id);
      intent.hear(NOT_CHARGED, 'provider', this.clock.now());
      await this.intents.save(tx, intent);
    });
  }
}
