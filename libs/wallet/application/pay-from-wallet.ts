import { Injectable } from '@nestjs/common';
import { Transaction } from '@libs/kernel';
import { amountOf, Ledger, Occasion, Posted, Reference } from '../domain';
import { post } from './post';

export interface PayFromWalletInput {
  readonly customerId: string;
  /** In pesos. */
  readonly amount: number;
  /** What is paid for: the sale, the order. */
  readonly reference: Reference;
}

/** Pays with the balance, in one statement, once per reference, in the transaction of what is bought. */
@Injectable()
export class PayFromWallet {
  constructor(private readonly ledger: Ledger) {}

  /** @throws DomainError `wallet.amount_invalid`, `wallet.insufficient_funds`, `wallet.frozen`, `wallet.reference_taken` */
  async execute(tx: Transaction, occasion: Occasion, input: PayFromWalletInput): Promise<Posted> {
    const { customerId, reference } = input;
    const amount = -amountOf(input.amount);
    const posting = { asset: 'CLP', houseRole: 'sales', kind: 'payment', amount } as const;
    return post(this.ledger, tx, { ...occasion, customerId, reference, ...posting });
  }
}
