import { Injectable } from '@nestjs/common';
import { Actor, actorRef, Clock, DomainError, Once, Transactions } from '@libs/kernel';
import { Ledger } from '../domain';

export interface AccountState {
  readonly accountId: string;
  /** In pesos or points. */
  readonly balance: number;
  readonly isFrozen: boolean;
}

/** Stops a customer from paying and taking out; what comes in is still taken. */
@Injectable()
export class FreezeAccount {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly ledger: Ledger,
  ) {}

  /** @throws DomainError `wallet.account_not_found`, `wallet.already_frozen` */
  execute(actor: Actor, once: Once, input: { accountId: string; reason: string }): Promise<AccountState> {
    return this.transactions.once(once, async (tx) => {
      const held = await this.ledger.holdById(tx, actor.venueId, input.accountId);
      if (!held) throw new DomainError('wallet.account_not_found', 'not_found');
      if (held.isFrozen) throw new DomainError('wallet.already_frozen', 'conflict');
      const occasion = { venueId: actor.venueId, nightId: null, actor: actorRef(actor), at: this.clock.now() };
      await this.ledger.freeze(tx, held, occasion, input.reason);
      return { accountId: held.accountId, balance: held.balance, isFrozen: true };
    });
  }
}
