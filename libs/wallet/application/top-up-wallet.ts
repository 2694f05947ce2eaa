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
}

/** Paid money becomes balance, once per payment. The first one opens the wallet. */
@Injectable()
export class TopUpWallet {
  constructor(private readonly ledger: Ledger) {}

  /** @throws DomainError `wallet.amount_invalid`, `wallet.limit_exceeded`, `wallet.reference_taken` */
  async execute(tx: Transaction, occasion: Occasion, input: TopUpWalletInput): Promise<Posted> {
    const { customerId, from, reference } = input;
    const amount = amountOf(input.amount);
    // Held first: two top-ups at once would each see the day without the other.
    const { accountId } = await this.ledger.open(tx, occasion, customerId, 'CLP');
    const since = new Date(occasion.at.getTime() - DAY_MS);
    const day = await this.ledger.toppedUp(tx, occasion.venueId, accountId, since);
    const earlier = await this.ledger.find(tx, occasion.venueId, 'top_up', reference.id);
    if (!earlier) refuseAboveDay(day.limits, day.amount, amount);
    const { maxBalance } = day.limits;
    const posting = {
      ...occasion,
      customerId,
      asset: 'CLP',
      houseRole: from,
      kind: 'top_up',
      amount,
      reference,
    } as const;
    return post(this.ledger, tx, { ...posting, maxBalance });
  }
}
