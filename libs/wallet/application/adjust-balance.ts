import { Injectable } from '@nestjs/common';
import { Actor, actorRef, Clock, DomainError, newId, Once, Transactions } from '@libs/kernel';
import { amountOf, Ledger, Posted } from '../domain';
import { Approvals } from './ports';
import { post } from './post';

export interface AdjustBalanceInput {
  readonly accountId: string;
  /** In pesos or points of the account; below zero takes away. */
  readonly amount: number;
  readonly reason: string;
  readonly stepUpToken?: string | undefined;
}

/** Puts a balance right, with a reason and the yes of another person. Also on a frozen account. */
@Injectable()
export class AdjustBalance {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly ledger: Ledger,
    private readonly approvals: Approvals,
  ) {}

  /**
   * @throws DomainError `wallet.account_not_found`, `wallet.amount_invalid`, `wallet.insufficient_funds`,
   *   `step_up.required`, `step_up.invalid` (forbidden)
   */
  async execute(actor: Actor, once: Once, input: AdjustBalanceInput): Promise<Posted> {
    const { accountId, reason, stepUpToken } = input;
    const amount = Math.sign(input.amount) * amountOf(Math.abs(input.amount));
    return this.transactions.once(once, async (tx) => {
      const at = this.clock.now();
      const held = await this.ledger.holdById(tx, actor.venueId, accountId);
      if (!held) throw new DomainError('wallet.account_not_found', 'not_found');
      const authorizedBy = await this.approvals.use(tx, stepUpToken, 'wallet.adjust', actor);
      const { customerId, asset } = held;
      const houseRole = asset === 'CLP' ? 'adjustments' : 'points_adjustments';
      const reference = { kind: 'adjustment', id: newId(at.getTime()) };
      const occasion = { venueId: actor.venueId, nightId: null, actor: actorRef(actor), at };
      const posting = { customerId, asset, houseRole, kind: 'adjustment', amount, reference } as const;
      return post(this.ledger, tx, { ...occasion, ...posting, reason, authorizedBy });
    });
  }
}
