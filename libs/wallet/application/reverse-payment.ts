import { Injectable } from '@nestjs/common';
import { DomainError, Transaction } from '@libs/kernel';
import { Ledger, Occasion, Posted } from '../domain';
import { ReverseTransfer } from './reverse-transfer';

export interface ReversePaymentInput {
  /** The reference of the payment: the id of the sale. */
  readonly paidFor: string;
  readonly reason: string;
}

/** What was paid for is taken back: what is left of the payment returns to the wallet, once. */
@Injectable()
export class ReversePayment {
  constructor(
    private readonly ledger: Ledger,
    private readonly reverseTransfer: ReverseTransfer,
  ) {}

  /**
   * @returns undefined when nothing is left to give back
   * @throws DomainError `wallet.transfer_not_found` when nothing was paid for it from a wallet of this venue
   */
  async execute(tx: Transaction, occasion: Occasion, input: ReversePaymentInput): Promise<Posted | undefined> {
    const payment = await this.ledger.find(tx, occasion.venueId, 'payment', input.paidFor);
    if (!payment) throw new DomainError('wallet.transfer_not_found', 'not_found');
    return this.reverseTransfer.execute(tx, occasion, { transferId: payment.id, reason: input.reason });
  }
}
