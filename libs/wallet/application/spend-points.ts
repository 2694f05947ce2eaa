import { Injectable } from '@nestjs/common';
import { Transaction } from '@libs/kernel';
import { amountOf, Ledger, Occasion, Posted, Reference } from '../domain';
import { post } from './post';

export interface SpendPointsInput {
  readonly customerId: string;
  readonly points: number;
  /** The redemption of the reward. */
  readonly reference: Reference;
}

/** Points become a reward, once per redemption. */
@Injectable()
export class SpendPoints {
  constructor(private readonly ledger: Ledger) {}

  /** @throws DomainError `wallet.amount_invalid`, `wallet.insufficient_funds`, `wallet.frozen`, `wallet.reference_taken` */
  async execute(tx: Transaction, occasion: Occasion, input: SpendPointsInput): Promise<Posted> {
    const { customerId, reference } = input;
    const amount = -amountOf(input.points);
    const posting = { asset: 'POINTS', houseRole: 'points_spent', kind: 'points_spent', amount } as const;
    return post(this.ledger, tx, { ...occasion, customerId, reference, ...posting });
  }
}
