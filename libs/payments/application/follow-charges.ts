import { Injectable } from '@nestjs/common';
import { Clock, Transactions } from '@libs/kernel';
import { Charge, Heard, isFinal, isOnline, NO_CHARGE_FACTS, PaymentIntent, ProviderStatus } from '../domain';
import { Findings, OnlineProviders } from './ports';
import { IntentRepository } from './repositories';

/** A page that was left alone is asked for at these distances, ms. */
const ASK_AGAIN_MS = 10_000;
/** After its time a page may still be paid by who is typing: that much later it is over. */
const GRACE_MS = 60_000;

/** Asks providers in the internet what became of charges: their word by query, never a notice, makes a payment ours. */
@Injectable()
export class FollowCharges {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly intents: IntentRepository,
    private readonly findings: Findings,
    private readonly providers: OnlineProviders,
  ) {}

  /** Every page whose time has come. A provider that does not answer is asked later. */
  async askWaiting(): Promise<void> {
    for (const id of await this.intents.toQuery(this.clock.now())) await this.ask(id);
  }

  /** @returns the intent as it stands afterwards */
  async ask(id: string): Promise<PaymentIntent> {
    const { facts } = await this.transactions.run(async (tx) => {
      const intent = await this.intents.lock(tx, id);
      await this.intents.queryAgainAt(tx, id, new Date(this.clock.now().getTime() + ASK_AGAIN_MS));
      return intent;
    });
    const { provider, externalId } = facts;
    if (!isOnline(provider) || !externalId) return PaymentIntent.restore(facts);
    const status = await this.providers
      .get(provider)
      .statusOf(externalId)
      .catch(() => undefined);
    return this.transactions.run(async (tx) => {
      const intent = await this.intents.lock(tx, id);
      const now = this.clock.now();
      const heard = status && this.heardFrom(status, intent, now);
      if (status && isFinal(facts.status)) await this.intents.queryAgainAt(tx, id, null);
      if (heard && intent.hear(heard, 'provider', now) !== 'nothing') await this.intents.save(tx, intent);
      if (status?.reversedByProvider && intent.facts.status === 'APPROVED')
        await this.noteReversal(tx, intent, status, now);
      return intent;
    });
  }

  /** The payment that its notice commits: our answer to it makes it final at the provider. */
  heardFrom(status: ProviderStatus, intent: PaymentIntent, now: Date): Heard | undefined {
    const { reference, expiresAt } = intent.facts;
    if (status.reference !== reference || status.currency !== 'CLP') {
      return { outcome: 'unknown', reason: 'reference_differs', charge: null };
    }
    if (status.state === 'approved') return { outcome: 'approved', reason: null, charge: chargeOf(status) };
    if (status.state === 'declined') return { outcome: 'declined', reason: 'declined', charge: null };
    if (status.state === 'cancelled') return { outcome: 'not_charged', reason: 'cancelled', charge: null };
    if (status.state === 'expired') return { outcome: 'expired', reason: 'expired', charge: null };
    if (status.state === 'reversed') return { outcome: 'not_charged', reason: 'reversed_by_provider', charge: null };
    const isOver = now.getTime() > expiresAt.getTime() + GRACE_MS;
    return isOver ? { outcome: 'expired', reason: 'expired', charge: null } : undefined;
  }

  private noteReversal(
    tx: Parameters<Findings['add']>[0],
    intent: PaymentIntent,
    status: ProviderStatus,
    at: Date,
  ): Promise<void> {
    const { venueId, id: intentId, till, amount } = intent.facts;
    const registerSessionId = till?.registerSessionId ?? null;
    const finding = { kind: 'reversed_by_provider', subject: intentId, amount, facts: status.evidence } as const;
    return this.findings.add(tx, { venueId, intentId, refundId: null, registerSessionId, ...finding }, at);
  }
}

export function chargeOf(status: {
  amount: { pesos: number } | null;
  authorizationCode: string | null;
  last4: string | null;
  cardBrand: string | null;
  cardType: string | null;
  internalReference: string | null;
}): Charge {
  const { authorizationCode, last4, cardBrand, cardType, internalReference } = status;
  const amount = status.amount?.pesos ?? null;
  return { ...NO_CHARGE_FACTS, amount, authorizationCode, last4, cardBrand, cardType, internalReference };
}
