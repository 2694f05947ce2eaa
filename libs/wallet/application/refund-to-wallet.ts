import { Injectable } from '@nestjs/common';
import { DomainError, Transaction } from '@libs/kernel';
import { amountOf, Ledger, Occasion, Posted, Reference } from '../domain';
import { post } from './post';

export interface RefundToWalletInput {
  /** The reference of the payment: the id of the sale. */
  readonly paidFor: string;
  /** In pesos. */
  readonly amount: number;
  readonly reason: string;
  /** The refund; another one of the same payment needs another. */
  readonly reference: Reference;
}

/** Gives back part of what was paid from a wallet, never more than was paid. */
@Injectable()
export class RefundToWallet {
  constructor(private readonly ledger: Ledger) {}

  /** @throws DomainError `wallet.amount_invalid`, `wallet.transfer_not_found`, `wallet.refund_exceeds`, `wallet.reference_taken` */
  async execute(tx: Transaction, occasion: Occasion, input: RefundToWalletInput): Promise<Posted> {
    const { reference, reason } = input;
    const amount = amountOf(input.amount);
    const payment = await this.ledger.find(tx, occasion.venueId, 'payment', input.paidFor);
    if (!payment) throw new DomainError('wallet.transfer_not_found', 'not_found');
    const { customerId, asset, houseRole } = payment;
    // Held first: two refunds at once would each see the payment without the other.
    await this.ledger.hold(tx, occasion.venueId, customerId, asset);
    const returned = await this.ledger.returned(tx, payment.id);
    const earlier = await this.ledger.find(tx, occasion.venueId, 'refund', reference.id);
    const left = -payment.amount - returned;
    if (!earlier && amount > left) throw new DomainError('wallet.refund_exceeds', 'conflict', { left });
    const posting = { customerId, asset, houseRole, kind: 'refund', amount, reference, reason } as const;
    return post(this.ledger, tx, { ...occasion, ...posting, returnsOf: payment.id });
  }
}
