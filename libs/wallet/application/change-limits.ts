import { Injectable } from '@nestjs/common';
import { Actor, actorRef, Clock, domainEvent, DomainEvent, Transaction, Transactions } from '@libs/kernel';
import { Limits } from '../domain';

/** What a venue decides of its wallets. */
export interface WalletRules extends Limits {
  /** Points that nobody touches for so many days expire; null: never. */
  readonly pointsExpireDays: number | null;
}

export abstract class WalletRulesBook {
  /** The usual ones until the venue decided. */
  abstract find(venueId: string): Promise<WalletRules>;
  /**
   * Only what is given changes.
   * @throws DomainError `wallet.limits_contradict` (invalid)
   */
  abstract change(
    tx: Transaction,
    venueId: string,
    changes: Partial<WalletRules>,
  ): Promise<{ readonly before: WalletRules; readonly after: WalletRules }>;
  abstract tell(tx: Transaction, event: DomainEvent): Promise<void>;
}

/** Changes how much customers may keep and bring, and when points expire. What is there already stays. */
@Injectable()
export class ChangeLimits {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly rules: WalletRulesBook,
  ) {}

  /** @throws DomainError `wallet.limits_contradict` (invalid) */
  execute(actor: Actor, changes: Partial<WalletRules>): Promise<WalletRules> {
    const { venueId } = actor;
    return this.transactions.run(async (tx) => {
      const { before, after } = await this.rules.change(tx, venueId, changes);
      const event = domainEvent({
        type: 'wallet.limits_changed',
        ...{ venueId, subjectId: venueId, actor: actorRef(actor) },
        data: { before, after },
        occurredAt: this.clock.now(),
      });
      await this.rules.tell(tx, event);
      return after;
    });
  }
}
