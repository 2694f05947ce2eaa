import { Injectable } from '@nestjs/common';
import { Transaction } from '@libs/kernel';
import { amountOf, Ledger, Occasion, Posted, Reference } from '../domain';
import { post } from './post';

export interface PayOutWalletInput {
  readonly customerId: string;
  /** In pesos. */
  readonly amount: number;
  readonly reason: string;
  /** The payout: what the bank or the till gave the customer. */
  readonly reference: Reference;
}

/** A customer takes money home; whoever hands it over calls this in the same transaction. */
@Injectable()
export class PayOutWallet {
  constructor(private readonly ledger: Ledger) {}

  /** @throws DomainError `wallet.amount_invalid`, `wallet.insufficient_funds`, `wallet.frozen`, `wallet.reference_taken` */
  async execute(tx: Transaction, occasion: Occasion, input: PayOutWalletInput): Promise<Posted> {
    const { customerId, reference, reason } = input;
    const amount = -amountOf(input.amount);
    const posting = { asset: 'CLP', houseRole: 'payouts', kind: 'payout', amount } as const;
    return post(this.ledger, tx, { ...occasion, customerId, reference, reason, ...posting });
  }
}
