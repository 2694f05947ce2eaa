import { Injectable } from '@nestjs/common';
import { Transaction } from '@libs/kernel';
import { amountOf, DAY_MS, Ledger, Occasion, Posted, Reference, refuseAboveDay } from '../domain';
import { post } from './post';

export interface TopUpWalletInput {
  readonly customerId: string;
  /** In pesos, and paid already. */
  readonly amount: number;
  /** Where the money lies now. */
  readonly from: 'cash' | 'card' | 'online';
  /** The payment that brought it. */
  readonly reference: Reference;
  /** The house has it already and owes it: no limit keeps it from its owner. */
  readonly isOwed?: boolean;
}

/** Paid money becomes balance, once per payment. The first one opens the wallet. */
@Injectable()
export class TopUpWallet {
  constructor(private readonly ledger: Ledger) {}

  /** @throws DomainError `wallet.amount_invalid`, `wallet.reference_taken`, `wallet.limit_exceeded` unless it is owed */
  async execute(tx: Transaction, occasion: Occasion, input: TopUpWalletInput): Promise<Posted> {
    const { customerId, from, reference, isOwed = false } = input;
    const amount = amountOf(input.amount);
    // Held first: two top-ups at once would each see the day without the other.
    const { accountId } = await this.ledger.open(tx, occasion, customerId, 'CLP');
    const since = new Date(occasion.at.getTime() - DAY_MS);
    const day = await this.ledger.toppedUp(tx, occasion.venueId, accountId, since);
    const earlier = await this.ledger.find(tx, occasion.venueId, 'top_up', reference.id);
    if (!earlier && !isOwed) refuseAboveDay(day.limits, day.amount, amount);
    const posting = {
      ...occasion,
      customerId,
      asset: 'CLP',
      houseRole: from,
      kind: 'top_up',
      amount,
      reference,
    } as const;
    return post(this.ledger, tx, isOwed ? posting : { ...posting, maxBalance: day.limits.maxBalance });
  }
}
