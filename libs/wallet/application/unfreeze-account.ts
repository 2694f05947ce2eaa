import { Injectable } from '@nestjs/common';
import { Actor, actorRef, Clock, DomainError, Once, Transactions } from '@libs/kernel';
import { Ledger } from '../domain';
import { AccountState } from './freeze-account';
import { Approvals } from './ports';

/** Lets a frozen account move again: money can leave it, so another person has to say yes. */
@Injectable()
export class UnfreezeAccount {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly ledger: Ledger,
    private readonly approvals: Approvals,
  ) {}

  /** @throws DomainError `wallet.account_not_found`, `wallet.not_frozen`, `step_up.required`, `step_up.invalid` (forbidden) */
  execute(
    actor: Actor,
    once: Once,
    input: { accountId: string; stepUpToken?: string | undefined },
  ): Promise<AccountState> {
    return this.transactions.once(once, async (tx) => {
      const held = await this.ledger.holdById(tx, actor.venueId, input.accountId);
      if (!held) throw new DomainError('wallet.account_not_found', 'not_found');
      if (!held.isFrozen) throw new DomainError('wallet.not_frozen', 'conflict');
      await this.approvals.use(tx, input.stepUpToken, 'wallet.adjust', actor);
      const occasion = { venueId: actor.venueId, nightId: null, actor: actorRef(actor), at: this.clock.now() };
      await this.ledger.freeze(tx, held, occasion, null);
      return { accountId: held.accountId, balance: held.balance, isFrozen: false };
    });
  }
}
