import { Injectable } from '@nestjs/common';
import { Clock, Transactions } from '@libs/kernel';
import { GenuineNotice, IncomingNotice, isFinal, OnlineProviderName } from '../domain';
import { chargeOf, FollowCharges } from './follow-charges';
import { OnlineProviders } from './ports';
import { IntentRepository } from './repositories';

/** What a message did: kept with it. */
export type NoticeEffect = 'forged' | 'unknown_charge' | 'repeated' | 'committed' | 'refused' | 'asked' | 'noted';

export abstract class NoticeBook {
  /** Every message is kept. @returns false when the same one was kept before */
  abstract keep(
    provider: OnlineProviderName,
    notice: GenuineNotice | { kind: 'forged'; why: string },
    effect: NoticeEffect,
    at: Date,
  ): Promise<boolean>;
}

/** A message came to one of our addresses. Anyone may have sent it. */
@Injectable()
export class ReceiveNotice {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly intents: IntentRepository,
    private readonly follow: FollowCharges,
    private readonly providers: OnlineProviders,
    private readonly book: NoticeBook,
  ) {}

  /** @returns what it did; `refused` and `forged` must not be answered with success */
  async execute(name: OnlineProviderName, incoming: IncomingNotice): Promise<NoticeEffect> {
    const provider = this.providers.get(name);
    const notice = provider.readNotice(incoming);
    const now = this.clock.now();
    if (notice.kind === 'forged') {
      await this.book.keep(name, notice, 'forged', now);
      return 'forged';
    }
    const known = await this.transactions.run((tx) =>
      this.intents.lockByCharge(tx, notice.externalId, notice.reference),
    );
    if (known?.facts.provider !== name) {
      await this.book.keep(name, notice, 'unknown_charge', now);
      return 'unknown_charge';
    }
    const effect =
      provider.commits === 'by_notice' && notice.claims === 'paid'
        ? await this.commit(notice)
        : await this.query(known.facts.id);
    await this.book.keep(name, notice, effect, now);
    return effect;
  }

  /**
   * Klap takes a payment back unless its confirmation is answered with success in ten seconds, and says `pending` until
   * then: what is signed and of our amount is committed here, and anything else is refused, which gives the money back.
   */
  private commit(notice: GenuineNotice): Promise<NoticeEffect> {
    return this.transactions.run(async (tx) => {
      const intent = await this.intents.lockByCharge(tx, notice.externalId, notice.reference);
      if (!intent) return 'unknown_charge';
      const { status, amount, cancelRequestedAt } = intent.facts;
      if (status === 'APPROVED') return 'repeated';
      const isOurs = notice.amount?.pesos === amount;
      if (isFinal(status) || !isOurs || cancelRequestedAt) return 'refused';
      intent.hear({ outcome: 'approved', reason: null, charge: chargeOf(notice) }, 'provider', this.clock.now());
      await this.intents.save(tx, intent);
      return 'committed';
    });
  }

  /** A hint to ask, no more. */
  private async query(id: string): Promise<NoticeEffect> {
    const { facts } = await this.follow.ask(id);
    return isFinal(facts.status) ? 'asked' : 'noted';
  }
}
